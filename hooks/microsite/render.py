"""Views into HTML: a Jinja environment of our own, with autoescape on and no undefined names.

Templates live in ``overrides/microsite/``; they print and never compute. MkDocs' environment has
autoescape off and is not used for public pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

import jinja2
import jinja2.runtime
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from .language import mark_parts
from .translate import Interface


@jinja2.pass_context
def parts(context: jinja2.runtime.Context, text: str) -> Markup:
    """Text of the interface with something Chinese filled in: on an English page that part is marked."""
    safe = str(escape(text))
    return Markup(mark_parts(safe) if context["page"].language == "en" else safe)  # noqa: S704 - escaped


_SIGNS = re.compile("[&<>\"']").search


def printed(value: Any) -> str:
    """What ``{{ value }}`` prints: escaped, unless it says itself that it is HTML.

    The same as markupsafe's ``escape``, without making an object for each piece of a page.
    """
    if type(value) is str:
        return escape(value) if _SIGNS(value) else value
    if type(value) is Markup:
        return value
    if hasattr(value, "__html__"):
        return str(value.__html__())
    return escape(str(value))


class _Direct(CodeGenerator):
    """Templates as plain Python: ``a.b`` and ``f(x)`` are what they are there.

    The library would first ask what each object is; here it is a view, and a macro or the interface
    words. That is a third of the time of a page.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.printed(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the library's name
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - the library's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class _Environment(jinja2.Environment):
    """Templates by their names, for good: each page asks for several, and none changes during a build."""

    code_generator_class = _Direct
    printed = staticmethod(printed)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._by_name: dict[Any, jinja2.Template] = {}

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> jinja2.Template:  # noqa: A002
        if name not in self._by_name:
            self._by_name[name] = super().get_template(name, parent, globals)
        return self._by_name[name]


def _environment(folder: Path) -> _Environment:
    made = _Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["parts"] = parts
    return made


class Renderer:
    """Renders templates of one folder; compiled templates are kept for the whole build."""

    def __init__(self, folder: Path, environment: _Environment | None = None) -> None:
        self._folder = folder
        self._environment = environment or _environment(folder)
        self._pieces: dict[tuple[str, tuple[Hashable, ...]], Markup] = {}

    def __call__(self, template: str, t: Interface, **values: Any) -> str:
        """The finished page; every template gets the interface words as ``t``."""
        return self._environment.get_template(template).render(t=t, **values)

    def again(self) -> Renderer:
        """The same templates, already compiled, for another build: nothing of the last one is printed."""
        return Renderer(self._folder, self._environment)

    def compile_all(self) -> None:
        """Compile every template now: what processes begin with, none of them has to do again."""
        for name in self._environment.list_templates(("html",)):
            self._environment.get_template(name)

    def once(self, key: tuple[Hashable, ...], template: str, t: Interface, page: Callable[[], Any]) -> Markup:
        """A piece that is the same on many pages, rendered when it is first asked for.

        ``key`` names everything that the template prints of ``page``.
        """
        if (template, key) not in self._pieces:
            self._pieces[template, key] = Markup(self(template, t, page=page()))  # noqa: S704 - a template
        return self._pieces[template, key]
