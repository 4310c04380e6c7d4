"""Views into HTML: a Jinja environment of our own, with autoescape on and no undefined names.

Templates live in ``overrides/microsite/``; they print and never compute. MkDocs' environment has
autoescape off and is not used for public pages.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

import jinja2
import jinja2.runtime
from markupsafe import Markup, escape

from .language import mark_parts
from .templating import Environment
from .translate import Interface


@jinja2.pass_context
def parts(context: jinja2.runtime.Context, text: str) -> Markup:
    """Text of the interface with something Chinese filled in: on an English page that part is marked."""
    safe = str(escape(text))
    return Markup(mark_parts(safe) if context["page"].language == "en" else safe)  # noqa: S704 - escaped


def _environment(folder: Path) -> Environment:
    made = Environment(
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

    def __init__(self, folder: Path, environment: Environment | None = None) -> None:
        self._folder = folder
        self._environment = environment or _environment(folder)
        self._pieces: dict[tuple[str, tuple[Hashable, ...]], Markup] = {}

    def __call__(self, template: str, t: Interface, **values: Any) -> str:
        """The finished page; every template gets the interface words as ``t``."""
        return self._environment.get_template(template).render(t=t, **values)

    def again(self) -> Renderer:
        """The same templates, already compiled, for another build: nothing of the last one is printed."""
        return Renderer(self._folder, self._environment)

    def once(self, key: tuple[Hashable, ...], template: str, t: Interface, page: Callable[[], Any]) -> Markup:
        """A piece that is the same on many pages, rendered when it is first asked for.

        ``key`` names everything that the template prints of ``page``.
        """
        if (template, key) not in self._pieces:
            self._pieces[template, key] = Markup(self(template, t, page=page()))  # noqa: S704 - a template
        return self._pieces[template, key]
