"""How templates become Python: as plain as thousands of pages need it.

The library's own code asks what each object is before it calls it or takes an attribute of it, makes
an object for each piece of a page and hands the pieces up one by one. Here every object is a view, a
macro or the interface's words, and a page is a list that is joined once. What it prints is the same.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup, escape

from ..core.language import escaped


def printed(value: Any) -> str:
    """What ``{{ value }}`` prints: escaped, unless it says itself that it is HTML.

    The same as markupsafe's ``escape``, without making an object for each piece of a page.
    """
    if type(value) is str:
        return escaped(value)
    if type(value) is Markup:
        return value
    if hasattr(value, "__html__"):
        return str(value.__html__())
    return escape(str(value))


def macro(function: Any) -> Any:
    """A macro is its function; what it is not given is ``missing``, as the library's code expects."""
    function.__defaults__ = (missing,) * function.__code__.co_argcount
    return function


class _Direct(CodeGenerator):
    """Templates as plain Python: ``a.b`` and ``f(x)`` are what they are there.

    Macros take their arguments by place, and ``{% call %}`` adds its content as the last of them.
    Words that need nothing filled in are printed as they were escaped once: ``{{ t("key") }}``.
    """

    _word: nodes.Expr | None = None

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        if frame.parent is None:  # a template or a block
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        if frame.parent is None:
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        self.writeline(f"return environment.html(concat({frame.buffer}))")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.macro(macro)")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        is_word = isinstance(node, nodes.Call) and _is_word(node)
        self._word = node if is_word else None
        self.write("(" if is_word else "environment.printed(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the library's name
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - the library's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        self.visit(node.node, frame)
        self.write(".html[" if node is self._word else "(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write("" if node is self._word else ", ")
        if forward_caller:
            self.write("caller")
        self.write("]" if node is self._word else ")")


def _is_word(node: nodes.Call) -> bool:
    """``t("key")``."""
    asked = isinstance(node.node, nodes.Name) and node.node.name == "t"
    return asked and len(node.args) == 1 and isinstance(node.args[0], nodes.Const) and not node.kwargs


class Environment(jinja2.Environment):
    """Templates by their names, for good: each page asks for several, and none changes during a build.

    They are given everything they print, so there are no globals, which the library copies for each page.
    """

    code_generator_class = _Direct
    printed = staticmethod(printed)
    macro = staticmethod(macro)
    html = staticmethod(partial(str.__new__, Markup))  # what templates made, with escaping on

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._by_name: dict[Any, jinja2.Template] = {}

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> jinja2.Template:  # noqa: A002
        if name not in self._by_name:
            self._by_name[name] = super().get_template(name, parent, globals)
        return self._by_name[name]

    def make_globals(self, d: Any) -> dict[str, Any]:
        return {}
