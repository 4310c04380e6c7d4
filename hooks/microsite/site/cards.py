"""The picture that a shared link shows: title, campaign and colour, as a PNG.

Two shapes: 1200×630 for link previews (Open Graph), 600×600 for WeChat, which takes the first
picture of a page. A card is one colour shaded towards white, so one channel with a palette is
enough: small files, and the same bytes from the same words. The letters come from a part of Noto
Sans SC that is shipped beside the code; nothing of it is published but its outlines in pictures.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont, features

from ..checks import permalinks
from ..core import urls
from ..core.colours import shades
from ..core.language import LANGUAGES
from ..core.problems import Mark, Note
from ..model.campaign import Plan
from ..views import share_cards
from ..views.audience import audience_view
from ..views.share_cards import Face
from .line_breaks import Measure, fitted
from .pages import Site, published

VERSION = 3
"""Part of every card's key: raised when cards are drawn in another way."""

SHADES = 4
"""Ground, two between and white: two bits a pixel, which takes two fifths off a file and leaves letters smooth."""

DARK, LIGHT, WHITE = 85, 170, 255
"""How far a card's shades go from its ground (0)."""

Paint = Callable[[Face], bytes]
"""From what stands on a card to the PNG: a painter, or one that remembers (``caches.Remembering``)."""

Box = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels."""


def key(face: Face) -> str:
    """A name for exactly this picture: same words, same colour, same way of drawing."""
    parts = (str(VERSION), features.version("freetype2") or "", repr(face))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Block:
    """Where one text may stand, and the sizes it is tried in, largest first."""

    box: Box
    largest: int
    smallest: int
    at_bottom: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A set line: its words, its size, and where its upper left corner is."""

    text: str
    size: int
    x: int
    y: int


SIZES = {False: share_cards.WIDE, True: share_cards.SQUARE}
_BLOCKS = {
    False: (
        Block((72, 64, 1128, 120), 38, 18),
        Block((72, 150, 1128, 490), 92, 26),
        Block((72, 520, 880, 572), 34, 16, at_bottom=True),
    ),
    True: (
        Block((44, 44, 556, 90), 28, 14),
        Block((44, 110, 556, 440), 66, 20),
        Block((44, 468, 440, 556), 26, 14, at_bottom=True),
    ),
}
_TAKEAWAY = (
    Block((40, 34, 560, 66), 24, 12),
    Block((40, 78, 560, 168), 50, 20),
    *(Block((40, top, 560, top + 60), 24, 12) for top in range(180, 420, 64)),
    Block((40, 448, 410, 482), 26, 12),
    Block((40, 490, 410, 566), 46, 16),
)
_CODE = (426, 432, 566, 572)
_CORNER: dict[bool, Box] = {False: (880, 500, 1200, 630), True: (450, 450, 600, 600)}
"""Where the mosaic stands: no text comes there."""
LEADING = 1.32
"""Height of a line in sizes of its letters."""


@dataclass(frozen=True, slots=True)
class Painter:
    """Draws cards with one font (the bytes of its file)."""

    font: bytes

    def __call__(self, face: Face) -> bytes:
        """The card as a PNG file."""
        width, height = SIZES[face.square]
        image = Image.new("L", (width, height), 0)
        draw = ImageDraw.Draw(image)
        if face.tiles:
            _mosaic(draw, _CORNER[face.square], face)
        elif face.address:
            _code(draw, _CODE, face.address)
        elif not face.told:
            _pattern(draw, width, height)
        for line in self.lines(face):
            draw.text((line.x, line.y), line.text, fill=WHITE, font=_letters(self.font, line.size))
        return _png(image, face.colour)

    def lines(self, face: Face) -> tuple[Line, ...]:
        """Every line of a card; each lies inside its block's box."""
        blocks = zip(_blocks(face), face.texts, strict=False)
        return tuple(line for block, text in blocks if text for line in self._set(block, text))

    def _set(self, block: Block, text: str) -> Iterable[Line]:
        left, top, right, bottom = block.box
        sizes = range(block.largest, block.smallest - 1, -2)
        size, lines = fitted(text, right - left, bottom - top, self._measure, sizes, LEADING)
        step = round(size * LEADING)
        y = bottom - step * len(lines) if block.at_bottom else top
        for number, line in enumerate(lines):
            yield Line(line, size, left, y + step * number)

    def _measure(self, size: int) -> Measure:
        return lambda text: _length(self.font, size, text)

    def box(self, line: Line) -> Box:
        """The pixels that a line covers."""
        left, top, right, bottom = _letters(self.font, line.size).getbbox(line.text)
        return line.x + int(left), line.y + int(top), line.x + int(right), line.y + int(bottom)

    def unknown(self, texts: Iterable[str]) -> str:
        """Characters that the font cannot draw, once each, in order."""
        letters = _letters(self.font, 24)
        empty = _shape(letters, "\U0010ffff")
        seen = dict.fromkeys("".join(texts))
        return "".join(each for each in seen if not each.isspace() and _shape(letters, each) == empty)


def _blocks(face: Face) -> tuple[Block, ...]:
    """Where each text of a card stands; of a card to take away the number stands last, however many lines there are."""
    if not face.told:
        return _BLOCKS[face.square]
    return (*_TAKEAWAY[: 2 + len(face.told)], *_TAKEAWAY[-2:])


@lru_cache(maxsize=64)
def _letters(font: bytes, size: int) -> ImageFont.FreeTypeFont:
    # The plain layout engine: the other one is not everywhere, and the same text must give the
    # same picture.
    return ImageFont.truetype(io.BytesIO(font), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=65536)
