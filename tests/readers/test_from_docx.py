"""Word files: what would print, and nothing else."""

import pytest
from documents import make_docx, make_zip, paragraph, run

from compare.model import BlockKind
from compare.readers import archives, read_document

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="Mine"/><w:basedOn w:val="h2"/></w:style>
<w:style w:type="paragraph" w:styleId="c1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="gone"><w:name w:val="Gone"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
"""


def level(depth, form, text, more=""):
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


NUMBERING = f"""
<w:abstractNum w:abstractNumId="7">
  {level(0, "chineseCountingThousand", "%1、")}
  {level(1, "chineseCounting", "（%2）")}
  {level(2, "decimal", "%3.")}
  {level(3, "decimal", "%1.%4", "<w:isLgl/>")}
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">{level(0, "bullet", chr(0xF0B7))}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
  <w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
"""


def numbered(text, depth=0, number=1):
    setting = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, setting)


def read(*body, **parts):
    return read_document(make_docx(body, **parts), "report.docx")


def read_lines(*body, **parts):
    return read(*body, **parts).text.splitlines()


def test_a_paragraph_is_a_line():
    assert read_lines(paragraph("一、目标"), paragraph("新增就业20万人。")) == [
        "一、目标",
        "新增就业20万人。",
    ]


def test_automatic_numbers_are_printed():
    lines = read_lines(
        numbered("回顾"),
        numbered("经济", 1),
        numbered("项目", 2),
        numbered("企业", 2),
        numbered("民生", 1),
        numbered("学校", 2),
        numbered("安排"),
        numbered("工业", 1),
        numbering=NUMBERING,
    )
    assert lines == [
        "一、回顾",
        "（一）经济",
        "1. 项目",
        "2. 企业",
        "（二）民生",
        "1. 学校",
        "二、安排",
        "（一）工业",
    ]


def test_a_list_may_begin_anew_and_count_in_digits():
    lines = read_lines(
        numbered("回顾"),
        numbered("项目", 2),
        numbered("企业", 2, number=2),
        numbered("学校", 2, number=2),
        numbered("合计", 3),
        numbering=NUMBERING,
    )
    assert lines == ["一、回顾", "1. 项目", "5. 企业", "6. 学校", "1.1 合计"]


def test_a_bullet_of_a_symbol_font_is_a_bullet():
    assert read_lines(numbered("就业", number=3), numbering=NUMBERING) == ["• 就业"]


def test_styles_number_and_mark_headings():
    document = read(
        paragraph("政府工作报告", '<w:pStyle w:val="t"/>'),
        paragraph("回顾", '<w:pStyle w:val="h1"/>'),
        paragraph("经济", '<w:pStyle w:val="own"/>'),
        paragraph("增长5%。"),
        styles=STYLES,
        numbering=NUMBERING,
    )
    assert document.text.splitlines() == ["政府工作报告", "一、回顾", "（一）经济", "增长5%。"]
    headings = [(b.span.of(document.text), b.level) for b in document.blocks]
    assert headings == [("政府工作报告", 1), ("一、回顾", 2), ("（一）经济", 3)]


def test_a_numbered_heading_is_no_title():
    document = read(
        paragraph("二、安排", '<w:pStyle w:val="t1"/>'),
        paragraph("（一）就业", '<w:pStyle w:val="t2"/>'),
        styles='<w:style w:styleId="t1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="t2"><w:name w:val="heading 2"/></w:style>',
    )
    assert [block.level for block in document.blocks] == [2, 3]


def test_tracked_changes_are_accepted_and_said():
    document = read(
        paragraph(
            runs=run("增长")
            + f"<w:ins>{run('6')}</w:ins>"
            + f"<w:del>{run('5', tag='delText')}</w:del>"
            + run("%。")
        ),
        f"<w:moveFrom>{paragraph('搬走')}</w:moveFrom>",
    )
    assert document.text == "增长6%。"
    (note,) = document.notes
    assert note.code == "tracked-changes"
    assert dict(note.facts) == {"name": "report.docx", "kept": "1", "dropped": "2"}


def test_a_deleted_paragraph_mark_joins_paragraphs():
    first = paragraph("前半，", "<w:rPr><w:del/></w:rPr>")
    assert read_lines(first, paragraph("后半。"), paragraph("又一段。")) == [
        "前半，后半。",
        "又一段。",
    ]


@pytest.mark.parametrize("hiding", ["<w:vanish/>", '<w:rStyle w:val="gone"/>'])
def test_hidden_text_is_left_out_and_said(hiding):
    document = read(paragraph("看得见", runs=run("看不见", hiding)), styles=STYLES)
    assert document.text == "看得见"
    assert [note.code for note in document.notes] == ["hidden-text"]


def test_hiding_switched_off_hides_nothing():
    assert read_lines(paragraph(runs=run("看得见", '<w:vanish w:val="0"/>'))) == ["看得见"]


def test_a_comment_is_not_text():
    comment = '<w:commentRangeStart w:id="0"/>' + run("目标") + '<w:commentReference w:id="0"/>'
    assert read_lines(paragraph(runs=comment)) == ["目标"]


def make_row(*cells):
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def test_a_table_is_read_row_by_row():
    table = (
        "<w:tbl>"
        + make_row(paragraph("指标"), paragraph("目标"))
        + make_row(paragraph("就业"), paragraph("20万") + paragraph("人"))
        + "</w:tbl>"
    )
    assert read_lines(table) == ["指标\t目标", "就业\t20万 人"]


def test_the_names_of_columns_are_no_text():
    table = (
        "<w:tbl>"
        + make_row(paragraph("指标"), paragraph("2023年实绩"), paragraph("2024年目标"))
        + make_row(paragraph("城镇新增就业"), paragraph("22万人"), paragraph("20万人以上"))
        + make_row(paragraph("责任单位"), paragraph("人社局"), paragraph("就业处"))
        + "</w:tbl>"
    )
    document = read(paragraph("主要目标如下。"), table)
    (block,) = document.blocks
    assert block.reason == "columns"
    assert block.span.of(document.text) == "指标\t2023年实绩\t2024年目标"


def test_a_table_of_one_cell_is_a_frame():
    table = "<w:tbl>" + make_row(paragraph("甲") + paragraph("乙")) + "</w:tbl>"
    assert read_lines(table) == ["甲", "乙"]


def test_a_footnote_follows_its_paragraph_and_is_not_counted():
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    document = read(
        paragraph("三张清单", runs=note + run("落地。")),
        paragraph("下一段。"),
        footnotes=f'<w:footnote w:id="2">{paragraph("即问题清单等。")}</w:footnote>',
    )
    assert document.text.splitlines() == ["三张清单落地。", "即问题清单等。", "下一段。"]
    (block,) = document.blocks
    assert (block.kind, block.reason) == (BlockKind.SKIPPED, "footnote")
    assert block.span.of(document.text) == "即问题清单等。"


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    runs = (
        f"<w:r><mc:AlternateContent {mc}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read_lines(paragraph("框外", runs=runs)) == ["框外", "框内"]


def test_a_field_shows_its_result_not_its_code():
    runs = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + run(" REF goal ", tag="instrText")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("20万人")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert read_lines(paragraph("就业", runs=runs + run("以上"))) == ["就业20万人以上"]


def test_a_table_of_contents_is_set_aside():
    document = read(
        paragraph("一、回顾\t3", '<w:pStyle w:val="c1"/>'), paragraph("一、回顾"), styles=STYLES
    )
    assert [b.reason for b in document.blocks] == ["contents"]


def test_breaks_tabs_and_symbols():
    runs = run("甲") + "<w:r><w:br/><w:t>乙</w:t><w:tab/><w:noBreakHyphen/>"
    runs += '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    assert read(paragraph(runs=runs)).text == "甲\n乙\t-•"


def test_a_strict_file_is_the_same():
    data = make_docx([paragraph("目标")])
    strict = data  # the archive is compressed: pack it anew with the other namespace
    parts = archives.Archive(data, "a.docx")
    strict = make_zip(
        {
            name: parts.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            for name in parts.names
        }
    )
    assert read_document(strict, "a.docx").text == "目标"
