"""The public pages' style sheet and scripts, joined from their parts, and a campaign's colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..core import colours, urls
from ..model.campaign import Campaign

FOLDER = Path(__file__).parents[1] / "assets"

# In cascade order; each file is one visible part.
STYLES = (
    "tokens", "base", "shell", "hero", "mosaic", "card", "audience", "facts", "sessions", "finder", "timeline", "directory", "document",
    "share", "print", "programme",
)  # fmt: skip


def all_assets() -> Iterator[tuple[str, bytes]]:
    """Address and content of each asset of the shell."""
    yield urls.asset("site.css"), style_sheet().encode()
    for path in sorted((*FOLDER.glob("*.js"), *FOLDER.glob("*.svg"))):
        yield urls.asset(path.name), path.read_bytes()


def style_sheet() -> str:
    """All parts in one sheet, without comments and empty space: those are for whoever edits the parts."""
    parts = (FOLDER / "css" / f"{name}.css" for name in STYLES)
    text = re.sub(r"/\*.*?\*/", "", "".join(part.read_text("utf-8") for part in parts), flags=re.DOTALL)
    text = re.sub(r"\s*([{};])\s*", r"\1", text).strip() + "\n"
    return re.sub(r"([{;][\w-]+): ", r"\1:", text).replace(";}", "}")


def campaign_colours(campaign: Campaign, selector: str = ":root") -> str:
    """The custom properties of one campaign, for paper and for the dark.

    Both ways to darkness are served: the reader's system, and the site's own switch. Neither holds
    in print.
    """
    p = colours.palette(campaign.colour)
    light = f"--ms-accent: {p.strong}; --ms-accent-tint: {p.tint}; --ms-accent-tint-strong: {p.tint_strong};"
    dark = (
        f"--ms-accent: {p.night_strong}; --ms-accent-tint: {p.night_tint}; "
        f"--ms-accent-tint-strong: {p.night_ground};"
    )
    inner = "" if selector == ":root" else f" {selector}"
    return (
        f"{selector} {{ {light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme=light]){inner} {{ {dark} }} }}\n"
        f"@media screen {{ :root[data-theme=dark]{inner} {{ {dark} }} }}\n"
    )
