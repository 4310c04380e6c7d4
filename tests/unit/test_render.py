"""Templates print what they are given: escaped, once, and never what is not there."""

import ast
import sys
from importlib import metadata
from pathlib import Path

import jinja2
import pytest
from markupsafe import Markup

from microsite.build import incremental
from microsite.build.caches import Compiled
from microsite.loading.translations import Interface
from microsite.site.render import Renderer
from microsite.site.templates import Environment

WORDS = Interface("zh", {"a": ("甲<乙",), "n": ("{count} 项",)})


def rendered(tmp_path, template, **values):
    (tmp_path / "page.html").write_text(template, "utf-8")
    return Renderer(tmp_path)("page.html", WORDS, **values)


def test_words_values_macros_and_calls_with_content_are_escaped_once(tmp_path):
    template = (
        "{% macro row(name, sign='-') %}<b>{{ name }}{{ sign }}{{ caller() }}</b>{% endmacro %}"
        "{% call row('<x>', '&') %}{{ t('a') }}{% endcall %}{{ t('n', count=2) }}{{ view.upper() }}{{ t('a') ~ '<' }}"
        "{% for each in list %}{{ each }}{{ '' if loop.last else ', ' }}{% endfor %}"
    )
    assert rendered(tmp_path, template, view="<y>", list=["'", Markup("<i>")]) == (
        "<b>&lt;x&gt;&amp;甲&lt;乙</b>2 项&lt;Y&gt;甲&lt;乙&lt;&#39;, <i>"
    )


@pytest.mark.parametrize("template", ["{{ nothing }}", "{{ nothing.more }}", "{{ nothing() }}", "{{ t('nothing') }}"])
def test_what_is_not_there_is_an_error_and_never_an_empty_place(tmp_path, template):
    with pytest.raises((jinja2.UndefinedError, KeyError)):
        rendered(tmp_path, template)


def test_a_field_that_a_view_does_not_have_is_an_error(tmp_path):
    with pytest.raises(AttributeError):
        rendered(tmp_path, "{{ view.no_such_field }}", view="a")


def test_a_piece_that_is_the_same_on_many_pages_is_rendered_once(tmp_path):
    (tmp_path / "piece.html").write_text("<p>{{ page }}</p>", "utf-8")
    render = Renderer(tmp_path)
    first = render.once("a", lambda: render("piece.html", WORDS, page="<"))
    assert first == "<p>&lt;</p>"
    assert render.once("a", lambda: "other") is first
    assert render.once("b", lambda: "other") == "other"
    assert Renderer(tmp_path).once("a", lambda: "new") == "new"


def test_a_template_is_read_again_where_its_digest_is_another(tmp_path):
    (tmp_path / "page.html").write_text("old", "utf-8")
    assert Renderer(tmp_path, "1")("page.html", WORDS) == "old"
    (tmp_path / "page.html").write_text("new", "utf-8")
    assert [Renderer(tmp_path, digest)("page.html", WORDS) for digest in ("1", "2")] == ["old", "new"]


@pytest.mark.parametrize(
    ("time", "html"),
    [
        ("2025年5月10日9:00至20日24:00", "2025年<wbr>5月10日<wbr>9:00<wbr>至20日<wbr>24:00"),
        ("2025年5月10日9:00至6月2日12:00", "2025年<wbr>5月10日<wbr>9:00<wbr>至6月2日<wbr>12:00"),
        ("每周二至周日及节假日9:30至16:00", "每周二至周日及节假日<wbr>9:30<wbr>至16:00"),
        ("2025年5月至7月", "2025年<wbr>5月<wbr>至7月"),
    ],
)
def test_a_time_may_end_its_line_between_its_parts(tmp_path, time, html):
    assert rendered(tmp_path, "{{ view | parts }}", view=time) == html


@pytest.fixture
def compiling(tmp_path, monkeypatch):
    """Render a template as a new process would, in which Python may keep what it compiled; gives the page and what was compiled."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def render(text):
        (tmp_path / "page.html").write_text(text, "utf-8")
        asked = []
        environment = Environment(loader=jinja2.FileSystemLoader(tmp_path), autoescape=True, bytecode_cache=Compiled(incremental.code))
        compile_ = environment.compile
        environment.compile = lambda *source: asked.append(source[0]) or compile_(*source)
        return environment.get_template("page.html").render(value="<"), asked

    return render


def kept_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_template_is_compiled_once_and_again_when_it_changes(tmp_path, compiling):
    first, second = "a {{ value }}", "b {{ value }}"
    assert [compiling(text) for text in (first, first, second, second)] == [
        ("a &lt;", [first]),
        ("a &lt;", []),
        ("b &lt;", [second]),
        ("b &lt;", []),
    ]
    assert len(kept_in(tmp_path / "kept")) == 1


def test_what_was_compiled_for_another_version_of_the_program_is_compiled_again(compiling, monkeypatch):
    compiling("a")
    monkeypatch.setattr(incremental, "code", lambda: "another")
    assert compiling("a") == ("a", ["a"])


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:-1], lambda data: data[:40] + b"\xff" + data[41:]])
def test_a_damaged_template_is_compiled_again(tmp_path, compiling, damage):
    compiling("a")
    (kept,) = kept_in(tmp_path / "kept")
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    assert [compiling("a"), compiling("a")] == [("a", ["a"]), ("a", [])]
    assert kept.read_bytes() == whole


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path, compiling, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert [compiling("a"), compiling("a")] == [("a", ["a"])] * 2
    assert not (tmp_path / "kept").exists()
    (tmp_path / "kept").write_text("a file where the folder should be", "utf-8")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert compiling("a") == ("a", ["a"])


def imported(room):
    """The packages that the files of a room import."""
    for path in (Path(incremental.__file__).parents[1] / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            yield from (name.partition(".")[0] for name in names)


def test_another_version_of_any_library_that_makes_pages_makes_them_anew(monkeypatch):
    """What only locks files, checks settings or is a part of another changes no page."""
    rooms = ("core", "model", "yamlfile", "checks", "loading", "views", "site", "build")
    installed = metadata.packages_distributions()
    used = {installed[name][0].lower() for room in rooms for name in imported(room) if name in installed}
    assert used - {"filelock", "pathspec", "pydantic_core"} == {*incremental.LIBRARIES}
    now, real = incremental.code.__wrapped__(), metadata.version
    for library in incremental.LIBRARIES:
        monkeypatch.setattr(metadata, "version", lambda name, newer=library: f"{real(name)}{'.1' if name == newer else ''}")
        assert incremental.code.__wrapped__() != now, library
    monkeypatch.undo()
    assert incremental.code.__wrapped__() == now
