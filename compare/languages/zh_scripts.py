"""Traditional characters: read as simplified ones, character for character.

The pairs in ``data/traditional-zh.txt`` are OpenCC's ``TSCharacters`` (Apache-2.0), each with the
first simplified character it gives, and its variants of Hong Kong and Taiwan; and the quotes of
traditional print. One for one, so that every place in a text stays where it is.
"""

from collections.abc import Mapping
from functools import cache

_TRADITIONAL = "國會發經業務進實"  # a report has hundreds of these; counting costs time
_SIMPLIFIED = "国会发经业务进实"
_SAMPLE = 20_000  # characters that tell
_FEW = 20  # of these in simplified script to one in traditional: a name, a quote
_NOTHING: Mapping[int, str] = {}


def find_script(text: str) -> Mapping[int, str]:
    """Return what brings a text into simplified script; nothing where it is in it.

    >>> "發展經濟".translate(find_script("發展經濟")), find_script("发展经济")
    ('发展经济', {})
    """
    sample = text[:_SAMPLE]
    traditional = sum(map(sample.count, _TRADITIONAL))
    if not traditional or traditional * _FEW <= sum(map(sample.count, _SIMPLIFIED)):
        return _NOTHING
    return _load_table()


def simplify(text: str) -> str:
    """Bring a name into simplified script, too short as it is to tell which it is in.

    >>> simplify("臺北縣")
    '台北县'
    """
    return text.translate(_load_table())


@cache
def _load_table() -> Mapping[int, str]:
    from importlib import resources

    data = resources.files("compare.languages").joinpath("data", "traditional-zh.txt")
    return {ord(pair[0]): pair[1] for pair in data.read_text("utf-8").split()}
