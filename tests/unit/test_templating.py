"""Templates become Python of our own making: what they print is what the library would print."""

from dataclasses import replace

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from microsite.core.language import Text
from microsite.loading.translations import Interface
from microsite.site.render import Renderer
from microsite.site.templates import Environment, macro, printed
from publishing import ROOT, everything, real_data, site


@given(st.one_of(st.text(), st.integers(), st.text().map(Markup), st.text().map(lambda each: Text(each, "zh", "en"))))
def test_a_value_is_printed_as_the_library_would_escape_it(value):
    assert printed(value) == escape(value)


@pytest.mark.parametrize("settings", [{}, {"official": True, "site_url": "", "report_url": "https://r.example.gov.cn/"}])
def test_every_page_of_both_plans_is_what_the_library_makes_of_the_templates(settings, monkeypatch):
    ours = site(real_data(), **settings)
    mine = {path: content for path, content in everything(ours).items() if path.endswith(".html")}
    monkeypatch.setattr(Environment, "code_generator_class", CodeGenerator)
    library = replace(ours, render=Renderer(ROOT / "overrides" / "microsite", "the library’s"))
    made = everything(library)
    assert len(mine) > 200
    assert [path for path in mine if made[path] != mine[path]] == []


def test_the_library_would_make_other_code_of_the_same_template():
    """Or the test above would compare the library with itself."""
    env = Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    code = env.compile("{{ t('a') }}{{ b.c }}", raw=True)
    assert ".html['a']" in code
    assert ".c" in code
    assert "yield concat(" in code


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        ("{% macro m(a, b='-') %}{{ a }}{{ b }}{% endmacro %}{{ m('<') }}{{ m('<', '>') }}", "&lt;-&lt;&gt;"),
        ("{% macro m(a) %}[{{ caller() }}{{ a }}]{% endmacro %}{% call m(1) %}<{% endcall %}", "[<1]"),
        ("{% set x %}<b>{{ a }}</b>{% endset %}{{ x }}", "<b>&amp;</b>"),
        ("{% for n in [1, 2] %}{{ loop.index }}{% if not loop.last %}{{ t('comma') }}{% endif %}{% endfor %}", "1, 2"),
        ("{{ t('comma') ~ a }}", ", &amp;"),
        ("", ""),
    ],
)
def test_each_kind_of_block_prints_what_stands_in_it(template, printed):
    env = Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    words = Interface("en", {"comma": (", ",)})
    assert env.from_string(template).render(t=words, a="&") == printed


def test_a_macro_that_is_not_given_what_it_needs_is_an_error():
    env = Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.UndefinedError):
        env.from_string("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}").render()
    with pytest.raises(TypeError):
        env.from_string("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}").render()


def test_a_macro_is_its_function():
    def made(x):
        return x

    assert macro(made) is made
