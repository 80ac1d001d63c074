"""Sentences become goals: cut as an analyst lists them, each with its figures and its place."""

import pytest

from compare.languages import get_language
from compare.model import GoalKind
from compare.pipeline import read_report

ZH = get_language("zh")


def read(text):
    report = f"一、2023年工作回顾\n\n增长6%。\n\n二、2024年工作安排\n\n{text}"
    return read_report(report.encode(), language="zh")


def cut(text):
    return [goal.wording for goal in read(text).pledges]


@pytest.mark.parametrize(
    ("sentence", "goals"),
    [
        pytest.param(
            "新增规上工业企业1000家，打造全国专精特新名城，新增单项冠军3家、隐形冠军10家。",
            ["新增规上工业企业1000家", "打造全国专精特新名城", "新增单项冠军3家、隐形冠军10家"],
            id="a-clause-with-its-own-action-is-a-goal",
        ),
        pytest.param(
            "以筹办亚运会为契机，大力推进国际化行动。",
            ["以筹办亚运会为契机，大力推进国际化行动"],
            id="what-prepares-stays-with-what-it-prepares",
        ),
        pytest.param(
            "建设智能工厂，围绕打造消费中心，举办国际购物节。",
            ["建设智能工厂", "围绕打造消费中心，举办国际购物节"],
            id="also-in-mid-sentence",
        ),
        pytest.param(
            "推进医保改革，切实减轻群众负担，让群众更有获得感。",
            ["推进医保改革，切实减轻群众负担，让群众更有获得感"],
            id="what-completes-stays-too",
        ),
        pytest.param(
            "开工重大项目100个，其中产业项目50个。",
            ["开工重大项目100个，其中产业项目50个"],
            id="a-part-stays-with-the-whole",
        ),
        pytest.param(
            "建设人才高地，为高质量发展提供有力支撑。",
            ["建设人才高地，为高质量发展提供有力支撑"],
            id="a-purpose-stays-with-its-goal",
        ),
        pytest.param(
            "深化综合改革，为企业减负200亿元以上。",
            ["深化综合改革", "为企业减负200亿元以上"],
            id="a-purpose-with-a-figure-is-a-goal",
        ),
        pytest.param(
            "到2025年，建成高标准农田30万亩。",
            ["到2025年，建成高标准农田30万亩"],
            id="a-date-stays-with-its-goal",
        ),
        pytest.param(
            "主要预期目标是：生产总值增长5%左右，物价涨幅3%左右。",
            ["生产总值增长5%左右", "物价涨幅3%左右"],
            id="an-introduction-belongs-to-none",
        ),
        pytest.param(
            "一是深化国企改革；二是新增医联体5个。",
            ["深化国企改革", "新增医联体5个"],
            id="counting-belongs-to-none",
        ),
        pytest.param(
            "新的一年，要建设平安城市。",
            ["新的一年，要建设平安城市"],
            id="nor-is-a-greeting-of-time-one",
        ),
        pytest.param(
            "推进医保改革，采取综合措施，降低企业用能成本。",
            ["推进医保改革", "采取综合措施，降低企业用能成本"],
            id="a-means-stays-with-its-end",
        ),
        pytest.param("3.新建学校12所。", ["新建学校12所"], id="nor-does-a-number"),
        pytest.param(
            "开展“稳就业，促增收”行动，办好《百年，百事》展览。",
            ["开展“稳就业，促增收”行动", "办好《百年，百事》展览"],
            id="a-comma-in-quotes-cuts-nothing",
        ),
    ],
)
def test_a_sentence_is_cut_where_a_new_action_begins(sentence, goals):
    assert cut(sentence) == goals


