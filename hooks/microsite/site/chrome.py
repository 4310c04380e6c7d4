"""What all pages share: head, header, banner, the campaign's bar, footer, as finished pieces of HTML.

A piece is rendered once for all pages on which it is the same; the one thing in the header that
differs from page to page, the address in the other language, is put in afterwards.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from ..loading.translations import Interface
from ..views.page import Page
from .render import Renderer

_HERE = "\ue000"  # a private character: no address has it


@dataclass(frozen=True, slots=True)
class Shell:
    """The pieces, in their order on the page."""

    head: Markup
    body: Markup
    header: Markup
    banner: Markup
    bar: Markup
    footer: Markup


def render_chrome(render: Renderer, t: Interface, frame: Page) -> Shell:
    campaign = frame.campaign
    place = (frame.language, frame.root, *_said(frame))
    own = (campaign.id, campaign.links, campaign.colours) if campaign else ()
    anywhere = render.once(("shell", place, frame.nav, own), lambda: _anywhere(render, t, frame, place))
    header = Markup(str.replace(anywhere.header, _HERE, escape(frame.other.path)))  # noqa: S704 - escaped
    return Shell(anywhere.head, anywhere.body, header, anywhere.banner, anywhere.bar, anywhere.footer)


def _anywhere(render: Renderer, t: Interface, frame: Page, place: Hashable) -> Shell:
    """The pieces for all pages like this one; most of them serve others, too."""
    campaign = frame.campaign
    page = replace(frame, other=replace(frame.other, path=_HERE))

    def piece(name: str, *key: Hashable) -> Markup:
        def make() -> Markup:
            return Markup(render(f"shell/{name}.html", t, page=page))  # noqa: S704 - made by a template

        return render.once((name, place, *key), make)

    return Shell(
        head=piece("head", campaign.colours if campaign else ""),
        body=piece("body"),
        header=piece("header", frame.nav),
        banner=piece("banner"),
        bar=piece("bar", campaign.id, campaign.links) if campaign else Markup(),
        footer=piece("footer"),
    )


def _said(frame: Page) -> tuple[Hashable, ...]:
    """What the pieces say that comes from the settings of the site."""
    return frame.banner, frame.site_name, frame.organiser, frame.report_url, frame.site_metas, frame.government
