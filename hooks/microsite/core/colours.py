"""One strong colour of a campaign, and the tints made of it that can still be read.

Contrast is that of WCAG 2.2 (relative luminance, success criterion 1.4.3); colours are
``#rrggbb`` in sRGB.
"""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass
from functools import lru_cache

PAPER = "#ffffff"
NIGHT = "#14171a"
BODY_CONTRAST = 7.0
COLOURS = ("#0b4f8a", "#8f1d2c", "#1b5e20", "#5b2a86", "#6b3d00", "#00505a")
"""For campaigns without a colour of their own; each can be read on paper (7:1)."""

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


def is_readable(colour: str, ground: str) -> bool:
    """Body text in one can be read on the other (WCAG 2.2, criterion 1.4.6)."""
    return contrast(colour, ground) >= BODY_CONTRAST


def _percent_light(colour: str) -> int:
    return round(colorsys.rgb_to_hls(*_rgb(colour))[1] * 100)


def darkened(colour: str) -> str:
    """The nearest darker tone of a colour that reaches 7:1 on white."""
    tones = (_shifted(colour, percent / 100) for percent in range(_percent_light(colour), -1, -1))
    return next(tone for tone in tones if is_readable(tone, PAPER))


def _lightened(colour: str, *grounds: str) -> str:
    """The nearest lighter tone of a colour that reaches 7:1 on each of the dark grounds."""
    tones = (_shifted(colour, percent / 100) for percent in range(_percent_light(colour), 101))
    return next(tone for tone in tones if all(is_readable(tone, ground) for ground in grounds))


def _tint(colour: str, lightness: float) -> str:
    """A ground in the hue of a colour, made paler until the colour can be read on it."""
    levels = (lightness + step / 200 for step in range(round((1 - lightness) * 200) + 1))
    tints = (_shifted(colour, level, 0.7) for level in levels)
    return next((tint for tint in tints if is_readable(colour, tint)), PAPER)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one campaign in light and dark surroundings."""

    strong: str
    tint: str
    tint_strong: str
    night_strong: str
    night_tint: str
    night_ground: str


@lru_cache(maxsize=64)  # campaigns share their colours, and each asks several times
def palette(colour: str) -> Palette:
    """Tints of one strong colour (which must itself reach 7:1 on white).

    ``strong`` carries text on paper and white text on itself; ``night_strong`` the same in the
    dark; tints are grounds on which the strong colour of their surroundings reaches 7:1, so a
    colour that barely reaches it on white gets paler tints.
    """
    night_tint, night_ground = _shifted(colour, 0.16, 0.6), _shifted(colour, 0.13, 0.55)
    return Palette(
        strong=colour,
        tint=_tint(colour, 0.965),
        tint_strong=_tint(colour, 0.90),
        night_strong=_lightened(colour, night_tint, night_ground, NIGHT),
        night_tint=night_tint,
        night_ground=night_ground,
    )


def shades(colour: str, count: int) -> list[int]:
    """Even steps from a colour to white, as red, green, blue, red … of 0 to 255: a picture's palette.

    >>> shades("#0b4f8a", 3)
    [11, 79, 138, 133, 167, 196, 255, 255, 255]
    """
    ground = [round(part * 255) for part in _rgb(colour)]
    return [part + (255 - part) * step // (count - 1) for step in range(count) for part in ground]
