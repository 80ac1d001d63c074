"""Headings of Chinese reports: numbering, roles, lead sentences, and what is no report at all."""

import re

from compare.languages.rules import Columns, Numbering, OutlineCues
from compare.languages.zh_goals import ACTION, VERB, is_talk, states
from compare.model import Role

_NUMERAL = "[一二三四五六七八九十百]"

_NUMBERINGS = (
    Numbering("part", re.compile(rf"(?P<number>第{_NUMERAL}+[章编部篇](?:分)?)[、：\s]?"), 1),
    Numbering("一、", re.compile(rf"(?P<number>{_NUMERAL}{{1,3}})[、.]"), 1),
    Numbering("（一）", re.compile(rf"（(?P<number>{_NUMERAL}{{1,3}})）[、.]?"), 2),
    Numbering(
        "第一，",
        re.compile(
            rf"(?P<number>第{_NUMERAL}{{1,3}})，(?=[^，；。]{{4,26}}(?:。|$)|[^；。]{{4,40}}$)"
        ),
        2,
        itemised=True,
    ),
    Numbering("1.", re.compile(r"(?P<number>\d{1,2})[.、](?!\d)"), 3, itemised=True),
    Numbering("（1）", re.compile(r"(?P<number>（\d{1,2}）|\d{1,2}[）)]|[①-⑳])"), 4, itemised=True),
)

_REVIEW = re.compile(
    r"回[顾顧]|成[绩績][单單]|[执執]行情[况況]|完成情[况況]|落实情况|[过過]去[一五几]?年|工作总结|主要成[就绩]|工作情况"
    r"|[一两三五]年来|主要工作$"
)
_PLAN = re.compile(
    r"目[标標]|任[务務]|安排|措施|举措|重点工作|总体要求|总体部署|工作部署|工作建议|政府工作的建议|计划草案|打算"
    r"|工作思路|政策取向|指导思想|今年.{0,6}工作|20\d\d年.{0,8}(?:工作|发展)$|自身建设"
)
_OTHER = re.compile(
    rf"“?十{_NUMERAL}五”?|五年规划|[今未]?[来后]五年|过去[三五十]年|[三五十]年来|本届政府|远景"
)
# A line of a web page or a newspaper; whatever ends like a sentence is none.
_FURNITURE = re.compile(
    r"^(?!.*[。；]$)(?:"
    r"(?:备注|附件|文号|索引号|主题词|来源|作者|字号|字体|分享|打印|关闭|收藏|纠错|扫一扫|相关链接|首页|返回"
    r"|上一篇|下一篇|责任编辑|编辑)(?:\W|$)|本报记者|（?记者"
    r"|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$"
    r"|.*?(?:信息?索引号|公开(?:方式|范围|时限|日期)|发布(?:机构|日期|单位|时间)|(?:生成|成文|公布)日期"
    r"|点击(?:率|数|量)|浏览(?:次数|量)|记者.{1,12}摄$|当前位置|版权所有|ICP备|网站标识码))"
)
_FOOTER = re.compile(
    r"^本作品(?:是|在)|公有领域|^版权所有|^Public domain|^Copyright|ICP备\d|网站标识码"
    r"|^主办(?:单位)?[:：]"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?!\d)")
_TITLE = re.compile(r"(?:工作|执行情况|计划草案).{0,24}报告|计划草案|^政府工作报告")
_ISSUER = re.compile(
    r"代表((?:[\u4e00-\u9fff]{2,14}?)?(?:人民政府|国务院))"
    r"|^(?!我|现在)(?:\d{4}年)?([\u4e00-\u9fff]{2,12}?(?:省|市|区|县|州|盟|旗|自治区)(?:人民政府)?)"
    r"(?=政府工作报告|工作报告|人民政府|20\d\d年)"
    r"|(?:在|^)([\u4e00-\u9fff]{2,9}?[省市区县州盟旗])(?=第[一二三四五六七八九十]+届人民代表大会)"
)

# A first sentence that titles what follows is short, has no comma, no figure, names no one thing.
_LEAD_OPENING = re.compile(r"^(?:同时|一年来|五年来|过去[一五]年|今年)，(?:我们)?")
_SPECIFIC = re.compile(r"\d|工程|行动|计划|项目|试点|公司|第[一二三四五六七八九十]")
_TREND = re.compile(
    r"(?:不断|加快|持续|全面|明显|显著|扎实|协同|蓬勃|稳步|进一步|深入|有力|有效|大幅|积极|加速|成效|更加|切实"
    r"|力度|成果|能力|水平|提质|扩面|增效|优化|深化|提升|加强|增强|推进|发展|改善|提高|实现|迈[出上]|取得|全国|稳中|更|新|领先)"
)
_TREND_END = re.compile(
    r"(?:优化|深化|提升|加强|增强|推进|发展|建设|培育|提振|发力|领先|升级|提质|增效|有效|有力|明显|突出|显著|加大|提速"
    r"|完善|提高|落实|加快|显现|改善|凸显|巩固|扩大|强劲|稳固|向好|协调|进展|突破|成效|台阶|成果|丰硕|彰显|彰显|活力"
    r"|加速|聚集|集聚|变化|步伐|局面|变革|跃升|回升|增长|优良|见效|形成|释放|拓展|畅通|和谐|稳定|安定)$"
)

