"""Commitments in Chinese: what is one, what is mere talk, and where one ends."""

import re
from collections.abc import Iterator

from compare.languages.rules import GoalCues
from compare.languages.zh_numerals import counts_nothing
from compare.model import Quantity

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
    "给予|赋予|允许|禁止|不得|不搞|决不|绝不|要|必须|应当|应|尽快|尽早|逐步|适时|适度|适当|基本|"
    "倡导|宣传|营造|净化|凝聚|树立|践行|厉行|履行|接受|听取|办理|回应|关爱|关心|救助|照顾|安置|发放|补助|补贴|免除|减免|提供|"
    "兴办|兴建|开通|开放|开发|开拓|开辟|开设|扩容|扩绿|造林|绿化|亮化|美化|疏解|疏通|治|管|建|办|抓|促|保|稳|增|扩|强|补|"
    "搭建|链接|对接|衔接|嵌入|迭代|升级|更新|焕新|激活|唱响|讲好|擦亮|做|放大|放活|搞好|搞活|理顺|明确|压实|夯实|站稳|立足|"
    "携手|共克|拆除|关停|退出|转移|转化|转型|运用|应用|利用|发挥|发行|发布|发出|投入|投资|投放|筛查|排查|核查|检查|查处|惩治|反对|整改|"
    "调整|调动|调控|平衡|均衡|兼顾|顺应|适应|对标|对照|借鉴|学习|锤炼|提请|提前|延长|缩短|压缩|精简|合并|归并|取缔|遏制|遏|杜绝|"
    "振兴|复兴|复制|扭转|扩面|承接|承担|汇聚|集聚|聚力|聚|瞄准|紧盯|紧扣|紧抓|抢抓|抓住|把握|把好|严把|严守|严打|严肃|严查|"
    "赋能|注重|重视|尊重|信任|善待|维修|养护|管控|管护|预防|应对|处置|处理|调处|调解|加装|配备|配置|配套|设置|铺设|试行|试点|"
    "创成|织密|织牢|铸牢|严禁|关怀|警惕|开创|挖掘|深挖|焕活|涵养|永葆|锻造|锤炼|牢记|解放|创造|示范"
)
_TAKEN = "使|让|把|将|对|向|为|由|从"  # what a commitment may begin with before its verb
VERB = re.compile(rf"^(?:我们)?(?:将|要|还要|还将|也要|必须|继续|再)?(?:{_VERBS}|{_TAKEN})")
ACTION = re.compile(rf"(?<![首重主需])要|{_VERBS}")
_MODAL = re.compile(
    r"(?<![首重主需必紧])要(?!求|素|点|闻|害|事|大(?![力幅胆]))|必须|确保|务必|决不|(?<![必即])将(?!长期处于|会|来)"
    r"|力争|争取|坚决|切实"
)

