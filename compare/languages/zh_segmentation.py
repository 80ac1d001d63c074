"""Chinese words: the longest that a list knows, from left to right.

This is forward maximum matching. A list is read in some milliseconds, where rjieba's dictionary
takes a tenth of a second. On 3,000 sentences kept aside from the list, of the places where it
ends a word rjieba does in 96 %, and of rjieba's it finds 98.5 %. `training/words.py` makes the
list from sentences of public reports.
"""

import re
from functools import cache
from pathlib import Path

LONGEST = 5  # characters of the longest word in the list
_WORDS = Path(__file__).with_name("data") / "words-zh.txt"
# Han characters in a row are to be cut; a number, a Latin word or a sign is whole as it stands.
_PIECE = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9]+(?:\.\d+)?%?|.", re.DOTALL)


@cache
def load_words() -> frozenset[str]:
    """Read the list, once a process."""
    return frozenset(_WORDS.read_text("utf-8").split("\n"))


def split_words(text: str) -> list[str]:
    """Cut a text into words; joined again they are the text.

    >>> split_words("新增就业25万人，GDP增长5.5%。")
    ['新增', '就业', '25', '万人', '，', 'GDP', '增长', '5.5%', '。']
    """
    words, known = [], load_words()
    for match in _PIECE.finditer(text):
        run = match[0]
        if run[0] < "\u3400" or len(run) == 1:
            words.append(run)
            continue
        start, end = 0, len(run)
        while start < end:
            for stop in range(min(start + LONGEST, end), start, -1):
                if run[start:stop] in known:
                    break
            words.append(run[start:stop])
            start = stop
    return words
