"""The stages in their order; the only module that knows the order."""

from pathlib import Path

from compare.doubts import doubt_report
from compare.errors import ReadError
from compare.goals import find_goals
from compare.languages import find_language, get_language
from compare.model import Document, Report
from compare.outline import read_outline
from compare.paragraphs import read_paragraphs
from compare.particulars import date_sections, find_particulars
from compare.readers import read_document


def read_report(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    language: str | None = None,
    year: int | None = None,
) -> Report:
    """Read a report from a path, or from bytes with the ``name`` they go by.

    Language and year are found in the text unless given. Raises a `ReadError` that says what is
    wrong with the file, or `UnknownLanguage`.
    """
    if isinstance(source, bytes):
        return _understand(read_document(source, name or "report.txt"), language, year)
    path = Path(source)
    return _understand(read_document(_load(path), name or str(path)), language, year)


def _load(path: Path) -> bytes:
    if path.is_dir():
        raise ReadError(str(path), "a folder, not a file; name one report in it")
    try:
        return path.read_bytes()
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
