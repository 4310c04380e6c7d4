"""Views into HTML: a Jinja environment of our own, with autoescape on and no undefined names.

Templates live in ``overrides/microsite/``; they print and never compute. MkDocs' environment has
autoescape off and is not used for public pages.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import jinja2.runtime
from markupsafe import Markup, escape

from .language import mark_parts
from .translate import Interface


@jinja2.pass_context
def parts(context: jinja2.runtime.Context, text: str) -> Markup:
    """Text of the interface with something Chinese filled in: on an English page that part is marked."""
    safe = str(escape(text))
    return Markup(mark_parts(safe) if context["page"].language == "en" else safe)  # noqa: S704 - escaped


class Renderer:
    """Renders templates of one folder; compiled templates are kept for the whole build."""

    def __init__(self, folder: Path) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters["parts"] = parts

    def __call__(self, template: str, t: Interface, **values: Any) -> str:
        """The finished page; every template gets the interface words as ``t``."""
        return self._environment.get_template(template).render(t=t, **values)
