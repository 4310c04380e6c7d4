"""Templates print and never trust: no way around escaping, no script or style of their own."""

from __future__ import annotations

import ast
import re
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from microsite.core.language import Language
from microsite.loading import data_folder
from microsite.site.render import Renderer
from properties import examples

INTERFACE = data_folder.interface("zh")

ROOT = Path(__file__).parents[2]
PUBLIC = sorted((ROOT / "overrides" / "microsite").rglob("*.html"))
EVERY = sorted((ROOT / "overrides").rglob("*.html"))
PACKAGE = ROOT / "hooks" / "microsite"

# Where finished HTML is called so, and why that is safe. Anything new has to be looked at, and added here.
REVIEWED = {
    "site/feeds/jsonld.py:script": "JSON in which no < > & is left (tests/test_injection_formats.py)",
    "core/language.py:markup": "escaped by the line above it",
    "site/pages.py:hand_written": "a page of docs/, written by the office itself",
    "site/pages.py:home": "the welcome of docs/index.md, written by the office itself",
    "views/safe_markdown.py:markup": "sanitised by nh3 with lists of tags, attributes and addresses",
    "site/templates.py:Environment": "what a template made, with escaping on, handed to the next one",
    "site/line_breaks.py:phrased": "escaped, with places for a line to end between two Chinese signs",
    "site/render.py:parts": "escaped by the line above it",
    "site/chrome.py:_anywhere": "made by templates, with escaping on; or empty",
    "site/chrome.py:make": "made by a template, with escaping on",
    "site/chrome.py:piece": "made by a template, with escaping on",
    "site/chrome.py:render_chrome": "made by a template; the one address that is put in is escaped",
    "views/cite.py:qr": "the drawing of a QR code: made of segno's own letters and digits",
    "views/cite.py:view": "empty",
}
# MkDocs escapes nothing of its own accord: what is printed in the manual's templates without it is finished HTML.
SAFE = {
    "main.html": ["shell.head"],
    "partials/footer.html": ["shell.footer"],
    "partials/header.html": ["shell.header", "shell.banner"],
}


def without_remarks(path: Path) -> str:
    return re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: path.name)
def test_no_template_of_a_public_page_goes_around_escaping(path: Path) -> None:
    assert re.findall(r"\|\s*safe\b|autoescape|Markup|\{%-?\s*raw", without_remarks(path)) == []


def test_the_manual_prints_finished_html_of_the_shell_alone() -> None:
    found = {}
    for path in EVERY:
        names = re.findall(r"\{\{-?\s*([\w.]+)\s*\|\s*safe\b", without_remarks(path))
        assert without_remarks(path).count("safe") == len(names)
        if names:
            found[path.relative_to(ROOT / "overrides").as_posix()] = names
    assert found == SAFE


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.relative_to(ROOT / "overrides").as_posix())
def test_no_template_has_an_inline_script_a_style_or_a_handler(path: Path) -> None:
    text = re.sub(r"\{\{.*?\}\}", "", without_remarks(path), flags=re.DOTALL)  # what is printed is no tag of its own
    assert re.findall(r"<script(?![^>]*\ssrc=)(?![^>]*application/ld\+json)[^>]*>|<style\b", text) == []
    assert re.findall(r"<[a-z][^>]*?\s(?:style|on[a-z]+)=", text) == []


def test_no_script_of_the_site_writes_html() -> None:
    scripts = [*(PACKAGE / "assets").glob("*.js"), *(ROOT / "overrides" / "assets").glob("*.js")]
    assert len(scripts) >= 3
    ways = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|createContextualFragment|srcdoc"
    assert [f"{path.name}: {way}" for path in scripts for way in re.findall(ways, path.read_text("utf-8"))] == []


def test_text_becomes_markup_in_reviewed_places_only() -> None:
    assert set(_marking()) == set(REVIEWED)


def _marking() -> list[str]:
    """File and function, or class, of every call of ``Markup`` in the package, and of every other name for it."""
    return [
        f"{path.relative_to(PACKAGE).as_posix()}:{function.name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(function, ast.FunctionDef) and any(map(_is_markup, ast.walk(function))))
        or (isinstance(function, ast.ClassDef) and any(map(_is_another_name, function.body)))
    ]


def _is_markup(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Markup")


def _is_another_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and re.search(r"\bMarkup\b", ast.unparse(node.value)) is not None


# --- what a template prints ------------------------------------------------------------------------------

NAMES = st.sampled_from(["plain", "attribute", "joined", "macro", "loop", "filtered", "choice", "set"])
TEMPLATE = """
{%- macro said(x) %}<i>{{ x }}</i>{% endmacro -%}
{%- set kept = value -%}
{%- if kind == "plain" %}{{ value }}
{%- elif kind == "attribute" %}<p title="{{ value }}">
{%- elif kind == "joined" %}{{ "<b>" ~ value }}
{%- elif kind == "macro" %}{{ said(value) }}
{%- elif kind == "loop" %}{% for each in [value, value] %}{{ each }}{% endfor %}
{%- elif kind == "filtered" %}{{ [value, value] | join("<br>") }}
{%- elif kind == "choice" %}{{ value if value else "" }}
{%- else %}{{ kept }}{% endif %}"""


@given(st.text(st.sampled_from("<>&\"'`ab {}%/="), max_size=12), NAMES)
@settings(max_examples=examples(300), deadline=None)
def test_whatever_way_a_template_prints_a_text_no_sign_of_html_is_left_in_it(text: str, kind: str) -> None:
    """The engine prints in a way of its own; it is compared with markupsafe's."""
    folder = Path(tempfile.mkdtemp())
    try:
        (folder / "x.html").write_text(TEMPLATE, "utf-8")
        made = Renderer(folder)("x.html", INTERFACE, value=text, kind=kind)
    finally:
        shutil.rmtree(folder)
    safe = str(escape(text))
    assert made == {
        "attribute": f'<p title="{safe}">',
        "joined": f"&lt;b&gt;{safe}",
        "macro": f"<i>{safe}</i>",
        "loop": safe * 2,
        "filtered": f"{safe}&lt;br&gt;{safe}",
    }.get(kind, safe)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_word_that_a_template_names_is_in_the_catalogue(language: Language) -> None:
    words = data_folder.interface(language)
    used = {
        (path.name, word)
        for path in PUBLIC
        for word in re.findall(r'\bt\("([^"]+)"[,)]', path.read_text("utf-8"))
    }
    assert len(used) > 200
    assert sorted(each for each in used if each[1] not in words.words) == []
