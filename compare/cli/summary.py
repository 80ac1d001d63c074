"""What happened, in a few coloured lines on the terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from compare.languages.labels import Labels
    from compare.model import Comparison
    from compare.renderers.view.highlights import Highlight

COLOURS = {"up": "blue", "down": "yellow"}
SHAPES = {"up": "▲", "down": "▼"}
WIDTH = 60  # columns of the bar


def summarize(comparison: "Comparison", lang: str | None) -> None:
    """Print the sentence and the changes that matter most, as the top of the page has them."""
    for line in _compose(comparison, lang):
        click.echo(line)


def _compose(comparison: "Comparison", lang: str | None) -> Iterator[str]:
    from compare.languages.labels import find_labels
    from compare.renderers.view.figures import list_figures
    from compare.renderers.view.highlights import pick_highlights
    from compare.renderers.view.page import name_reports
    from compare.renderers.view.places import Atlas
    from compare.renderers.view.tally import TONES, count_changes, say_headline

    labels = find_labels(lang or comparison.new.language)
    tally = count_changes(comparison)
    yield click.style(say_headline(tally, *name_reports(comparison, labels), labels), bold=True)
    total = sum(n for _, n in tally.parts) or 1
    yield "".join(
        click.style("█" * round(WIDTH * n / total), fg=COLOURS.get(TONES.get(part, "")))
        for part, n in tally.parts
    )
    yield "  ".join(
        click.style(f"{labels.name('shift', part.value)} {n}", fg=COLOURS.get(TONES.get(part, "")))
        for part, n in tally.parts
        if n
    )
    figures = list_figures(comparison)
    atlases = Atlas(comparison.old), Atlas(comparison.new)
    for highlight in pick_highlights(comparison, figures, *atlases):
        yield _say(highlight, labels)


def _say(highlight: "Highlight", labels: "Labels") -> str:
    """Say one of the changes that matter most: what, then what happened."""
    colour = COLOURS.get(highlight.tone)
    if figure := highlight.figure:
        what = figure.indicator
        happened = " → ".join(filter(None, (figure.old_text, figure.new_text)))
        if not (figure.old and figure.new):
            happened += f" {labels.say(f'highlights.{highlight.line.value}')}"
    else:
        what = highlight.section.title if highlight.section else ""
        facts = {"n": highlight.count, "total": highlight.total}
        happened = labels.say(f"highlights.{highlight.line.value}", **facts)
    shape = click.style(SHAPES.get(highlight.tone, "·"), fg=colour)
    return f"  {shape} {what}  {click.style(happened, fg=colour)}"
