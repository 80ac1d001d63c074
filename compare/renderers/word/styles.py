"""How the paper looks: the faces and sizes of Chinese official documents, or plain English ones.

Chinese sizes and margins follow GB/T 9704-2012: title 小标宋 22 pt, text 仿宋 16 pt on 28 pt lines,
headings 黑体 and 楷体; tables and goals are set smaller.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from compare.renderers.word.markup import SPACE

BLUE, AMBER, GREY = "1F4E8C", "8A5200", "595959"


@dataclass(frozen=True, slots=True)
class Look:
    """A style: Latin face, Chinese face, size and leading in points, and what else is set."""

    latin: str
    chinese: str
    size: float
    leading: float
    before: float = 0
    after: float = 0
    bold: bool = False
    align: str = "left"
    indent: int = 0  # hundredths of a character
    keep: bool = False
    outline: int | None = None
    opens: bool = False  # a page of its own
    colour: str = ""


SONG, FANG, KAI, HEI, TITLE = "宋体", "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
SERIF, SANS, ROMAN = "Georgia", "Arial", "Times New Roman"

LOOKS: Mapping[str, Mapping[str, Look]] = {
    "zh": {
        "Normal": Look(ROMAN, FANG, 16, 28, align="both"),
        "Title": Look(ROMAN, TITLE, 22, 36, after=8, align="center", keep=True),
        "Subtitle": Look(ROMAN, KAI, 14, 24, after=18, align="center"),
        "BodyText": Look(ROMAN, FANG, 16, 28, after=6, align="both", indent=200),
        "Heading1": Look(ROMAN, HEI, 16, 28, before=14, after=4, keep=True, outline=0),
        "Annex": Look(ROMAN, HEI, 16, 28, after=4, keep=True, outline=0, opens=True),
        "Heading2": Look(ROMAN, KAI, 14, 24, before=12, after=4, keep=True, outline=1),
        "TableHead": Look(ROMAN, HEI, 10.5, 16, before=2, after=2, keep=True),
        "TableText": Look(ROMAN, FANG, 12, 18, before=2, after=2),
        "GoalText": Look(ROMAN, FANG, 11, 17, before=2, after=1),
        "Small": Look(ROMAN, KAI, 9, 13, after=2, colour=GREY),
        "Remark": Look(ROMAN, KAI, 11, 18, before=4, after=6, colour=GREY),
        "Footer": Look(SONG, SONG, 14, 20, align="center"),
    },
    "en": {
        "Normal": Look(SERIF, SONG, 11, 16),
        "Title": Look(SERIF, SONG, 22, 28, after=6, keep=True),
        "Subtitle": Look(SERIF, SONG, 11, 16, after=16, colour=GREY),
        "BodyText": Look(SERIF, SONG, 12, 18, after=8),
        "Heading1": Look(SANS, HEI, 14, 20, before=18, after=6, bold=True, keep=True, outline=0),
        "Annex": Look(SANS, HEI, 14, 20, after=6, bold=True, keep=True, outline=0, opens=True),
        "Heading2": Look(SANS, HEI, 11, 16, before=14, after=4, bold=True, keep=True, outline=1),
        "TableHead": Look(SANS, HEI, 8.5, 12, before=2, after=2, bold=True, keep=True),
        "TableText": Look(SERIF, SONG, 10, 14, before=2, after=2),
        "GoalText": Look(SERIF, SONG, 10, 14.5, before=2, after=1),
        "Small": Look(SANS, SONG, 7.5, 11, after=2, colour=GREY),
        "Remark": Look(SERIF, SONG, 9.5, 14, before=4, after=6, colour=GREY),
        "Footer": Look(SANS, SONG, 9, 12, align="center", colour=GREY),
    },
}
NAMES = {
    "BodyText": "Body Text",
    "Footer": "footer",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
}
BUILT_IN = {*NAMES, "Normal", "Title", "Subtitle", "Strong"}  # Word knows these itself
COLOURS = {"Up": BLUE, "Down": AMBER, "Strong": "", "Quiet": GREY}
# What stands in where a face is missing: its other names, then its kin; last, its family.
FACES = {
    TITLE: ("FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,SimSun,Songti SC,Noto Serif CJK SC", "roman"),
    FANG: ("仿宋,FangSong,STFangsong,华文仿宋,Noto Serif CJK SC", "modern"),
    KAI: ("楷体,KaiTi,STKaiti,华文楷体,Kaiti SC,Noto Serif CJK SC", "script"),
    HEI: ("SimHei,Heiti SC,Microsoft YaHei,Noto Sans CJK SC", "swiss"),
    SONG: ("SimSun,Songti SC,STSong,Noto Serif CJK SC", "roman"),
    SERIF: ("Times New Roman,Liberation Serif,DejaVu Serif", "roman"),
    SANS: ("Helvetica,Liberation Sans", "swiss"),
}


def write_styles(language: str) -> str:
    """Write the styles part for a language of the product."""
    looks = LOOKS[language]
    normal = looks["Normal"]
    default = f"<w:rPrDefault><w:rPr>{_write_face(normal)}{_write_tongue()}</w:rPr></w:rPrDefault>"
    styles = [_write_style(key, look) for key, look in looks.items()]
    styles += [_write_character(key, colour) for key, colour in COLOURS.items()]
    return (
        f"<w:styles {SPACE}><w:docDefaults>{default}<w:pPrDefault/></w:docDefaults>"
        f"{''.join(styles)}{LEDGER}</w:styles>"
    )


def write_faces() -> bytes:
    """Write the font table: what each face may be replaced by."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/>'
        f'<w:family w:val="{family}"/></w:font>'
        for name, (others, family) in FACES.items()
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<w:fonts {SPACE}>{fonts}</w:fonts>".encode()


