"""What all pages share: head, header, banner, the campaign's bar, footer, as finished pieces of HTML.

A piece is rendered once for all pages on which it is the same; the one thing in the header that
differs from page to page, the address in the other language, is put in afterwards.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from .quick import quick
from .render import Renderer
from .translate import Interface
from .views.page import Page

_HERE = "\ue000"  # a private character: no address has it


@quick
@dataclass(frozen=True, slots=True)
class Shell:
    """The pieces, in their order on the page."""

    head: Markup
    body: Markup
    header: Markup
    banner: Markup
    bar: Markup
    footer: Markup


def of(render: Renderer, t: Interface, frame: Page) -> Shell:
    campaign = frame.campaign
    place = (frame.language, frame.root, *_settings(frame))

    def piece(name: str, *key: Hashable) -> Markup:
        return render.once((*place, *key), f"shell/{name}.html", t, lambda: frame)

    return Shell(
        head=piece("head", campaign.colours if campaign else ""),
        body=piece("body"),
        header=_header(render, t, frame, place),
        banner=piece("banner"),
        bar=piece("bar", campaign.id, campaign.links) if campaign else Markup(),
        footer=piece("footer"),
    )


def _settings(frame: Page) -> tuple[Hashable, ...]:
    """What the pieces say that comes from the settings of the site."""
    said = (frame.official, frame.site_name, frame.organiser, frame.report_url)
    return (*said, frame.problems, frame.site_metas, frame.government)


def _header(render: Renderer, t: Interface, frame: Page, place: tuple[Hashable, ...]) -> Markup:
    def anywhere() -> Page:
        return replace(frame, other=replace(frame.other, path=_HERE))

    made = render.once((*place, frame.nav), "shell/header.html", t, anywhere)
    return Markup(str.replace(made, _HERE, escape(frame.other.path)))  # noqa: S704 - escaped