# What is done once and for all titles nothing: 制定出资人监管权责清单。
_CONCRETE = re.compile(
    r"(?:制定|出台|修订|编制|颁布|印发|发布|举办|召开|设立|成立|新建|新增|新设|开通|启动|开工|取消)"
    r"|(?:支持|鼓励|引导)[^、]*、"  # 支持甲、乙发展: what others do, one by one
)


def _is_lead(sentence: str, role: Role) -> bool:
    text = _LEAD_OPENING.sub("", sentence)
    if not 4 <= len(text) <= 26 or not text.endswith("。") or "，" in text or "；" in text:
        return False
    body = text[:-1]
    if role is Role.PLAN:
        if _CONCRETE.match(body):
            return False
        return not re.search(r"\d", body) and not is_talk(text) and bool(ACTION.search(body))
    return len(body) <= 18 and bool(_TREND_END.search(body))


def _is_sublead(sentence: str, role: Role) -> bool:
    if not 5 <= len(sentence) <= 17 or not sentence.endswith("。"):
        return False
    body = sentence[:-1]
    if re.search(r"[，；、]", body) or _SPECIFIC.search(body):
        return False
    if role is Role.PLAN:
        return bool(VERB.match(body)) and not _CONCRETE.match(body)
    return len(body) <= 12 and bool(_TREND.search(body) and _TREND_END.search(body))


_ORDINAL = re.compile(r"[一二三四五六七八九十]{1,2}[是要](?=[^，])")
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》")
_OPENING = re.compile(r"(?:过去|这|[一两三四五]|\d+)[^，]{0,3}年[^，]{0,2}，(?:我们)?|我们(?!也)")
_SERIES = 60  # characters of a sentence that titles its paragraph, as others beside it do


def _find_manner(sentence: str) -> str:
    """Name the manner in which a sentence may title its paragraph, as those beside it do.

    >>> _find_manner("过去一年，我们先行先试激活力，改革开放多点突破。")
    '过去一年，我们'
    >>> _find_manner("坚持以民为本，践行宗旨守初心。"), _find_manner("新建学校3所。")
    ('2 clauses', '')
    """
    text = _QUOTED.sub("“”", sentence)
    if len(sentence) > _SERIES or not text.endswith("。") or re.search(r"[\d；：]", text):
        return ""
    if _ORDINAL.match(text):
        return "counted"
    if opening := _OPENING.match(text):
        return opening[0]
    clauses = text.count("，") + 1
    if clauses > 3 or len(text) > 20 * clauses or states(sentence) or _CONCRETE.match(text):
        return ""
    return f"{clauses} clauses"


# An unnumbered line that heads a whole part: 2024年工作安排.
_BANNER = re.compile(
    rf"^(?:(?:19|20)\d\d年)?[^，。；：]{{0,20}}"
    rf"(?:{_REVIEW.pattern}|(?:安排|目标|任务|自身建设)(?:建议)?)$"
)


def _rank_line(text: str, numbered: bool) -> int:
    return int(not numbered or bool(_BANNER.match(text)))


OUTLINE = OutlineCues(
    numberings=_NUMBERINGS,
    bullet=re.compile(r"^(?:——|—|－－|--)\s*(?=[^\d\s—])"),
    label=re.compile(r"^([\u4e00-\u9fff]{2,6})："),
    rank_line=_rank_line,
    goes_on=lambda _before, _after, _full: False,
    is_lead=_is_lead,
    is_sublead=_is_sublead,
    review=_REVIEW,
    plan=_PLAN,
    other=_OTHER,
    period=re.compile(r"\d|[年五]"),
    furniture=_FURNITURE,
    banner=_BANNER,
    find_manner=_find_manner,
    ordinal=_ORDINAL,
    address=re.compile(r"(?:各位代表|同志们|各位委员)[！，!,]"),
    footer=_FOOTER,
    year=_YEAR,
    title=_TITLE,
    columns=Columns(
        plan=re.compile(r"目标|计划|预期|预计|任务"),
        unit=re.compile(r"^(?:计量)?单\s*位$"),
        passed=re.compile(
            r"^序\s*号?$|编号|实绩|完成|实际|执行|增[长减幅]|同比|责任|牵头|属性|备注|\d年$"
        ),
    ),
    issuer=_ISSUER,
    headline=60,
    prose=40,
)