_N = "[一二三四五六七八九十两几]"
# What no sentence with a commitment holds: greetings, guiding thought, calls, bare announcements.
_TALK = re.compile(
    r"^(?:各位代表|同志们|朋友们|今年是|20\d\d年是|过去[一五几]年|回顾|我们坚信|让我们|在此|实践证明|历史"
    r"|现在，|下面|我们(?:有|的|深|坚信|相|清)|只要|这(?:是|些|会|既|一|主要)|综合分析)"
    r"|(?:总体要求|指导思想|总体思路|基本思路|总要求|目标)(?:是|为)?：?坚?持?以.{0,12}(?:思想|理论)"
    r"|(?:总体要求|指导思想|总体思路|总的要求|总要求)(?:是|为|：)"
    rf"|：$|^做好.{{0,12}}工作，(?:必须|要)|^把.{{2,30}}作为.{{2,20}}[。；]$|^{_N}是把.{{2,40}}作为"
    r"|而奋斗[！。]|更加紧密地?团结|作出(?:新的)?(?:更大)?(?:的)?贡献[！。]|？$|^[^\d]*！$"
    rf"|^(?:[^，]{{0,30}}，){{0,2}}[^，]{{0,12}}(?:抓好|做好|突出|把握好?|采取|坚持|处理好|推进)[^，]{{0,6}}"
    rf"(?:以下|如下|{_N}{{1,3}})(?:个|项|大|点|方面)?(?:方面|重点|工作|任务|举措|措施|关系|要求|原则|点|改革|环节|领域)+"
    r"(?:的?(?:工作|任务|要求))?[。：]$"
    r"|(?:提出|作出)(?:以下|如下)|候选项目|提[请交](?:本次)?大会|[请予]审议"
    r"|(?:必将|一定会|一定能|就一定|定会|必定|就会|(?<![地对双])方能)[^\d]*[。！]$|[只唯]有[^。]*才能"
)
# What tells how things stand: talk, unless the sentence goes on to commit.
_SITUATION = re.compile(
    r"^(?:当前|面对|综合考虑|新的一年里?，|展望|站在|困难|总的看|总体(?:看|来看)|我国|当今|世界经济"
    r"|我们(?:面临|所)|从[^，]{1,14}(?:看|说|讲)，|今年[^。]{0,16}(?:任务|形势|挑战))"
    r"|(?:提出|体现|考虑|兼顾|作出|形成|凝聚|取得|积累|奠定|打下|建立|提供|经受|总结|编制|释放|贯彻|坚持"
    r"|突出|发出|明确|确定|表明|实施|制定|结合|反映|彰显|拥有|迈出|创造)了(?!就)"
    r"|(?:^|，)[^，]{0,16}主要是(?:为|考虑|因|：)|不[可容](?:低估|忽视|小视|乐观)[，。；]"
    r"|(?:潜力巨大|大有可为|相辅相成|密不可分|休戚与共|荣辱与共|正处[在于][^，]+|正在发生[^，]+|并存)[。；，]"
    r"|^[^，]{0,14}(?:不容|不易|不足|不够|繁重|艰巨|任重道远)|，[也又还更仍][^，]{0,4}面临[^，]+[。；]$"
)
# Something is something: talk, unless a later clause acts on it.
_COPULA = re.compile(
    r"^[^，要将须]{2,16}(?<!特别)(?<!尤其)(?<!还)(?:是|乃)[^，]{2,}"
    rf"|^(?!{_VERBS}|{_TAKEN}).*，(?:既|也|就|更|正|都)?是[^，；]{{2,}}[。；]$|，既是[^，]+，[也更]是"
    r"|^[^，]{2,12}是[^，]{2,30}之年|^[^，]{2,16}(?:难点|重点|关键|出路|潜力)在"
    r"|，[^，]{1,8}是(?:关键|根本|前提|基础|重点|难点)[。；]$"
    rf"|^(?!{_VERBS})[^，]{{2,12}}(?:关系|关乎|事关|承载|连着|牵动)"
)
# What prepares the clause after it.
_LEAD_IN = re.compile(
    r"^(?:以[^，]{2,40}为[^，]{1,20}(?:[，、]|$)|(?:围绕|按照|针对|通过|依托|对照|聚焦|根据|结合|借助|立足|顺应"
    r"|瞄准|发挥|采取|运用|坚持|紧扣|抢抓|紧盯|抓住|着眼|面向|面对|站在|遵循|适应|鉴于|为|随着"
    r"|在[^，]{2,24}(?:上|下|中|前提下|基础上|同时))[^，]*(?:，|$))"
)
_WHEN = re.compile(
    r"^(?:新的一年里?|(?:到|至|在|从)?(?:20\d\d年|今[明后]两年|今后(?:[一二三五]年|一个时期)"
    r"|“?十[一二三四五]五”?(?:时期|期间)"
    r"|\d{1,2}月(?:\d{1,2}日|份)?)(?:底|末|前|起|内)?|从[^，]{2,12}起|对[^，要]{2,30}(?:的|事项|行为))，$"
)
# What a measure is aimed at may have a figure, and is still none: 围绕4条廊道，….
_AIMED = re.compile(r"围绕|聚焦|瞄准|对标|对照|依托|立足|针对|面向|面对|紧扣|紧盯|按照|根据")
_GRANTED = re.compile(
    r"[^，]{0,10}(?:虽然|尽管|不管|无论|即使)[^，]*，$|[^，]{2,16}(?:一道|[而来]言|[来上]说|来讲)，$"
)
_QUOTE = re.compile(r"“[^”]*”")
_TIE = re.compile(r"^(?:同时|此外|当然|总之|可以说|应该说)，(?:也?[要应]?看到，)?")
_BINDING = re.compile(
    r"(?:我们|[市区县州省]?政府)?(?:还|也|都|就|更|则)?(?:要|必须|须|应当?|务必|将)"
)
_ALONE = re.compile(
    r"^(?:确保|使|让|从而|以此|切实|进而|以便|更好|力求|真正|不断|努力(?:实现)?|逐步|坚决|有效|着力)"
)
# A number that is aimed at or held is promised, whatever is said of it: 赤字率稳定在2.1%，体现了….
# Where reasons for it are told it was promised before: 提出…控制在4%左右，综合考虑了….
_PROMISED = re.compile(
    r"^(?!.*考虑了).*(?:稳定|保持|控制|维持)在[^，]{0,4}\d"
    r"|(?:目标|任务)(?:建议)?(?:是|为)?：.*\d"  # 综合考虑各方面因素，主要预期目标是：…
)
# What hangs on the clause before it: 其中产业投资750亿元; 为高质量发展提供有力支撑.
_HANGING = re.compile(
    r"^(?:其中|分别|同比|比上年|较上年|特别是|尤其是)"
    r"|^(?:增长|下降|提高|上升|增加|减少)(?:约|近|超过|不低于)?\d"  # 财政支出超过23万亿元，增长6.5%
    r"|^(?:总量|总额|规模)?(?:达到|达|突破|占比)(?:约|近|超过|不低于)?\d"  # 增长20%，达到282亿元
    r"|^为[^，\d]{2,}(?:提供|营造|注入|奠定|打下|作出|多作|创造|贡献|增添|撑腰|赋能|助力|搭建|留足)"
)

