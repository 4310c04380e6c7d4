"""One strong colour of a campaign, and the tints made of it that can still be read.

Contrast is that of WCAG 2.2 (relative luminance, success criterion 1.4.3); colours are
``#rrggbb`` in sRGB.
"""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass

PAPER = "#ffffff"
NIGHT = "#14171a"
BODY_CONTRAST = 7.0

Rgb = tuple[float, float, float]


def is_colour(text: str) -> bool:
    return re.fullmatch(r"#[0-9a-fA-F]{6}", text) is not None


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(max(0.0, min(1.0, part)) * 255):02x}" for part in rgb)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white); WCAG 2.2, definition."""
    parts = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in _rgb(colour))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _shifted(colour: str, lightness: float, saturation: float = 1.0) -> str:
    hue, _, full = colorsys.rgb_to_hls(*_rgb(colour))
    return _hex(colorsys.hls_to_rgb(hue, lightness, min(1.0, full * saturation)))


def _nearest_readable(colour: str, ground: str, step: int) -> str:
    """The colour moved along its lightness until body text in it can be read on ``ground``."""
    start = round(colorsys.rgb_to_hls(*_rgb(colour))[1] * 100)
    for percent in range(start, 101 if step > 0 else -1, step):
        moved = _shifted(colour, percent / 100)
        if contrast(moved, ground) >= BODY_CONTRAST:
            return moved
    return "#ffffff" if step > 0 else "#000000"


def darkened(colour: str) -> str:
    """The nearest darker tone of a colour that reaches 7:1 on white."""
    return _nearest_readable(colour, PAPER, -1)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one campaign in light and dark surroundings."""

    strong: str
    tint: str
    tint_strong: str
    night_strong: str
    night_tint: str
    night_ground: str


def palette(colour: str) -> Palette:
    """Tints of one strong colour (which must itself reach 7:1 on white).

    ``strong`` carries text on paper and white text on itself; ``night_strong`` the same in the
    dark; tints are grounds on which the strong colour of their surroundings stays readable.
    """
    night_tint = _shifted(colour, 0.16, 0.6)
    return Palette(
        strong=colour,
        tint=_shifted(colour, 0.965, 0.7),
        tint_strong=_shifted(colour, 0.90, 0.7),
        night_strong=_nearest_readable(colour, night_tint, 1),
        night_tint=night_tint,
        night_ground=_shifted(colour, 0.13, 0.55),
    )
