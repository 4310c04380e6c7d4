"""Views into HTML: a Jinja environment of our own, with autoescape on and no undefined names.

Templates live in ``overrides/microsite/``; they print and never compute. MkDocs' environment has
autoescape off and is not used for public pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import jinja2
import jinja2.runtime
from markupsafe import Markup, escape

from ..core import urls
from ..core.language import mark_parts, unbroken
from ..loading.translations import Interface
from ..views import due
from ..views.time_axis import percent
from .line_breaks import phrased
from .templates import Environment

Made = TypeVar("Made")


_WITHIN_A_TIME = re.compile("(?<=[0-9]年)(?=[0-9])|(?<=[0-9日月旬底])(?=至)|(?<=[日六五四三二一])(?=[0-9]+:)|(?<=及节假日)(?=[0-9])")
"""Where a time that is longer than its line goes on in the next: never within a day or an hour."""


@jinja2.pass_context
def parts(context: jinja2.runtime.Context, text: str) -> Markup:
    """Text of the interface with something Chinese filled in: on an English page that part is marked."""
    safe = str(escape(text))
    safe = mark_parts(safe) if context["t"].language == "en" else _WITHIN_A_TIME.sub("<wbr>", safe)
    return Markup(unbroken(safe))  # noqa: S704 - escaped


def anchor(id_: str, kind: str) -> str:
    """Where a record stands in a page: ``{{ part.id | anchor("part") }}``."""
    return urls.anchor(kind, id_)


@lru_cache(maxsize=2)  # compiling them is a third of a small build
def _environment(folder: Path, digest: str, compiled: jinja2.BytecodeCache | None) -> Environment:
    """The templates of a folder; ``digest`` changes when one of them does."""
    made = Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled,
    )
    made.filters |= {"parts": parts, "phrased": phrased, "anchor": anchor, "percent": percent, "due_heading": due.heading}
    return made


class Renderer:
    """Renders templates of one folder, and keeps for one build what is the same on many pages.

    Compiled templates are kept for the next build of a preview, as long as their ``digest`` is the same; ``compiled`` has
    those of any build before.
    """

    def __init__(self, folder: Path, digest: str = "", compiled: jinja2.BytecodeCache | None = None) -> None:
        self._environment = _environment(folder, digest, compiled)
        self._pieces: dict[Hashable, Any] = {}

    def __call__(self, template: str, t: Interface, **values: Any) -> str:
        """The finished page; every template gets the interface words as ``t``."""
        return self._environment.get_template(template).render(t=t, **values)

    def macros(self, t: Interface, root: str) -> Any:
        """The shared macros, for all pages of a language from which the same way leads to the site's root.

        A page that made its own would be a circle that only the collector finds.
        """
        template = self._environment.get_template("macros.html")
        return self.once(("macros", t.language, root), lambda: template.make_module({"t": t, "root": root}))

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is the same on many pages, made when it is first asked for; ``key`` names all that it depends on."""
        if key not in self._pieces:
            self._pieces[key] = make()
        made: Made = self._pieces[key]
        return made
