"""Chinese: government work reports (政府工作报告) and the plans that go with them."""

import re
from collections import Counter
from functools import cache
from typing import Any

from compare.languages.rules import GoalCues, Language, Numbering, OutlineCues
from compare.model import Quantity, Role
from compare.text import Repairs

_WIDE = r"[\u2e80-\u303f\u31c0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’…—·℃㎡]"
_NUMERAL = "[一二三四五六七八九十百]"

# Full-width letters, digits and signs, one character for one: ９％ becomes 9%.
_WIDTHS = {code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()}
_WIDTHS |= {ord("％"): "%", ord("．"): ".", ord("＋"): "+", ord("－"): "-", ord("～"): "~"}
_WIDTHS |= {ord("﹪"): "%", ord("㎡"): "㎡", ord("／"): "/", ord("＜"): "<", ord("＞"): ">"}
_FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
_MARKS = (
    (re.compile(rf"(?<={_WIDE})[,:;!?()]|[,:;!?()](?={_WIDE})"), _FULL),
    (re.compile(r"(?<=[%\w])[,;](?=\D|$)|(?<=[%\w])[!?:](?=$|[^\w/.])"), _FULL),
)
REPAIRS = Repairs(widths=_WIDTHS, marks=_MARKS, wide=_WIDE, joined=True)

_NUMBERINGS = (
    Numbering("part", re.compile(rf"(?P<number>第{_NUMERAL}+[章编部篇](?:分)?)[、：\s]?"), 1),
    Numbering("一、", re.compile(rf"(?P<number>{_NUMERAL}{{1,3}})[、.]"), 1),
    Numbering("（一）", re.compile(rf"（(?P<number>{_NUMERAL}{{1,3}})）[、.]?"), 2),
    Numbering("1.", re.compile(r"(?P<number>\d{1,2})[.、](?!\d)"), 3, itemised=True),
    Numbering("（1）", re.compile(r"(?P<number>（\d{1,2}）|\d{1,2}[）)]|[①-⑳])"), 4, itemised=True),
)

_REVIEW = re.compile(
    r"回顾|成绩单|执行情况|完成情况|落实情况|过去[一五几]?年|工作总结|主要成[就绩]|工作情况"
    r"|[一两三五]年来|主要工作$"
)
_PLAN = re.compile(
    r"目标|任务|安排|措施|举措|重点工作|总体要求|总体部署|工作部署|工作建议|政府工作的建议|计划草案|打算"
    r"|工作思路|政策取向|指导思想|今年.{0,6}工作|20\d\d年.{0,8}(?:工作|发展)$|自身建设"
)
_OTHER = re.compile(rf"“?十{_NUMERAL}五”?|五年规划|[今未]?[来后]五年|本届政府|远景")
_FURNITURE = re.compile(
    r"信息?索引号|公开(?:方式|范围|时限|日期)|发布(?:机构|日期|单位|时间)|(?:生成|成文|公布)日期|点击(?:率|数|量)"
    r"|浏览(?:次数|量)|^(?:备注|附件|文号|索引号|主题词|来源|作者|字号|字体|分享|打印|关闭|收藏|纠错|扫一扫|相关链接"
    r"|首页|返回|上一篇|下一篇|责任编辑|编辑)\W?|记者.{1,12}摄$|本报记者|^\(?（?记者|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
    r"(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$|当前位置|版权所有|ICP备|网站标识码"
)
_FOOTER = re.compile(
    r"^本作品(?:是|在)|公有领域|^版权所有|^Public domain|^Copyright|ICP备\d|网站标识码|^主办单位?[:：]"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?!\d)")
