"""Reports written by Hypothesis: real wordings, strange arrangements."""

from hypothesis import strategies as st

SENTENCES = (
    "新增城镇就业10万人以上，建成地铁3号线。",
    "以数字化改革为牵引，推进政务服务增值化，为高质量发展提供有力支撑。",
    "加大投资力度。",
    "今年主要预期目标是：地区生产总值增长5.5%左右，居民消费价格涨幅3%左右。",
    "一是深化国有企业改革；二是新增医联体5个；三是盘活低效用地1.5万亩。",
    "到2025年，建成高标准农田30万亩，其中新建12万亩。",
    "就业是最大的民生。",
    "新建学校8所、。新增学位2.4万个、，",
    "各位代表！让我们更加紧密地团结起来，为建设现代化城市而努力奋斗！",
    "打造“诗画?滨江”文旅品牌,新增 3A 级景区 2 个;固定资产投资增长６％以上",
    "城镇登记失业率控制在4%以内，单位生产总值能耗下降2%－3%。",
    "过去一年，全市地区生产总值完成 15373 亿元、增长 6.8%。",
)
HEADINGS = (
    "一、2023年工作回顾",
    "二、2024年工作安排",
    "三、“十五五”时期主要任务",
    "（一）扩大有效投资",
    "(二)促进消费。",
    "1.增强创新驱动发展。",
    "2、提升服务",
    "第一章 2024年主要目标",
    "第二，构建现代产业体系",
    "——全力稳增长。",
    "关键词：乡村振兴",
    "2024年重点工作安排",
    "# 2024年滨江市政府工作报告",
    "## （三）民生",
    "发布日期：2024-02-01",
    "责任编辑：李华",
    "---",
    "版权所有：滨江市人民政府",
)
NOISE = st.text(
    alphabet="一二（三）、，。；：“”—1.5%万#-? \t\u3000\u200b\x0cAb🙂\ud83d", max_size=12
).map(lambda text: text.encode("utf-8", "ignore").decode())
pieces = st.one_of(st.sampled_from(SENTENCES), st.sampled_from(HEADINGS), NOISE)
paragraphs = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("".join)
lines = st.one_of(paragraphs, st.sampled_from(HEADINGS), NOISE)
# Any mixture, broken anywhere; and tidy reports, a blank line between paragraphs.
messy = st.lists(st.tuples(pieces, st.sampled_from(["", "\n", "\n\n", "\r\n"])), max_size=24).map(
    lambda parts: "".join(text + end for text, end in parts)
)
tidy = st.lists(st.one_of(paragraphs, st.sampled_from(HEADINGS)), min_size=1, max_size=14)
