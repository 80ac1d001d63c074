"""Print a report as offices do, so that tests read what real programs wrote.

Needs LibreOffice and Chromium, which CI has not both: some of what they wrote of one sample report
stands beside it. To write that anew, or the same of other reports into another folder:

    python tests/printed/make.py [REPORT.txt … --into FOLDER]
"""

import argparse
import html
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from chromium import find_chromium  # noqa: E402 - the tests' own modules, run from anywhere
from documents import make_docx, make_pdf, paragraph, set_lines, wrap  # noqa: E402
from formats import STYLES, list_paragraphs, rank_line  # noqa: E402

REPORT = HERE.parents[1] / "seeds" / "hangzhou-2021-digest.txt"
SCANNED = (
    "政府工作报告",
    "一、2024年工作安排",
    "新增城镇就业20万人以上，城镇调查失业率控制在5.5%以内。支持高校毕业生就业创业。",
)
FONT = "Noto Sans CJK SC"
PAGE = """<!doctype html><meta charset="utf-8"><title>报告</title><style>
@page {{ size: A4; margin: 25mm }} body {{ font: 12pt/1.7 "{font}"; columns: {columns}; margin: 0 }}
p {{ text-indent: 2em; margin: 0 }} h2, h3 {{ font-size: 16pt; margin: 0.6em 0 }}
h3 {{ font-size: 14pt }}</style>{body}"""
DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}"/>'
    '<w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
COLUMNS = '<w:sectPr><w:cols w:num="{}" w:space="600"/></w:sectPr>'


def set_page(lines: Sequence[str], columns: int) -> str:
    def set_line(line: str) -> str:
        depth = rank_line(line)
        tag = f"h{depth}" if depth else "p"
        return f"<{tag}>{html.escape(line)}</{tag}>"

    return PAGE.format(font=FONT, columns=columns, body="".join(map(set_line, lines)))


def print_with_chromium(page: str, target: Path) -> None:
    chromium = find_chromium() or sys.exit("no Chromium found")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page, "utf-8")
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu"]
        command += ["--no-pdf-header-footer", f"--print-to-pdf={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True)


def write_word(lines: Sequence[str], columns: int) -> bytes:
    def style(line: str) -> str:
        depth = rank_line(line)
        indent = '<w:ind w:firstLine="480"/>'
        return paragraph(line, f'<w:pStyle w:val="h{depth}"/>' if depth else indent)

    body = [*map(style, lines), COLUMNS.format(columns)]
    return make_docx(body, styles=f"{DEFAULTS}{STYLES}")


def convert_with_libreoffice(word: bytes, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.docx")
        source.write_bytes(word)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        ending = target.suffix.lstrip(".")
        command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", folder]
        subprocess.run([*command, str(source)], check=True, capture_output=True)
        target.write_bytes(source.with_suffix(target.suffix).read_bytes())


def draw_scan(lines: Sequence[str], target: Path) -> None:
    """Write a page as a picture of black and white dots, 150 an inch."""
    import numpy as np
    import pypdfium2

    title, *rest = lines
    rows = [row for line in rest for row in wrap(line, 24, first=0 if rank_line(line) else 2)]
    written = make_pdf([[(200, 80, 22, title), *set_lines(rows, top=130, leading=24, size=14)]])
    with pypdfium2.PdfDocument(written) as pdf:
        dots = pdf[0].render(scale=150 / 72).to_numpy()[..., 0] > 128
    packed = zlib.compress(np.packbits(dots, axis=1).tobytes(), 9).hex()
    height, width = dots.shape
    form = f"/W {width} /H {height} /BPC 1 /CS /G /F [/AHx /Fl]"
    picture = f"q 595 0 0 842 0 0 cm BI {form} ID {packed}> EI Q"
    target.write_bytes(make_pdf([[]], extra=picture))


def print_report(report: Path, into: Path) -> None:
    """Write every form of a report: its name, then the program's."""
    lines = list_paragraphs(report.read_text("utf-8"))
    into.mkdir(parents=True, exist_ok=True)
    for columns in (1, 2):
        name = f"{report.stem}.{{}}-{columns}.pdf"
        print_with_chromium(set_page(lines, columns), into / name.format("chromium"))
        convert_with_libreoffice(write_word(lines, columns), into / name.format("libreoffice"))
    convert_with_libreoffice(write_word(lines, 1), into / f"{report.stem}.libreoffice.doc")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("reports", nargs="*", type=Path, default=[REPORT])
    parser.add_argument("--into", type=Path, default=HERE)
    arguments = parser.parse_args()
    for path in arguments.reports:
        print_report(path, arguments.into)
    draw_scan(SCANNED, arguments.into / "scan.pdf")