_TITLE = re.compile(r"(?:工作|执行情况|计划草案).{0,24}报告|计划草案|^政府工作报告")
_ISSUER = re.compile(
    r"代表((?:[\u4e00-\u9fff]{2,14}?)?(?:人民政府|国务院))"
    r"|^(?:\d{4}年)?([\u4e00-\u9fff]{2,12}?(?:省|市|区|县|州|盟|旗|自治区)(?:人民政府)?)"
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
_VERBS = (
    "加强|加快|加大|推进|推动|促进|深化|完善|优化|提升|提高|打造|打好|打响|打赢|建设|建立|健全|实施|落实|扩大|拓展|构建|培育|发展|"
    "支持|鼓励|引导|强化|巩固|做好|做强|做优|做大|办好|抓好|抓实|抓紧|狠抓|开展|组织|举办|筹办|承办|新增|新建|新开工|新引|新设|新改|"
    "建成|完成|启动|开工|争创|争取|力争|创建|创新|确保|保障|保持|改善|改革|严格|严控|严防|防范|化解|整治|治理|守牢|筑牢|"
    "推广|推行|推出|探索|谋划|编制|制定|出台|修订|设立|成立|引进|引育|吸引|培养|选树|选派|弘扬|传承|赓续|保护|修复|淘汰|压减|减少|"
    "降低|减轻|清理|清除|取消|放宽|扶持|帮助|帮扶|服务|融入|参与|协同|联动|统筹|坚持|坚决|坚定|全面|全力|大力|积极|深入|扎实|"
    "持续|继续|切实|着力|努力|进一步|稳步|稳妥|有序|高质量|高水平|高标准|高起点|高效率|高品质|高效|充分|更加|更好|广泛|精心|认真|"
    "精准|科学|依法|合理|严厉|重点|加力|提速|主动|激发|释放|增强|增加|稳定|稳住|稳|用好|用足|管好|守住|维护|纵深|突出|聚焦|贯彻|"
    "安排|筹集|筹建|迁建|改建|扩建|改造|提标|规划|布局|攻克|突破|壮大|繁荣|丰富|普及|覆盖|实现|达到|控制|缩小|消除|延伸|畅通|"
    "打通|打击|打破|破解|破除|解决|清零|兑现|下放|简化|规范|监督|监管|督促|整合|盘活|出让|收储|招引|招商|签约|落地|投用|投产|竣工|"
    "使|让|把|将|对|向|为|由|从|给予|赋予|允许|禁止|不得|不搞|决不|绝不|要|必须|应当|应|尽快|尽早|逐步|适时|适度|适当|基本|"
    "倡导|宣传|营造|净化|凝聚|树立|践行|厉行|履行|接受|听取|办理|回应|关爱|关心|救助|照顾|安置|发放|补助|补贴|免除|减免|提供|"
    "兴办|兴建|开通|开放|开发|开拓|开辟|开设|扩容|扩绿|造林|绿化|亮化|美化|疏解|疏通|治|管|建|办|抓|促|保|稳|增|扩|强|补|"
    "搭建|链接|对接|衔接|嵌入|迭代|升级|更新|焕新|激活|唱响|讲好|擦亮|做|放大|放活|搞好|搞活|理顺|明确|压实|夯实|站稳|立足|"
    "携手|共克|拆除|关停|退出|转移|转化|转型|运用|应用|利用|发挥|发行|发布|发出|投入|投资|投放|筛查|排查|核查|检查|查处|惩治|反对|整改|"
    "调整|调动|调控|平衡|均衡|兼顾|顺应|适应|对标|对照|借鉴|学习|锤炼|提请|提前|延长|缩短|压缩|精简|合并|归并|取缔|遏制|遏|杜绝|"
    "振兴|复兴|复制|扭转|扩面|承接|承担|汇聚|集聚|聚力|聚|瞄准|紧盯|紧扣|紧抓|抢抓|抓住|把握|把好|严把|严守|严打|严肃|严查|"
    "赋能|注重|重视|尊重|信任|善待|维修|养护|管控|管护|预防|应对|处置|处理|调处|调解|加装|配备|配置|配套|设置|铺设|试行|试点"
)
_VERB = re.compile(rf"^(?:我们)?(?:将|要|还要|还将|也要|必须|继续|再)?(?:{_VERBS})")
_ACTION = re.compile(rf"(?<![首重主需])要|{_VERBS}")
_MODAL = re.compile(r"(?<![首重主需])要|必须|确保|务必|决不|将|力争|争取|坚决|切实")


def _is_lead(sentence: str, role: Role) -> bool:
    text = _LEAD_OPENING.sub("", sentence)
    if not 4 <= len(text) <= 26 or not text.endswith("。") or "，" in text or "；" in text:
        return False
    body = text[:-1]
    if role is Role.PLAN:
        return not re.search(r"\d", body) and not _is_talk(text) and bool(_ACTION.search(body))
    return len(body) <= 18 and bool(_TREND_END.search(body))


def _is_sublead(sentence: str, role: Role) -> bool:
    if not 5 <= len(sentence) <= 17 or not sentence.endswith("。"):
        return False
    body = sentence[:-1]
    if re.search(r"[，；、]", body) or _SPECIFIC.search(body):
        return False
    if role is Role.PLAN:
        return bool(_VERB.match(body))
    return len(body) <= 12 and bool(_TREND.search(body) and _TREND_END.search(body))


OUTLINE = OutlineCues(
    numberings=_NUMBERINGS,
    bullet=re.compile(r"^(?:——|—|－－|--)\s*(?=[^\d\s—])"),
    label=re.compile(r"^([\u4e00-\u9fff]{2,6})："),
    banner=re.compile(
        rf"^(?:(?:19|20)\d\d年)?[^，。；：]{{0,20}}"
        rf"(?:{_REVIEW.pattern}|(?:安排|目标|任务|自身建设)(?:建议)?)$"
    ),
    is_lead=_is_lead,
    is_sublead=_is_sublead,
    review=_REVIEW,
    plan=_PLAN,
    other=_OTHER,
    furniture=_FURNITURE,
    footer=_FOOTER,
    year=_YEAR,
    title=_TITLE,
    issuer=_ISSUER,
    headline=60,
    prose=40,
)

_TALK = re.compile(
    r"^(?:各位代表|同志们|朋友们|今年是|20\d\d年是|当前|面对|综合(?:分析|考虑)|新的一年里?|过去[一五几]年|回顾|展望|我们坚信"
    r"|让我们|站在|雄关|前期|经本次|上述|在此|实践证明|历史|困难|总的看|总体(?:看|来看)|我国|当今|现在|我们(?:有|的|深|坚|相|清|所)"
    r"|从根本上说|今年.{0,16}(?:任务|形势|挑战)|只要|绿色发展是|就业是|这(?:是|些|会|既|一))"
    r"|(?:总体要求|指导思想|总体思路|基本思路|总要求|目标)(?:是|为)?：?坚?持?以.{0,12}(?:思想|理论)"
    r"|(?:总体要求|指导思想|总体思路|总的要求|总要求)(?:是|为|：)"
    r"|：$|^做好.{0,12}工作，(?:必须|要)|^把.{2,30}作为.{2,20}[。；]$|^[一二三四五六七八九]是把.{2,40}作为"
    r"|而奋斗[！。]|更加紧密地?团结|作出(?:新的)?(?:更大)?(?:的)?贡献[！。]|锦绣繁华|[？！]$"
)
_COPULA = re.compile(r"^[^，要将须]{2,16}(?:是|乃)[^，]{2,}|^[^，]{0,14}(?:不容|不易|不足|不够|繁重|艰巨)")
_LEAD_IN = re.compile(
    r"^(?:以[^，]{2,40}为[^，]{1,20}(?:[，、]|$)|(?:围绕|按照|针对|通过|依托|对照|聚焦|根据|结合|借助|立足|顺应|瞄准|发挥|坚持|紧扣|抢抓|紧盯"
    r"|抓住|着眼|面向|遵循|适应|鉴于|为|随着|在[^，]{2,24}(?:上|下|中|前提下|基础上|同时))[^，]*(?:，|$))"
)
_ALONE = re.compile(r"^(?:确保|使|让|从而|以此|切实|进而|以便|更好|力求|真正|不断|努力(?:实现)?|逐步|坚决|有效|着力)")


def _is_talk(sentence: str) -> bool:
    if _TALK.search(sentence):
        return True
    return bool(_COPULA.match(sentence)) and not _MODAL.search(sentence)


def _starts_goal(clause: str) -> bool:
    body = clause.rstrip("，、。；")
    return len(body) >= 6 and bool(_VERB.match(body)) and not _ALONE.match(body)


def _leads_in(clause: str) -> bool:
    return bool(_LEAD_IN.match(clause)) and not re.search(r"\d", clause)


GOALS = GoalCues(
    sentence=re.compile(r"(?:[“‘「『（《][^”’」』）》]*[”’」』）》]|[^。！？；])*(?:[。！？；]+[”’」』）]*|$)"),
    clause=re.compile(r"(?:[“‘「『（《][^”’」』）》]*[”’」』）》]|[^，])*(?:，|$)"),
    intro=re.compile(r"^[^，。：]{0,40}(?:目标|任务|要求|工作)(?:建议)?(?:是|为)?：|^[一二三四五六七八九]是(?=[^，]{2})"),
    is_talk=_is_talk,
    starts_goal=_starts_goal,
    leads_in=_leads_in,
)


@cache
def _segmenter() -> Any:
    import rjieba

    return rjieba.Jieba()


def split_words(text: str) -> list[str]:
    """Cut a text into words; joined again they are the text."""
    words: list[str] = _segmenter().cut(text)
    return words


_FOLDED = str.maketrans("，：；！？（）“”‘’、。", ",:;!?()\"\"''.." )


def fold(text: str) -> str:
    """Bring to one form what only looks different: widths, punctuation, case."""
    return text.translate(_WIDTHS).translate(_FOLDED).lower()


def _share(text: str) -> float:
    letters = re.findall(r"[\u4e00-\u9fff]|[A-Za-z]+", text)
    return sum(len(word) == 1 and word > "\u4e00" for word in letters) / max(1, len(letters))


def _guess_issuer(text: str) -> str:
    """Guess the place a report speaks of: the province or city that it names most often."""
    from importlib import resources

    data = resources.files("compare.languages").joinpath("data", "places-zh.txt")
    names = data.read_text("utf-8").split()
    counts = Counter(re.findall("|".join(sorted(names, key=len, reverse=True)), text))
    return counts.most_common(1)[0][0] if counts else ""


def _find_quantities(text: str) -> tuple[Quantity, ...]:
    from compare.languages.zh_quantities import find_quantities

    return find_quantities(text)


def _same_indicator(one: str, other: str) -> float:
    """Tell how far two phrases may name one indicator: 城镇新增就业 and 新增城镇就业."""
    from compare.wording import measure_likeness

    return measure_likeness(one, other)


def _themes() -> dict[str, tuple[str, ...]]:
    return {}


LANGUAGE = Language(
    code="zh",
    name="中文",
    share=_share,
    repairs=REPAIRS,
    outline=OUTLINE,
    goals=GOALS,
    split_words=split_words,
    fold=fold,
    find_quantities=_find_quantities,
    same_indicator=_same_indicator,
    guess_issuer=_guess_issuer,
    themes=_themes,
)
