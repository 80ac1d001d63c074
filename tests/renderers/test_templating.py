"""Templates of one's own: in place of ours, kept within bounds, named when they are broken."""

import pytest
from comparisons import make_comparison
from decade import build_decade

from compare.errors import BadTemplate, NoTemplates
from compare.renderers import RENDERERS, TEMPLATED, TIMELINE_RENDERERS, render


def render_page(folder):
    return render(make_comparison(), "html", template_dir=folder).decode("utf-8")


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_template_of_ones_own_takes_the_place_of_ours(tmp_path):
    write(tmp_path, "partials/making.html", "<p>own {{ page.headline }}</p>")
    page = render_page(tmp_path)
    assert "<p>own 2020年提出的10项目标" in page
    assert page.count("<article class=") == len(make_comparison().changes) + 2  # and both texts


def test_a_style_of_ones_own_takes_the_place_of_ours(tmp_path):
    write(tmp_path, "style.css", "body { color: #123456 }")
    assert "body { color: #123456 }" in render_page(tmp_path)


def test_an_empty_folder_changes_nothing(tmp_path):
    assert render_page(tmp_path) == render(make_comparison(), "html").decode("utf-8")


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ("{% if %}", 1),
        ("\n{{ nothing.at.all }}", 2),
        ("\n\n{{ 1 / 0 }}", 3),
        ("{{ page.no_such_thing }}", 1),
        ("{{ say('no.such.word') }}", 1),
    ],
)
def test_a_broken_template_is_named_with_its_line(tmp_path, broken, line):
    write(tmp_path, "partials/bar.html", broken)
    with pytest.raises(BadTemplate, match=rf"bar\.html, line {line}: \S"):
        render_page(tmp_path)


def test_a_template_that_is_nowhere_is_named(tmp_path):
    write(tmp_path, "comparison.html", "{% include 'partials/none.html' %}")
    with pytest.raises(BadTemplate, match="neither there nor ours: partials/none.html"):
        render_page(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(BadTemplate, match="absent: no such folder"):
        render_page(tmp_path / "absent")


@pytest.mark.parametrize(
    "prying",
    [
        "{{ page.__class__.__mro__ }}",
        "{{ page.headline.__class__.__base__.__subclasses__() }}",
        "{{ say.__globals__ }}",
        "{% include '../secret.html' %}",
        "{% for i in range(10000000) %}{{ i }}{% endfor %}",
    ],
)
def test_a_template_reaches_no_further_than_the_page(tmp_path, prying):
    write(tmp_path, "secret.html", "secret")
    write(tmp_path / "own", "comparison.html", prying)
    with pytest.raises(BadTemplate):
        render_page(tmp_path / "own")


def test_the_page_of_many_years_is_made_from_templates_too(tmp_path):
    decade = build_decade()
    assert render(decade, "html", template_dir=tmp_path) == render(decade, "html")
    write(tmp_path / "own", "timeline.html", "<p>own {{ page.issuer }}</p>")
    assert render(decade, "html", template_dir=tmp_path / "own").decode() == "<p>own 滨江市</p>"
    write(tmp_path / "bad", "timeline.html", "\n{{ page.no_such_thing }}")
    with pytest.raises(BadTemplate, match=r"timeline\.html, line 2: "):
        render(decade, "html", template_dir=tmp_path / "bad")


@pytest.mark.parametrize("format_", sorted(set(TIMELINE_RENDERERS) - set(TEMPLATED)))
def test_a_paper_of_many_years_has_no_templates(tmp_path, format_):
    with pytest.raises(NoTemplates, match=f"{format_}: is not made from templates"):
        render(build_decade(), format_, template_dir=tmp_path)


@pytest.mark.parametrize("format_", sorted(set(RENDERERS) - set(TEMPLATED)))
def test_a_format_without_templates_says_so(tmp_path, format_):
    with pytest.raises(NoTemplates, match=f"{format_}: is not made from templates"):
        render(make_comparison(), format_, template_dir=tmp_path)