# Thanks, and what is still amiss: a review reports nothing in such a paragraph.
_ASIDE = re.compile(
    r"(?:衷心|诚挚|崇高|深深)(?:的|地)?(?:感谢|谢意|敬意|问候)|清醒(?:地)?(?:认识|看到|意识)"
)
# How to work, not what to do: 增强忧患意识, 扛在肩上, 交出答卷. A sentence of nothing else is talk.
_SPIRIT = (
    "意识|信念|信心|决心|定力|精神|精气神|情怀|初心|使命|干劲|斗志|本色|姿态|勇气|担当|宗旨|追求|热情|拼劲|韧劲|闯劲"
    "|责任感|政绩观|进取心|事业心|执着"
)
_IDIOMS = (
    "恪尽职守|夙夜在公|主动作为|善谋勇为|担当作为|真抓实干|埋头苦干|只争朝夕|不负韶华|攻坚克难|砥砺前行|开拓进取|积极进取"
    "|勇往直前|善作善成|善做善成|持之以恒|久久为功|一往无前|踔厉奋发|勇毅前行|团结奋斗|凝心聚力|奋发有为|求真务实"
    "|脚踏实地|迎难而上|同心同德|笃行不怠|敢闯敢干|勤勉尽责|挖掘潜力|舍小利顾大义|事不避难|义不逃责|干字当头|实干笃行"
    "|奋楫争先|不忘初心|不负人民|念之再三|铭之肺腑|从实际出发|敢作善为|锐意进取|决不懈怠|对标一流"
)
_STANCE = re.compile(
    r"(?:增强|树立|树牢|强化|坚定|保持|激发|振奋|提振|永葆|牢记|不忘|践行|弘扬|发扬|秉持|胸怀|鼓足|拿出|以)"
    rf"[^，]{{0,16}}(?:{_SPIRIT})|[^，]*(?:{_IDIOMS})|(?:面对|进入|踏上|站在)|多[^，]{{1,5}}民生之[^，]"
    r"|[^，]*把[^，]{2,30}(?:作为[^，]{0,10}(?:责任|硬道理|政治|追求|目标|主题|使命|标准|出发点|落脚点)"
    r"|扛在[^，]{0,4}肩|[放记装]在[^，]{0,2}心|摆在首位)"
    r"|[^，]*(?:谱写|交出|书写|绘就|续写|开创|创造|干出|奋进|展现)"
    r"[^，]*(?:篇章|答卷|局面|业绩|辉煌|华章|画卷|口碑|主题年|气象|作为)"
    r"|[^，]*(?:贡献|主动权|更好结果|新作为)$|(?:群众|人民|发展|事业)[^，]{0,8}(?:期盼|期待|需要)"
)
_HELD = re.compile(r"“[^”]*”|把[^，]*作为")  # what is quoted, or held to be something, is not done
_WORKS = re.compile(
    "抓好|打造|建设|推动|推进|实施|落实|加强|完善|整治|解决|开展|带动|深化|健全|建立|提升"
)
_URGED = re.compile(
    r"^(?:今年|新的一年里?)?(?:我们|各地|各级|全体|广大|公务员|干部|工作人员|及其|特别是|领导|各|[市区县]|政府|部门)*"
    r"(?:还|也|都|就|更|则|一定)?(?:要|必须|须|应当?|务必|将)?(?:始终|努力|切实|自觉|进一步|不断)?"
)
_VERSE = 10  # characters: half of a couplet is no longer


def is_talk(sentence: str) -> bool:
    """Tell whether a sentence of a plan promises nothing: greetings, situation, slogans."""
    sentence = _TIE.sub("", sentence)
    if _TALK.search(sentence) or _only_urges(sentence):
        return True
    if _MODAL.search(sentence) or _PROMISED.search(sentence):
        return False
    if _SITUATION.search(sentence) or not (ACTION.search(sentence) or re.search(r"\d", sentence)):
        return True
    if _is_couplet(sentence):
        return True
    acts = any(_starts_goal(c) and "是" not in c for c in sentence.split("，")[1:])
    return bool(_COPULA.search(sentence)) and not acts


