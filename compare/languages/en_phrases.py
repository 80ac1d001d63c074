"""Which English words may stand in an expression: poverty alleviation, rule of law."""

from functools import cache
from importlib import resources

from compare.languages.en import fold, split_words
from compare.languages.rules import Part

# Words that hold an expression together, but neither begin nor end it.
_TIES = frozenset("of and for in to the with by on".split())
_IDLE = frozenset(
    "a about above across after all also am an any are around as at back be become been before"
    " being below best better between both but can carry come could day did do does done down each"
    " early effective effectively efforts either enable every few first five four from full fully"
    " further get give given go going good great greater had has have he help her here high higher"
    " his how i if important into is it its just keep large last late less level made major make"
    " many may measures me mechanism mechanisms meet million billion trillion more most much must"
    " my need needs new no nor not now number old one only or other our out over own people per"
    " percent place policies policy press put related relevant same second see set she should since"
    " so some step still strong such support system systems take ten than that their them then"
    " there these they third this those three through time under until up us use very was way ways"
    " we well were what when where which while who whose why will within without work would year"
    " years yet you your yuan january february march april june july august september october"
    " november december".split()
)


@cache
def _list_verbs() -> frozenset[str]:
    data = resources.files("compare.languages").joinpath("data", "verbs-en.txt")
    return frozenset(data.read_text("utf-8").split())


def mark_words(text: str) -> list[tuple[str, Part]]:
    """Cut a text into words and say what part each may have in an expression.

    >>> [word for word, part in mark_words("Strengthen the rule of law") if part is Part.NAME]
    ['rule', 'law']
    """
    return [(word, _find_part(word)) for word in split_words(fold(text)) if not word.isspace()]


def _find_part(word: str) -> Part:
    if word in _TIES:
        return Part.INNER
    letters = word.replace("-", "").replace("'", "")
    if not letters.isalpha() or len(letters) < 2 or word in _IDLE:
        return Part.NONE
    return Part.WORD if word in _list_verbs() or word.endswith(("ly", "ing")) else Part.NAME
