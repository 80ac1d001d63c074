"""The stages in their order; the only module that knows the order."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from compare.cache import Cache, digest
from compare.doubts import doubt_comparison, doubt_report, doubt_results
from compare.embedders import Embedder
from compare.errors import LanguageMismatch, ReadError
from compare.goals import find_goals
from compare.languages import find_language, get_language
from compare.languages.across import join_languages
from compare.languages.registry import Registry, load_registry, parse_indicators
from compare.languages.themes import Lexicon, Tagger, get_tagger, parse_themes
from compare.memory import Memory
from compare.model import Change, Comparison, Delivery, Document, Link, Pins, Report, RolePin
from compare.outline import read_outline
from compare.paragraphs import read_paragraphs
from compare.particulars import date_sections, find_particulars
from compare.pins import NO_TIES, Ties, doubt_roles, parse_pins, settle_pins
from compare.printing import (
    print_comparison,
    print_report,
    unify_pins,
    unify_report,
    unify_roles,
)
from compare.readers import read_document
from compare.terms import LIMITS, TERMS, Terms

if TYPE_CHECKING:
    from compare.alignment import Encoder

_NO_PINS = Pins()


@dataclass(frozen=True, slots=True)
class Found:
    """What is found out about a pair of reports."""

    sections: tuple[Link, ...]
    changes: tuple[Change, ...]
    deliveries: tuple[Delivery, ...]


def read_report(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    format_in: str | None = None,
    language: str | None = None,
    year: int | None = None,
    roles: Sequence[RolePin] = (),
    terms: Terms = TERMS,
    cache: Cache | None = None,
) -> Report:
    """Read a report from a path, or from bytes with the ``name`` they go by.

    Format, language and year are found in the report unless given; ``format_in`` is an ending
    without its dot; ``roles`` say what some sections do (see `Pins.roles_of`); ``terms`` hold
    passwords and limits; a ``cache`` knows what was read before, but for what a password opens.
    Raises a `ReadError` that says what is wrong with the file, or `UnknownLanguage`.
    """
    if isinstance(source, bytes):
        data, name = source, name or "report.txt"
    else:
        data, name = _load(Path(source), terms), name or str(source)

    def read() -> Report:
        return _understand(read_document(data, name, format_in, terms), language, year, roles)

    if cache is None or terms.passwords:
        return read()
    limits = tuple(getattr(terms, limit) for limit in LIMITS)
    known = hashlib.sha256(data).hexdigest(), name, format_in, language, year, tuple(roles), limits
    return cache.recall(Report, digest("report", *known), read)


def _load(path: Path, terms: Terms = TERMS) -> bytes:
    if path.is_dir():
        raise ReadError(str(path), "a folder, not a file; name one report in it")
    try:
        with path.open("rb") as file:  # which may be a pipe or a device without an end
            return file.read(terms.size + 1)
    except FileNotFoundError:
        raise ReadError(str(path), "no such file; check the path") from None
    except OSError as error:
        raise ReadError(str(path), f"cannot be read ({error.strerror})") from None


def _understand(
    document: Document, code: str | None, year: int | None, roles: Sequence[RolePin]
) -> Report:
    language = get_language(code) if code else find_language(document.text)
    printed, script = document.text, language.find_script(document.text)
    if script:
        document = replace(document, text=printed.translate(script))
        roles = unify_roles(roles, script)
    paragraphs, ignored = read_paragraphs(document, language)
    outline = read_outline(paragraphs, language, roles)
    particulars = find_particulars(paragraphs, outline, language, document.name, year)
    sections = date_sections(outline.sections, particulars.year, language)
    goals = find_goals(outline.passages, sections, language)
    report = Report(
        document=document,
        language=language.code,
        year=particulars.year,
        issuer=particulars.issuer,
        title=particulars.title,
        outline=sections,
        goals=goals,
        ignored=ignored,
    )
    doubted = doubt_report(replace(report, notes=tuple(doubt_roles(roles, report))))
    return print_report(doubted, printed)


def read_pins(path: str | Path) -> Pins:
    """Read a file of pins: what was decided about goals and sections.

    Raises `BadPins` for a file that is none, `ReadError` for one that cannot be opened.
    """
    return parse_pins(_load(Path(path)), str(path))


def read_themes(path: str | Path) -> Lexicon:
    """Read a file of themes. Raises `BadThemes`, or `ReadError` where it cannot be opened."""
    return parse_themes(_load(Path(path)), str(path))


def read_indicators(path: str | Path, language: str) -> Registry:
    """Add a file of indicators to ours. Raises `BadIndicators`, or `ReadError` if not there."""
    return parse_indicators(_load(Path(path)), str(path), language)


def compare_reports(
    old: Report,
    new: Report,
    *,
    results: Sequence[Report] = (),
    pins: Pins = _NO_PINS,
    themes: Lexicon | None = None,
    indicators: Registry | None = None,
    embedder: Embedder | None = None,
    cross_language: bool = False,
) -> Comparison:
    """Say what became of every goal of the old report in the new one.

    ``results`` are later reports that may say what came of the old plan's targets. ``pins`` decide
    about some pairs of goals (their roles are for `read_report`); ``themes`` take the place of
    ours; ``indicators`` are from `read_indicators`; an ``embedder`` (see `load_embedder`) says
    what texts mean in place of our tables. Raises `LanguageMismatch` for reports in two languages,
    but for ``cross_language`` with an embedder: then goals are linked, and no figures compared.
    """
    crossing = cross_language and embedder is not None and old.language != new.language
    if crossing:
        results = ()
    else:
        check_languages(old, new, *results)
    comparer = Comparer(
        old.language,
        other=new.language if crossing else None,
        themes=themes,
        indicators=indicators,
        embedder=embedder,
    )
    old_read, new_read, *results_read = map(comparer.tag, (old, new, *results))
    for report in (old, new):
        pins = unify_pins(pins, comparer.language.find_script(report.document.text))
    both = comparer.count_titles(old_read, new_read)
    comparison = comparer.compare(*both, results=results_read, pins=pins)
    printed = print_comparison(comparison, old.document.text, new.document.text)
    return replace(printed, results=tuple(results))


def check_languages(first: Report, *others: Report) -> None:
    """Raise `LanguageMismatch` where a report is not in the language of the first."""
    for report in others:
        if first.language != report.language:
            names = (first.document.name, first.language, report.document.name, report.language)
            raise LanguageMismatch(*names)


class Comparer:
    """Compares pairs of reports of one language, or of one and an ``other``, in one manner."""

    def __init__(
        self,
        code: str,
        *,
        other: str | None = None,
        themes: Lexicon | None = None,
        indicators: Registry | None = None,
        embedder: Embedder | None = None,
        cache: Cache | None = None,
    ) -> None:
        self._themes, self._indicators, self._embedder = themes, indicators, embedder
        self.registry = indicators or load_registry(code)
        self.language = get_language(code)
        if other:
            self.language = join_languages(self.language, get_language(other))
        manner = (embedder and embedder.name), themes, (indicators and indicators.content)
        self.memory = Memory(cache, self.language.code, *manner)

    @property
    def theme_names(self) -> tuple[tuple[str, str], ...]:
        """Key and name of every theme, where they are not ours."""
        return tuple((t.key, t.name) for t in self._themes.themes) if self._themes else ()

    @cached_property
    def tagger(self) -> Tagger:
        """What finds themes: the user's, or ours."""
        code = self.language.code
        return Tagger(self._themes, code) if self._themes else get_tagger(code)

    def tag(self, report: Report) -> Report:
        """Bring a report into the script that is read; give its goals the user's themes, if any."""
        report = unify_report(report, self.language.find_script(report.document.text))
        if self._themes is None:
            return report
        return replace(report, goals=self.tagger.tag(report.goals))

    def count_titles(self, old: Report, new: Report) -> tuple[Report, Report]:
        """Give both, tagged, those of their titles as goals that say what the other sets as one."""
        from compare.alignment import count_titles, list_texts

        if self.language.crossing:
            return old, new
        self._encoder.learn([*list_texts(old), *list_texts(new)])
        manner = self._encoder, self.tagger
        return count_titles(old, new, *manner), count_titles(new, old, *manner)

    def compare(
        self, old: Report, new: Report, *, results: Sequence[Report] = (), pins: Pins = _NO_PINS
    ) -> Comparison:
        """Say what became of every goal of the old report in the new one; both are tagged."""
        ties, doubts = settle_pins(pins, old, new)

        def find() -> Found:
            return self._find(old, new, results, ties)

        alone = ties == NO_TIES and not results
        found = self.memory.recall(Found, "comparison", find, old, new) if alone else find()
        return Comparison(
            old=old,
            new=new,
            sections=found.sections,
            changes=found.changes,
            deliveries=found.deliveries,
            notes=(*doubts, *doubt_comparison(old, new), *doubt_results(old, results)),
            settings=tuple(self._list_settings(results, pins)),
            results=tuple(results),
            theme_names=self.theme_names,
        )

    def link_goals(self, old: Report, new: Report, ties: Ties = NO_TIES) -> tuple[Link, ...]:
        """Link the pledges of two reports, keeping to what is tied."""
        from compare.alignment import link_goals

        return link_goals(old, new, ties=ties, encoder=self._encoder)

    @cached_property
    def _encoder(self) -> "Encoder":
        """What reads a text that stands in several pairs once."""
        from compare.alignment import Encoder

        return Encoder(self.language, self._embedder)

    def _find(self, old: Report, new: Report, results: Sequence[Report], ties: Ties) -> Found:
        from compare.alignment import link_sections
        from compare.changes import find_changes
        from compare.delivery import find_deliveries
        from compare.reasons import explain_changes

        goals = self.link_goals(old, new, ties)
        sections = link_sections(old, new, goals, encoder=self._encoder)
        changes = find_changes(old, new, goals, sections, self.language, self.registry)
        explained = explain_changes(changes, new, self.language, self.registry)
        if self.language.crossing:
            return Found(sections, explained, ())
        return Found(sections, explained, find_deliveries(old, new, results, self.registry))

    def _list_settings(self, results: Sequence[Report], pins: Pins) -> Iterator[tuple[str, str]]:
        for report in results:
            yield "results", PurePath(report.document.name).name
        if pins.name:
            yield "pins", PurePath(pins.name).name
        if self._themes:
            yield "themes", PurePath(self._themes.name).name
        if self._indicators:
            yield "indicators", PurePath(self._indicators.source).name
        if self._embedder:
            yield "embedder", self._embedder.name
