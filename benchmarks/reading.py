"""Time the readers, each beside the library it stands on doing the least it can: all the text.

Ours also finds headings, tables, columns and running heads, and says where every character stands.
Reports of one text are made in every format; the two take turns, and the ratio is what counts.
"""

import argparse
import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from formats import FORMATS, list_paragraphs  # noqa: E402 - the tests know how to write reports

from compare.readers import read_document  # noqa: E402

Work = Callable[[bytes], object]


def read_with_pypdfium2(data: bytes) -> object:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def read_with_python_docx(data: bytes) -> object:
    from docx import Document

    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def read_with_lxml(data: bytes) -> object:
    from lxml import html

    return html.document_fromstring(data).text_content()


def read_with_python(data: bytes) -> object:
    return data.decode().splitlines()


PEERS: dict[str, tuple[str, Work]] = {
    "plain.docx": ("python-docx", read_with_python_docx),
    "numbered.docx": ("python-docx", read_with_python_docx),
    "paragraphs.html": ("lxml", read_with_lxml),
    "divisions.html": ("lxml", read_with_lxml),
    "one-column.pdf": ("pypdfium2", read_with_pypdfium2),
    "two-columns.pdf": ("pypdfium2", read_with_pypdfium2),
    "report.txt": ("bytes.decode", read_with_python),
    "report.md": ("bytes.decode", read_with_python),
}


def time_once(work: Work, data: bytes) -> float:
    start = time.process_time()
    work(data)
    return time.process_time() - start


def compare_speed(name: str, data: bytes, length: int, rounds: int) -> str:
    """Time both in turn; say ours in characters and pages a second, and the ratio."""
    peer, their_work = PEERS[name]

    def our_work(data: bytes) -> object:
        return read_document(data, name)

    works = our_work, their_work
    times = [[time_once(work, data) for work in works] for _ in range(rounds + 1)][1:]
    ours = statistics.median(own for own, _ in times)
    ratio = statistics.median(own / other for own, other in times if other)
    pages = len(read_document(data, name).pages)
    speed = f"{length / ours:12,.0f} characters/s" + f"{pages / ours:8,.0f} pages/s" * bool(pages)
    return f"{name:16} {speed:42} {ratio:7.1f} × {peer}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    known = parser.parse_args()
    lines = list_paragraphs(known.report.read_text("utf-8"))
    text = "\n".join(lines)
    made = {name: FORMATS[name](lines) for name in PEERS if name in FORMATS}
    made |= {name: text.encode() for name in PEERS if name not in made}
    print(f"{known.report}: {len(text):,} characters, {known.rounds} rounds, processor time")
    for name in PEERS:
        print(compare_speed(name, made[name], len(text), known.rounds))


if __name__ == "__main__":
    main()