def _length(font: bytes, size: int, text: str) -> float:
    return float(_letters(font, size).getlength(text))


def _shape(letters: ImageFont.FreeTypeFont, character: str) -> bytes:
    return bytes(letters.getmask(character))


# Squares that rise in steps: column from the right, squares from the bottom.
_STEPS = ((0, 7), (1, 5), (2, 4), (3, 2), (4, 1))


def _pattern(draw: ImageDraw.ImageDraw, width: int, height: int) -> None:
    side = 48
    for column, count in _STEPS:
        for row in range(count):
            if (column + row) % 3 == 1:
                continue
            x, y = width - (column + 1) * side, height - (row + 1) * side
            draw.rectangle((x + 2, y + 2, x + side - 3, y + side - 3), fill=DARK)


_SIDES = (56, 48, 40, 32, 24, 16)


def _mosaic(draw: ImageDraw.ImageDraw, corner: Box, face: Face) -> None:
    """One square an activity, from the lower right; its own is white. Of very many, those that find room."""
    left, top, right, bottom = corner
    tried = (_placed(face.tiles, right - left, bottom - top, side) for side in _SIDES)
    placed = max(tried, key=len)
    for number, (column, row, wide, side) in enumerate(placed):
        x, y = right - column * side, bottom - row * side
        shade = WHITE if number == face.own else LIGHT if wide > 1 else DARK
        draw.rectangle((x - wide * side + 3, y - side + 3, x - 4, y - 4), fill=shade)


def _placed(tiles: str, width: int, height: int, side: int) -> list[tuple[int, int, int, int]]:
    """Column, row, width in squares and side of each square that finds room; columns and rows count from the corner."""
    found, column, row = [], 0, 0
    for tile in tiles:
        wide = 2 if tile == "L" else 1
        if column + wide > width // side:
            column, row = 0, row + 1
        if row >= height // side:
            break
        found.append((column, row, wide, side))
        column += wide
    return found


def _code(draw: ImageDraw.ImageDraw, box: Box, address: str) -> None:
    """The address for a camera (ISO/IEC 18004): dark on white, with the margin of four squares that it needs."""
    import segno  # noqa: PLC0415 - long to read, and not needed where nothing changed

    rows = segno.make_qr(address, error="m").matrix
    side = (box[2] - box[0]) // (len(rows) + 8)
    draw.rectangle(box, fill=WHITE)
    first = (box[2] - box[0] - side * len(rows)) // 2
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                at = (box[0] + first + x * side, box[1] + first + y * side)
                draw.rectangle((*at, at[0] + side - 1, at[1] + side - 1), fill=0)


def _png(image: Image.Image, colour: str) -> bytes:
    step = 255 / (SHADES - 1)
    image = image.point([round(shade / step) for shade in range(256)])
    image.putpalette(shades(colour, SHADES))
    out = io.BytesIO()
    image.save(out, "PNG", bits=2, compress_level=6)
    return out.getvalue()


# --- the cards of a site ----------------------------------------------------------------------


def of_home(site: Site) -> Iterator[tuple[str, Face]]:
    """The cards of the home page by their addresses, in both languages."""
    for language in LANGUAGES:
        yield from _both(urls.home(language), share_cards.home(site.scope(language)))


def faces(site: Site) -> Iterator[tuple[str, Face]]:
    """The cards of all bodies, campaigns and activities by their addresses, in both languages; of audiences those to take away."""
    kept = published(site)
    for language in LANGUAGES:
        base = site.scope(language)
        for region in site.data.plan.regions.values():
            scope = base.of_region(region)
            for body in region.organisations:
                page = urls.organisation(language, body.id)
                yield urls.card(page), share_cards.organisation(scope, region, body)
        for campaign in site.data.plan.campaigns:
            scope = base.of_campaign(campaign)
            yield from _both(urls.campaign(language, campaign.id), share_cards.campaign(scope, campaign))
            for code in permalinks.audiences(campaign, kept):
                page = urls.audience(language, campaign.id, code)
                face = share_cards.takeaway(scope, campaign, audience_view(scope, campaign, code))
                yield urls.card(page, is_square=True), face
            for activity in campaign.activities:
                page = urls.activity(language, campaign.id, activity.id)
                yield from _both(page, share_cards.activity(scope, campaign, activity))


def _both(page: str, face: Face) -> Iterator[tuple[str, Face]]:
    yield urls.card(page), face
    yield urls.card(page, is_square=True), replace(face, square=True)


def notes(plan: Plan, painter: Painter) -> tuple[Note, ...]:
    """Titles with characters that the shipped font lacks: their cards would show empty boxes."""
    found = []
    for campaign in plan.campaigns:
        titles: list[tuple[Mark, str]] = [(campaign.mark, campaign.name.text + campaign.theme.text.text)]
        titles += [(activity.mark, activity.title.text) for activity in campaign.activities]
        found += [_unknown(mark, painter.unknown([title])) for mark, title in titles]
    for body in plan.organisations:
        found.append(_unknown(body.mark, painter.unknown([body.name.text, body.short.text])))
    return tuple(note for note in found if note is not None)


def _unknown(mark: Mark, characters: str) -> Note | None:
    if not characters:
        return None
    zh = f"分享图的字体里没有这些字：{characters}"
    en = f"the font of the share cards lacks these characters: {characters}"
    return Note(mark, "card-character", zh, en)