def _write_style(key: str, look: Look) -> str:
    name = NAMES.get(key, key)
    default = ' w:default="1"' if key == "Normal" else ""
    own = "" if key in BUILT_IN else ' w:customStyle="1"'
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    weight = "<w:b/>" if look.bold else '<w:b w:val="0"/>'
    colour = f'<w:color w:val="{look.colour}"/>' if look.colour else ""
    size = f'<w:sz w:val="{look.size * 2:.0f}"/><w:szCs w:val="{look.size * 2:.0f}"/>'
    return (
        f'<w:style w:type="paragraph"{default}{own} w:styleId="{key}">'
        f'<w:name w:val="{name}"/>{based}'
        f"<w:qFormat/><w:pPr>{_write_setting(look)}</w:pPr>"
        f"<w:rPr>{_write_face(look)}{weight}{colour}{size}</w:rPr></w:style>"
    )


def _write_setting(look: Look) -> str:
    keep = "<w:keepNext/>" if look.keep else ""
    keep += "<w:pageBreakBefore/>" if look.opens else ""
    spacing = (
        f'<w:spacing w:before="{look.before * 20:.0f}" w:after="{look.after * 20:.0f}"'
        f' w:line="{look.leading * 20:.0f}" w:lineRule="atLeast"/>'
    )
    indent = f'<w:ind w:firstLineChars="{look.indent}"/>' if look.indent else ""
    outline = "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>'
    return f'{keep}{spacing}{indent}<w:jc w:val="{look.align}"/>{outline}'


def _write_face(look: Look) -> str:
    latin, chinese = look.latin, look.chinese
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:cs="{latin}" w:eastAsia="{chinese}"/>'


def _write_tongue() -> str:
    return '<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>'


def _write_character(key: str, colour: str) -> str:
    paint = f'<w:color w:val="{colour}"/>' if colour else ""
    weight = "" if key == "Quiet" else "<w:b/>"
    own = "" if key in BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{own} w:styleId="{key}"><w:name w:val="{key}"/>'
        f"<w:rPr>{weight}{paint}</w:rPr></w:style>"
    )


def _draw_line(side: str, width: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>'


LEDGER = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="Ledger"><w:name w:val="Ledger"/>'
    "<w:tblPr><w:tblBorders>"
    f"{_draw_line('top', 8, '000000')}{_draw_line('bottom', 8, '000000')}"
    f"{_draw_line('insideH', 2, 'A6A6A6')}</w:tblBorders><w:tblCellMar>"
    '<w:left w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    f"{_draw_line('bottom', 6, '000000')}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
)
