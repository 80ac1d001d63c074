import pytest

from compare.alignment import link_goals, link_sections
from compare.pipeline import read_report


@pytest.fixture(scope="module")
def section_links(reports):
    return link_sections(*reports, link_goals(*reports))


def test_every_section_stands_in_a_link(section_links, reports):
    for side, report in zip(("old", "new"), reports, strict=True):
        found = {place for link in section_links for place in getattr(link, side)}
        assert found == set(range(len(report.sections)))


def test_an_old_section_stands_in_one_link_only(section_links):
    places = [place for link in section_links for place in link.old]
    assert len(places) == len(set(places))


def test_only_sections_of_one_level_and_role_are_linked(section_links, reports):
    old, new = (report.sections for report in reports)
    for link in section_links:
        kinds = {(old[i].level, old[i].role) for i in link.old}
        assert {(new[j].level, new[j].role) for j in link.new} <= kinds or not link.old


def test_sections_on_one_subject_are_linked(section_links, reports):
    old, new = (report.sections for report in reports)
    pairs = {(old[i].title, new[j].title) for x in section_links for i in x.old for j in x.new}
    assert any("文化" in one and "文化" in two for one, two in pairs)
    assert any("生态" in one and "绿色" in two for one, two in pairs)
    assert not any("文化" in one and "绿色发展" in two for one, two in pairs)


def test_a_report_against_itself_links_each_section_with_itself(reports):
    report = reports[1]
    links = link_sections(report, report, link_goals(report, report))
    linked = {(i, j) for link in links for i in link.old for j in link.new}
    assert {(i, i) for i in range(len(report.sections))} <= linked


def test_sections_of_one_name_are_linked_though_nothing_else_is_alike():
    parts = ("Item 1. Business\n\nWe will sell {}.\n\nItem 2. Farms\n\nWe will buy {}.\n").format
    texts = (parts("nine mills", "land"), parts("land", "nine mills"))
    old, new = (read_report(text.encode(), name="r.txt", language="en") for text in texts)
    links = link_sections(old, new, link_goals(old, new))
    linked = {(i, j) for link in links for i in link.old for j in link.new}
    assert {(0, 0), (1, 1)} <= linked


def test_sections_of_one_name_stay_with_each_other_unless_their_goals_go_over():
    text = "Part I\n\nWe will sell nine mills.\n\nPart II\n\nWe will buy ten mills.\n"
    old, new = (read_report(text.encode(), name="r.txt", language="en") for _ in range(2))
    links = link_sections(old, new, link_goals(old, new))
    assert [(link.old, link.new) for link in links] == [((0,), (0,)), ((1,), (1,))]