def states(sentence: str) -> bool:
    """Tell whether a sentence only says how things stand, or sings.

    >>> states("两岸同胞休戚与共。"), states("现代都市共创。")
    (True, False)
    """
    return bool(
        _TALK.search(sentence) or _SITUATION.search(sentence) or _COPULA.search(sentence)
    ) or _is_couplet(sentence)


def _only_urges(sentence: str) -> bool:
    """Tell whether a sentence says with what spirit to work, and nothing of what to do."""
    clauses = [_URGED.sub("", clause) for clause in sentence.rstrip("。！；").split("，")]
    told = [clause for clause in clauses if not _WHEN.match(clause + "，")]
    if re.search(r"\d", sentence) or _WORKS.search(_HELD.sub("", sentence)):
        return False
    return all(_STANCE.match(clause) for clause in told)


def _is_couplet(sentence: str) -> bool:
    """Tell whether two short halves of one length only sing: 民之疾苦，国之要事."""
    halves = sentence.rstrip("。！").split("，")
    if len(halves) != 2 or len(halves[0]) != len(halves[1]) or len(halves[0]) > _VERSE:
        return False
    acts = VERB.match(sentence) or _LEAD_IN.match(sentence) or re.search(r"\d", sentence)
    return not acts and not _starts_goal(halves[1])


def _starts_goal(clause: str) -> bool:
    body = clause.rstrip("，、。；")
    return len(body) >= 6 and bool(VERB.match(body)) and not _ALONE.match(body)


def _leads_in(clause: str) -> bool:
    if _WHEN.match(clause) or _GRANTED.match(clause):
        return True
    bare = _QUOTE.sub("", clause)
    idle = _AIMED.match(bare) and not ACTION.search(bare)
    return bool(_LEAD_IN.match(clause)) and (bool(idle) or not re.search(r"\d", bare))


def _sets_scene(clause: str, following: str) -> bool:
    """Tell whether a clause only says what the next one is about.

    >>> _sets_scene("近14亿中国人的饭碗，", "必须牢牢端在自己手中。")
    True
    """
    if _MODAL.search(clause) or len(clause) < 5:
        return False
    subject = clause.partition("是")[0]  # 牢固树立绿水青山就是金山银山的理念 does something
    if _SITUATION.search(clause) or (_COPULA.search(clause) and not ACTION.search(subject)):
        return True
    idle = not ACTION.search(clause) or clause[0] == "对"
    return idle and bool(_BINDING.match(following))


def _hangs_on(clause: str) -> bool:
    return bool(_HANGING.match(clause))


def _find_times(paragraph: str) -> Iterator[tuple[int, int | None]]:
    from compare.languages.zh_years import find_times

    return find_times(paragraph)


def _is_of_last(sentence: str, start: int, end: int, year: int) -> bool:
    from compare.languages.zh_years import is_of_last

    return is_of_last(sentence, start, end, year)


def _is_fact(sentence: str, quantity: Quantity) -> bool:
    from compare.languages.zh_facts import is_fact

    return is_fact(sentence, quantity)


# Bounded: a quote that nobody closes must not be sought through the whole text, again and again.
_QUOTED = "[“‘「『（《][^”’」』）》]{0,200}[”’」』）》]"

GOALS = GoalCues(
    sentence=re.compile(rf"(?:{_QUOTED}|[^。！？；])*(?:[。！？；]+[”’」』）]*|$)"),
    clause=re.compile(rf"(?:{_QUOTED}|[^，])*(?:，|$)"),
    intro=re.compile(
        r"^(?:综合[^，。：]{0,16}，)?[^，。：]{0,40}(?:目标|任务|要求|工作)(?:建议)?(?:是|为)?："
        r"|^[一二三四五六七八九][是要](?=[^，]{2})"
        r"|^(?:为|要)?(?:确保|全面|圆满|顺利)?(?:实现|完成)(?:上述|以上|这些|今年)[^，。]{0,14}，"
    ),
    is_talk=is_talk,
    starts_goal=_starts_goal,
    leads_in=_leads_in,
    sets_scene=_sets_scene,
    is_aside=lambda paragraph: bool(_ASIDE.search(paragraph)),
    hangs_on=_hangs_on,
    is_fact=_is_fact,
    is_of_last=_is_of_last,
    find_times=_find_times,
    counts_nothing=counts_nothing,
)
