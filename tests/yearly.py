"""Small reports of consecutive years, each with a review of the year before and a plan."""

from compare import read_report


def write_report(year, plan, review=(), *, name=None):
    """Write a small report, line by line, and read it."""
    parts = [f"{year}年滨江市政府工作报告"]
    if review:
        parts += [f"一、{year - 1}年工作回顾", *(f"{line}。" for line in review)]
    parts += [f"{'二' if review else '一'}、{year}年工作安排", *(f"{line}。" for line in plan)]
    text = "\n".join(parts) + "\n"
    return read_report(text.encode(), name=name or f"{year}.txt")


def write_years(plans, first=2015):
    """Write a report for each plan, year by year."""
    return [write_report(first + i, plan) for i, plan in enumerate(plans)]