@pytest.mark.parametrize(
    "sentence",
    [
        "各位代表！",
        "2024年是新中国成立75周年，是实施“十四五”规划的关键一年。",
        "从国际看，世界经济复苏乏力，不确定性增加。",
        "就业是最大的民生。",
        "今年要重点做好八个方面工作。",
        "综合考虑了各方面因素，体现了积极进取的要求。",
        "减税降费直击市场主体的痛点，是既公平又有效率的政策。",
        "雄关漫道真如铁，而今迈步从头越。",
        "让我们更加紧密地团结起来，为建设现代化城市而努力奋斗！",
        "人民身心健康，国家必将充满生机活力。",
        "今年政府工作的总体要求是：以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神。",
        "困难和挑战不可低估。",
        "民之疾苦，国之要事。",
        "新的一年是全面深化改革的关键之年。",
        "扩大内需的难点和重点在消费，潜力也在消费。",
        "当前经济下行压力还在加大，面临的困难可能比去年还要大。",
        "奋斗创造历史，实干成就未来。",
        "我国节能环保市场潜力巨大。",
        "推进农业现代化，改革是关键。",
        "我们必须增强忧患意识，坚定必胜信念，牢牢把握发展的主动权。",
        "各级政府工作人员要恪尽职守、主动作为，始终把群众冷暖放在心头。",
        "面对新征程，今年将把坚持高质量发展作为新时代的硬道理，以实干交出满意答卷。",
        "同时，我国发展仍处于重要战略机遇期，有巨大的潜力和韧性。",
        "困难不容低估，信心不可动摇。",
        "实现以上目标，既有有利的因素和条件，也面临不少困难和挑战。",
        "只有坚持改革开放，才能把事业继续推向前进。",
        "世界经济复苏仍存在不确定因素，一些国家政策调整带来变数。",
    ],
)
def test_talk_commits_to_nothing(sentence):
    assert cut(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "面对新形势，要加快建设先进制造业基地。",
        "坚持房子是用来住的、不是用来炒的定位，促进房地产市场健康发展。",
        "推动国有企业特别是中央企业结构调整。",
        "健全为企服务体系，涉企问题化解率95%以上，持续点燃企业家奋斗激情！",
        "当前风险总体可控，但对影子银行等要高度警惕。",
        "创新是第一动力，必须深入实施创新驱动发展战略。",
        "必须持之以恒抓好安全生产。",
        "发扬斗争精神，打造忠诚干净担当的干部队伍。",
        "注重发挥企业家才能，增强各类企业活力。",
        "对下放的审批事项，要让地方能接得住、管得好。",
    ],
)
def test_a_sentence_that_goes_on_to_commit_is_kept(sentence):
    assert cut(sentence)


def test_a_goal_holds_the_figures_that_stand_in_it():
    first, second = read("新增就业 25 万人以上，控制失业率在4.5％以内。").pledges
    assert [(str(q.low), q.high, q.unit) for q in first.quantities] == [("250000", None, "人")]
    assert [str(q.high) for q in second.quantities] == ["4.5"]


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("去年居民消费价格涨幅回落到2.6%，今年涨幅控制在3%左右。", ["3"]),
        ("国家已设立400亿元创业投资引导基金，支持到新兴产业创业。", []),
        ("今年高校毕业生727万人，要开发更多就业岗位，新增就业1000万人以上。", ["10000000"]),
        ("在去年提高10%的基础上，养老金再提高5%。", ["10", "5"]),
        ("目前已开工20项，年内再开工10项。", ["10"]),
    ],
)
def test_what_a_plan_only_mentions_is_no_target(text, promised):
    figures = [q for goal in read(text).pledges for q in goal.quantities]
    assert [str(q.value) for q in figures] == promised


def test_a_review_keeps_what_was_so_last_year():
    report = read_report("一、2023年工作回顾\n\n去年物价上涨2.6%。".encode(), language="zh")
    assert [str(q.value) for goal in report.goals for q in goal.quantities] == ["2.6"]


def test_the_span_leads_back_to_the_source_as_it_is():
    report = read("推进新基建 , 新增 就业25 万人 。")
    text = report.document.text
    assert [goal.span.of(text) for goal in report.pledges] == ["推进新基建", "新增 就业25 万人"]


def test_a_review_reports_and_a_plan_commits():
    report = read("新增就业10万人。")
    assert [(goal.kind, goal.wording) for goal in report.goals] == [
        (GoalKind.OUTCOME, "增长6%"),
        (GoalKind.PLEDGE, "新增就业10万人"),
    ]


