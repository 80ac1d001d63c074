"""Paragraph and character styles of a .docx: what they say of headings, numbers, hidden text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from compare.readers.docx_parts import Element, W, find, is_on, value_of

_HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
_TITLES = ("title", "标题")
_DEEPEST = 12  # styles based on one another; more is a circle
_CONTENTS = re.compile(r"(?:toc|目录)\s*\d", re.IGNORECASE)


@dataclass(slots=True)
class Styles:
    """The styles by their ids; the one that paragraphs have by default under the empty id."""

    by_id: dict[str, Element] = field(default_factory=dict)

    def chain(self, style: str | None) -> Iterator[Element]:
        """Yield a style and those that it is based on, nearest first."""
        for _ in range(_DEEPEST):
            element = self.by_id.get(style or "") if style is not None else None
            if element is None:
                return
            yield element
            style = value_of(find(element, "basedOn"))

    def find_level(self, properties: Element | None) -> int | None:
        """Return the depth of a heading: 0 for a title, 1 for the highest heading."""
        level = value_of(find(properties, "outlineLvl"))
        for style in self.chain(style_of(properties)):
            named = value_of(find(style, "name")) or ""
            if named.strip().lower() in _TITLES:
                return 0
            if match := _HEADING.match(named.strip()):
                level = level or str(int(match[1]) - 1)
            level = level or value_of(find(style, "pPr", "outlineLvl"))
        return int(level) + 1 if level and level.isdigit() and int(level) < 9 else None

    def is_contents(self, properties: Element | None) -> bool:
        """Tell whether a paragraph is a line of the table of contents."""
        styles = self.chain(style_of(properties))
        return any(_CONTENTS.match(value_of(find(style, "name")) or "") for style in styles)

    def hides(self, run: Element, paragraph_style: str | None) -> bool:
        """Tell whether the text of a run is hidden, by itself or by its style."""
        own = find(run, "rPr", "vanish")
        if own is not None:
            return is_on(own)
        for style_id in (value_of(find(run, "rPr", "rStyle")), paragraph_style):
            for style in self.chain(style_id):
                if (vanish := find(style, "rPr", "vanish")) is not None:
                    return is_on(vanish)
        return False


def style_of(properties: Element | None) -> str | None:
    """Return the id of a paragraph's style; the empty id where it names none."""
    return value_of(find(properties, "pStyle")) or ""


def read_styles(root: Element | None) -> Styles:
    """Index the styles part."""
    styles = Styles()
    for style in () if root is None else root.iterfind(f"{W}style"):
        styles.by_id[value_of(style, "styleId") or ""] = style
        if value_of(style, "type") == "paragraph" and value_of(style, "default") == "1":
            styles.by_id[""] = style
    return styles
