"""The stages in their order; the only module that knows the order."""

from pathlib import Path

from compare.doubts import doubt_comparison, doubt_report
from compare.errors import LanguageMismatch, ReadError
from compare.goals import find_goals
from compare.languages import find_language, get_language
from compare.model import Comparison, Document, Report
from compare.outline import read_outline
from compare.paragraphs import read_paragraphs
from compare.particulars import date_sections, find_particulars
from compare.readers import BINARY_LIMIT, read_document


def read_report(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    format_in: str | None = None,
    language: str | None = None,
    year: int | None = None,
) -> Report:
    """Read a report from a path, or from bytes with the ``name`` they go by.

    Format, language and year are found in the report unless given; ``format_in`` is an ending
    without its dot. Raises a `ReadError` that says what is wrong with the file, or
    `UnknownLanguage`.
    """
    if isinstance(source, bytes):
        data, name = source, name or "report.txt"
    else:
        data, name = _load(Path(source)), name or str(source)
    return _understand(read_document(data, name, format_in), language, year)


def _load(path: Path) -> bytes:
    if path.is_dir():
        raise ReadError(str(path), "a folder, not a file; name one report in it")
    try:
        with path.open("rb") as file:  # which may be a pipe or a device without an end
            return file.read(BINARY_LIMIT + 1)
    except FileNotFoundError:
        raise ReadError(str(path), "no such file; check the path") from None
    except OSError as error:
        raise ReadError(str(path), f"cannot be read ({error.strerror})") from None


def _understand(document: Document, code: str | None, year: int | None) -> Report:
    language = get_language(code) if code else find_language(document.text)
    paragraphs, ignored = read_paragraphs(document, language)
    outline = read_outline(paragraphs, language)
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
    return doubt_report(report)


def compare_reports(old: Report, new: Report) -> Comparison:
    """Say what became of every goal of the old report in the new one.

    Raises `LanguageMismatch` for reports in two languages.
    """
    from compare.alignment import link_goals, link_sections
    from compare.changes import find_changes
    from compare.delivery import find_deliveries

    if old.language != new.language:
        names = (old.document.name, old.language, new.document.name, new.language)
        raise LanguageMismatch(*names)
    goals = link_goals(old, new)
    sections = link_sections(old, new, goals)
    return Comparison(
        old=old,
        new=new,
        sections=sections,
        changes=find_changes(old, new, goals, sections, get_language(old.language)),
        deliveries=find_deliveries(old, new),
        notes=doubt_comparison(old, new),
    )
