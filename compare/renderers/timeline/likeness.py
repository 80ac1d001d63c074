"""How much of each report is the report before: as a whole, and section by section."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Section
from compare.model.timelines import Similarity, Timeline
from compare.renderers.view.places import name_section

MOST = 10  # sections


@dataclass(frozen=True, slots=True)
class Likeness:
    """Sections of two neighbouring reports, by name (none: the whole), and how alike they are."""

    old: str
    new: str
    found: Similarity


def list_wholes(timeline: Timeline) -> tuple[Likeness, ...]:
    """List how alike whole reports are, one for each two neighbours."""
    return tuple(Likeness("", "", s) for s in timeline.similarities if s.link is None)


def list_sections(timeline: Timeline) -> tuple[tuple[Likeness, ...], ...]:
    """List for each two neighbours how alike their sections are, the likest first."""
    pairs: list[list[Likeness]] = [[] for _ in timeline.comparisons]
    for found in timeline.similarities:
        if found.link is not None:
            comparison = timeline.comparisons[found.comparison]
            link = comparison.sections[found.link]
            names = (
                _name(link.old, comparison.old.sections),
                _name(link.new, comparison.new.sections),
            )
            pairs[found.comparison].append(Likeness(*names, found))
    return tuple(tuple(sorted(pair, key=lambda one: -one.found.edits)) for pair in pairs)


def pick_likest(sections: Sequence[Sequence[Likeness]]) -> tuple[Likeness, ...]:
    """Pick the sections of all years that were kept most."""
    every = (one for pair in sections for one in pair)
    return tuple(sorted(every, key=lambda one: -one.found.edits)[:MOST])


def _name(places: Sequence[int], sections: Sequence[Section]) -> str:
    return " + ".join(name_section(sections[place], 24) for place in places)
