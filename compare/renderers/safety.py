"""What a report says stays text: it runs no formula, sends no control, turns no line around."""

import re

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
UNFIT = re.compile(r"[\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
BREAKS = re.compile(r"[\t\n\r\u2028\u2029]+")
FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")  # wide ones count in Asia


def show_controls(text: str) -> str:
    r"""Show control characters as pictures of themselves; most formats would choke on them.

    >>> show_controls("a\x00b")
    'a␀b'
    """
    return CONTROLS.sub(lambda match: chr(0x2400 + ord(match.group())), text)


def escape(text: str) -> str:
    """Write text so that a web page takes none of it for markup, in an attribute or outside.

    >>> escape('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;")


def clean_line(text: str) -> str:
    r"""Make one line that any format may hold: what XML forbids or what turns a line is shown.

    >>> clean_line("one\ttwo\u202ethree")
    'one two�three'
    """
    return UNFIT.sub("\ufffd", show_controls(BREAKS.sub(" ", text)))


def defuse_formula(cell: str) -> str:
    """Keep a spreadsheet from running a cell of a report as a formula.

    >>> defuse_formula("=cmd|' /C calc'!A0"), defuse_formula("5%")
    ("'=cmd|' /C calc'!A0", '5%')
    """
    return f"'{cell}" if FORMULA.match(cell) else cell