@pytest.mark.parametrize(
    "aside",
    [
        "在此，我代表市人民政府，向全市人民表示衷心的感谢！",
        "同时，我们清醒认识到，还存在不少问题：产业结构不优，创新能力不强，3个指标低于预期。",
    ],
)
def test_thanks_and_shortcomings_are_no_results(aside):
    text = (
        f"一、2023年工作回顾\n\n新增就业9万人。\n\n{aside}\n\n二、2024年工作安排\n\n建成地铁3号线。"
    )
    report = read_report(text.encode(), language="zh")
    assert [goal.wording for goal in report.goals] == ["新增就业9万人", "建成地铁3号线"]


def test_a_goal_is_of_the_year_its_section_speaks_of():
    assert [goal.year for goal in read("新增就业10万人。").goals] == [2023, 2024]


def test_a_goal_knows_the_headings_that_lead_to_it():
    (goal,) = read("（一）稳就业\n\n加大帮扶力度。帮扶城镇困难人员实现就业1万人次。").pledges
    assert goal.section == ("2024年工作安排", "稳就业", "加大帮扶力度")
    assert goal.wording == "帮扶城镇困难人员实现就业1万人次"


def test_what_a_heading_promises_for_several_years_is_dated_so():
    text = (
        "政府工作报告\n2024年\n一、2023年工作回顾\n新增就业9万人。\n二、“十五五”时期主要目标\n"
        "新增就业50万人。\n三、2024年工作安排\n新增就业10万人。\n"
    )
    report = read_report(text.encode(), language="zh")
    assert [(q.value, q.horizon) for goal in report.pledges for q in goal.quantities] == [
        (500_000, "十五五"),
        (100_000, ""),
    ]


@pytest.mark.parametrize(
    ("sentence", "goals"),
    [
        pytest.param(
            "地区生产总值增长8%，达到282亿元。",
            ["地区生产总值增长8%，达到282亿元"],
            id="an-amount-belongs-to-its-growth",
        ),
        pytest.param(
            "围绕沿江金融港湾等4条廊道，推动重点区域快建快成。",
            ["围绕沿江金融港湾等4条廊道，推动重点区域快建快成"],
            id="what-it-is-aimed-at",
        ),
        pytest.param(
            "聚焦特色餐饮打造消费场景100个，支持家电以旧换新。",
            ["聚焦特色餐饮打造消费场景100个", "支持家电以旧换新"],
            id="what-is-aimed-at-and-done",
        ),
        pytest.param(
            "近14亿中国人的饭碗，必须牢牢端在自己手中。",
            ["近14亿中国人的饭碗，必须牢牢端在自己手中"],
            id="a-topic",
        ),
        pytest.param(
            "当前改革已进入攻坚期和深水区，必须紧紧依靠人民群众推进改革。",
            ["当前改革已进入攻坚期和深水区，必须紧紧依靠人民群众推进改革"],
            id="an-occasion",
        ),
        pytest.param(
            "牢固树立绿水青山就是金山银山的理念，推进生态修复工程。",
            ["牢固树立绿水青山就是金山银山的理念", "推进生态修复工程"],
            id="two-actions",
        ),
    ],
)
def test_what_is_no_goal_by_itself_goes_with_the_next(sentence, goals):
    assert cut(sentence) == goals


def test_numbers_that_are_promised_are_no_talk_whatever_is_said_of_them():
    assert "赤字率稳定在2.1%" in cut("赤字率稳定在2.1%，体现了财政政策的连续性。")[0]
    assert cut("综合考虑各方面因素，主要预期目标是：地区生产总值增长6%，出口基本稳定。") == [
        "地区生产总值增长6%",
        "出口基本稳定",
    ]
    assert cut("提出涨幅控制在4%左右，综合考虑了输入性通胀因素。") == []


def test_among_talk_what_does_not_act_is_talk_too():
    told, done = "传统产业正在加快转型，新兴产业蓬勃发展。", "加快建设先进制造业基地。"
    talk = f"当前外部环境依然严峻。我国经济长期向好。{told}"
    assert cut(talk) == []
    assert cut(talk + done) == [done[:-1]]
    assert cut(told + done) == [told[:-1], done[:-1]]
