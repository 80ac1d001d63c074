"""Web pages: the main text, whatever it is laid out with."""

import pytest

from compare.errors import CompareError
from compare.model import BlockKind
from compare.readers import read_document

PROSE = (
    "一、2023年工作回顾",
    "过去一年，全市地区生产总值增长5%，新增就业20万人，各项工作取得了新的成绩。",
    "二、2024年工作安排",
    "新增城镇就业20万人以上，城镇调查失业率控制在5.5%以内。支持高校毕业生就业创业。",
    "建成高标准农田30万亩，改造农村危房2000户。加快建设数字乡村，推进乡村振兴。",
)

LAYOUTS = {
    "paragraphs": "".join(f"<p>\u3000\u3000{line}</p>" for line in PROSE),
    "breaks": "<div>" + "<br><br/>".join(f"&nbsp;&nbsp;{line}" for line in PROSE) + "</div>",
    "cell": "<table><tr><td>" + "<br>".join(PROSE) + "</td></tr></table>",
    "divisions": "<div>" + "".join(f"<div><span>{line}</span></div>" for line in PROSE) + "</div>",
    "rows": "<table>" + "".join(f"<tr><td>{line}</td></tr>" for line in PROSE) + "</table>",
}

PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>2024年政府工作报告_某市人民政府</title>
<meta name="SiteName" content="某市人民政府"><style>p {{ color: red }}</style></head>
<body><div class="nav"><a href="/">首页</a> <a href="/news">新闻动态</a></div>
<script>document.write("目标，目标，目标，目标，目标，目标，目标，目标。")</script>
<div class="main"><h1>2024年政府工作报告</h1>
<table><tr><td>索引号：</td><td>001</td><td>发布日期：</td><td>2024-02-05</td></tr></table>
<div class="text">{body}</div>
<div class="share"><a href="#">分享</a><a href="#">打印</a></div></div>
<ul class="more"><li>
<a href="/1">市政府召开会议，研究部署安全生产工作，强调要守牢底线。</a></li></ul>
<div class="foot">主办单位：某市人民政府办公室 ICP备0001号</div><noscript>请打开脚本</noscript>
</body></html>"""


def make_page(body, charset="utf-8"):
    return PAGE.format(body=body, charset=charset).encode(charset)


def list_read(document):
    skipped = {b.span for b in document.blocks if b.kind is BlockKind.SKIPPED}
    lines, start = [], 0
    for line in document.text.split("\n"):
        if all(span.start != start for span in skipped):
            lines.append(line)
        start += len(line) + 1
    return lines


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030"])
def test_the_main_text_is_found_in_every_layout(layout, charset):
    document = read_document(make_page(LAYOUTS[layout], charset), "report.html")
    assert list_read(document) == [
        "2024年政府工作报告",
        "索引号：\t001\t发布日期：\t2024-02-05",
        *PROSE,
    ]


def test_what_stands_around_the_text_is_kept_but_set_aside():
    document = read_document(make_page(LAYOUTS["paragraphs"]), "report.html")
    skipped = [b for b in document.blocks if b.kind is BlockKind.SKIPPED]
    assert {b.reason for b in skipped} == {"navigation"}
    assert "首页 新闻动态" in [b.span.of(document.text) for b in skipped]


def test_scripts_and_styles_are_not_text():
    text = read_document(make_page(LAYOUTS["paragraphs"]), "report.html").text
    assert "document.write" not in text
    assert "color" not in text
    assert "脚本" not in text


def test_the_title_is_the_first_heading():
    document = read_document(make_page(LAYOUTS["breaks"]), "report.html")
    headings = [b for b in document.blocks if b.kind is BlockKind.HEADING]
    assert [(b.span.of(document.text), b.level) for b in headings] == [("2024年政府工作报告", 1)]


def test_a_title_that_only_the_head_knows_is_put_first():
    page = make_page(LAYOUTS["breaks"]).replace(b"h1>", b"i>").replace("<i>2024年".encode(), b"<i>")
    assert read_document(page, "report.html").text.startswith("2024年政府工作报告\n")


def test_headings_inside_the_text_are_marked():
    body = "".join(f"<h3>{line}</h3>" if line[1] == "、" else f"<p>{line}</p>" for line in PROSE)
    document = read_document(make_page(body), "report.html")
    headings = [b for b in document.blocks if b.kind is BlockKind.HEADING]
    assert [b.level for b in headings] == [1, 2, 2]


def test_a_table_of_values_is_a_line_a_row():
    rows = "".join(
        f"<tr><td>{a}</td><td><p>{b}</p></td></tr>"
        for a, b in (("指标", "目标"), ("就业", "20万人"))
    )
    document = read_document(make_page(LAYOUTS["paragraphs"] + f"<table>{rows}</table>"), "a.html")
    assert "\n指标\t目标\n就业\t20万人\n" in document.text


def test_a_line_break_of_the_source_is_no_blank_in_chinese():
    body = "".join(f"<p>{line}</p>" for line in PROSE).replace("新增", "新\n  增")
    assert list_read(read_document(make_page(body), "a.html"))[2:] == list(PROSE)


def test_what_is_hidden_is_not_text():
    body = LAYOUTS["paragraphs"] + '<p style="display: none">看不见</p><p hidden>也看不见</p>'
    assert "看不见" not in read_document(make_page(body), "a.html").text


def test_inline_pictures_do_not_matter():
    picture = f'<p><img src="data:image/png;base64,{"QUJD" * 1_250_000}"></p>'
    document = read_document(make_page(picture + LAYOUTS["paragraphs"]), "a.html")
    assert list_read(document)[2:] == list(PROSE)


def test_a_page_may_nest_without_end():
    body = "<div>" * 3_000 + LAYOUTS["paragraphs"]
    assert PROSE[-1] in read_document(make_page(body), "a.html").text


def test_the_bytes_are_believed_before_the_charset():
    page = PAGE.format(body=LAYOUTS["paragraphs"], charset="gb2312").encode("utf-8")
    assert PROSE[0] in read_document(page, "a.html").text


def test_an_unknown_charset_is_guessed():
    page = PAGE.format(body=LAYOUTS["paragraphs"], charset="x-none").encode("gb18030")
    assert PROSE[0] in read_document(page, "a.html").text


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<html><body><script>1</script>", b"\x00<html>"]
)
def test_a_page_without_text_is_refused(data):
    with pytest.raises(CompareError, match="no text"):
        read_document(data, "a.html")


def test_a_saved_page_is_read_like_the_page():
    page = make_page(LAYOUTS["paragraphs"], "gb18030")
    saved = (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + page
        + b"\r\n--x--\r\n"
    )
    document = read_document(saved, "report.mht")
    assert list_read(document)[2:] == list(PROSE)
    assert document.format == "mht"
