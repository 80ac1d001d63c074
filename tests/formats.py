"""One report in many formats, written by code."""

import html
import re

from documents import make_docx, make_pdf, paragraph, run, set_lines, wrap

NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="{}"/>
    <w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="h{n}"><w:name w:val="heading {n}"/></w:style>'
    for n in (1, 2, 3)
)
NUMBERED = re.compile(
    r"(?P<part>[一二三四五六七八九十]+、)|(?P<section>[（(][一二三四五六七八九十]+[）)])"
)


def list_paragraphs(text):
    plain = (re.sub(r"^#+\s*|\*\*", "", line.strip("\u3000 ")) for line in text.splitlines())
    return [line for line in plain if line]


def as_docx(lines):
    return make_docx([paragraph(line) for line in lines])


def rank_line(line):
    """Give the depth of a heading; 0 for none."""
    match = NUMBERED.match(line)
    return 0 if match is None or len(line) > 60 else 2 if match["part"] else 3


def as_styled_docx(lines):
    def style(line):
        depth = rank_line(line)
        return paragraph(line, f'<w:pStyle w:val="h{depth}"/>' if depth else "")

    return make_docx(map(style, lines), styles=STYLES)


def as_numbered_docx(lines):
    def number(line):
        match = NUMBERED.match(line)
        if match is None:
            return paragraph(line)
        depth = 0 if match["part"] else 1
        setting = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
        return paragraph(line[match.end() :], setting)

    parts = [match["part"] for line in lines if (match := NUMBERED.match(line)) and match["part"]]
    start = 1 + "一二三四五".index(parts[0][0])  # an excerpt may begin with 二、
    return make_docx(map(number, lines), numbering=NUMBERING.format(start))


def as_tracked_docx(lines):
    def track(line):
        half = len(line) // 2
        gone = f"<w:del>{run('删去的话', tag='delText')}</w:del>"
        return paragraph(line[:half], runs=f"{gone}<w:ins>{run(line[half:])}</w:ins>")

    return make_docx(map(track, lines))


def as_html(before, after, charset="utf-8"):
    def make(lines):
        body = "".join(f"{before}{html.escape(line)}{after}" for line in lines)
        page = (
            f'<html><head><meta charset="{charset}"></head><body><div><a href="/">首页</a></div>'
            f"<table><tr><td>{body}</td></tr></table><div>分享到</div></body></html>"
        )
        return page.encode(charset)

    return make


def as_pdf(columns):
    width = 36 if columns == 1 else 17
    places = [80] if columns == 1 else [70, 310]

    def make(lines):
        rows = [row for line in lines for row in wrap(line, width)]
        pages = []
        for start in range(0, len(rows), 34 * columns):
            number = len(pages) + 1
            page = [(250, 40, 9, "政府工作报告"), (290, 812, 9, f"— {number} —")]
            for k, x in enumerate(places):
                part = rows[start + 34 * k : start + 34 * (k + 1)]
                page += set_lines(part, x=x, top=80)
            pages.append(page)
        return make_pdf(pages)

    return make


FORMATS = {
    "plain.docx": as_docx,
    "styled.docx": as_styled_docx,
    "numbered.docx": as_numbered_docx,
    "tracked.docx": as_tracked_docx,
    "paragraphs.html": as_html("<p>", "</p>"),
    "breaks.html": as_html("&nbsp;&nbsp;", "<br>"),
    "divisions.html": as_html("<div><font>", "</font></div>", "gb18030"),
    "one-column.pdf": as_pdf(1),
    "two-columns.pdf": as_pdf(2),
}
