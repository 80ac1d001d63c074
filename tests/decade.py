"""Five small reports over six years, for whatever shows a timeline; one year has none."""

from yearly import write_report

from compare import build_timeline

HOSTILE = "<script>window.pwned=1</script><img src=x onerror='window.pwned=1'>"
STEADY = "推进城乡义务教育一体化"
SLEEPER = "建设滨江快速路二期工程"
ENDED = "发展海水淡化和综合利用"
GROWTH = {2012: "8%", 2013: "7.5%左右", 2014: "7.5%左右", 2016: "6.5%至7%", 2017: "6.5%左右"}
RESULTS = {2012: "7.2%", 2013: "7.7%", 2016: "6.1%"}
JOBS = {2012: "10万人", 2013: "10万人以上", 2014: "12万人以上", 2016: "12万人以上", 2017: "13万人"}


def write_decade(*, extra=()):
    """Write and read the reports; ``extra`` goals stand in the last."""
    return [_write_year(year, extra if year == 2017 else ()) for year in GROWTH]


def build_decade(**settings):
    """Follow the goals of the small reports through the years."""
    return build_timeline(write_decade(**settings))


def _write_year(year, extra):
    plan = [f"地区生产总值增长{GROWTH[year]}", f"城镇新增就业{JOBS[year]}", STEADY]
    plan += [SLEEPER] if year in (2012, 2016) else ["实施老城区雨污分流改造"]
    plan += [ENDED] if year < 2014 else []
    plan += ["开展“互联网+政务服务”试点"] if year > 2013 else []
    before = RESULTS.get(year - 1)
    return write_report(year, [*plan, *extra], [f"地区生产总值增长{before}"] if before else [])
