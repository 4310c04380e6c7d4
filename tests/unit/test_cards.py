"""Share cards: every character is drawn, nothing is cut, and the same words give the same picture."""

from __future__ import annotations

import io
import os
import re
import struct
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import builders
import publishing
from microsite.build import caches, manifest
from microsite.core.colours import contrast
from microsite.loading import data_folder
from microsite.site import cards, line_breaks
from microsite.views.share_cards import Face

FONT = data_folder.card_font()
PAINTER = cards.Painter(FONT)
KNOWN = frozenset(TTFont(io.BytesIO(FONT)).getBestCmap())
FACE = Face("举办数字知识网上竞答", "2025年云岭省提升月", "2025年6月中旬·省委网信办", "#0b4f8a")
GB2312 = [chr(c) for c in sorted(KNOWN) if 0x4E00 <= c <= 0x9FFF]


@pytest.fixture(scope="module")
def faces():
    """Every card of the two real plans, by its address."""
    site = publishing.site(publishing.real_data())
    return {**dict(cards.of_home(site)), **dict(cards.faces(site))}


# --- what stands on them ----------------------------------------------------------------------


def test_the_font_has_the_characters_of_gb_2312():
    assert len(GB2312) == 6763


def test_every_character_of_every_card_has_a_glyph(faces):
    said = {c for face in faces.values() for c in "".join(face.texts) if not c.isspace()}
    assert "".join(sorted(c for c in said if ord(c) not in KNOWN)) == ""
    assert PAINTER.unknown(["".join(sorted(said))]) == ""


def test_a_character_without_a_glyph_is_noted_for_the_editor(tmp_path):
    activities = [builders.an_activity_yaml(title="举办李喆讲座")]
    text = builders.a_campaign_yaml(activities=activities)
    plan = builders.data(builders.a_data_folder(tmp_path, campaigns__yunling_2025=text)).plan
    assert [(note.code, note.zh) for note in cards.notes(plan, PAINTER)] == [
        ("card-character", "分享图的字体里没有这些字：喆")
    ]


def test_every_line_lies_inside_its_picture_and_no_line_touches_another(faces):
    for path, face in faces.items():
        width, height = cards.SIZES[face.square]
        boxes = [PAINTER.box(line) for line in PAINTER.lines(face)]
        assert all(0 < x0 < x1 <= width and 0 < y0 < y1 <= height for x0, y0, x1, y1 in boxes), path
        assert all(upper[3] <= lower[1] for upper, lower in pairwise(boxes)), path


def test_no_character_of_a_card_is_lost(faces):
    for path, face in faces.items():
        wanted = "".join("".join(face.texts).split())
        assert "".join("".join(line.text.split()) for line in PAINTER.lines(face)) == wanted, path


def test_an_example_says_so_on_its_cards_and_an_office_does_not():
    data = publishing.real_data()
    for official, said in ((False, "示例·数字赋能 全民共享"), (True, "数字赋能 全民共享")):
        made = dict(cards.faces(publishing.site(data, official=official)))
        assert made["assets/cards/jiangxi-2022-zh.png"].above == said


def test_a_fuzzy_time_stays_fuzzy_on_a_card(faces):
    assert faces["assets/cards/jiangxi-2022--online-quiz-zh.png"].below == "2022年8月中旬·牵头：省委网信办"
    assert faces["assets/cards/jiangxi-2022--online-quiz-en.png"].below.startswith("mid-August 2022 – ")


def test_every_page_of_a_campaign_and_every_body_has_its_card(faces):
    plan = publishing.real_data().plan
    activities = sum(len(campaign.activities) for campaign in plan.campaigns)
    bodies = len(list(plan.organisations))
    audiences = sum(len({code for each in campaign.activities for code in each.audiences}) for campaign in plan.campaigns)
    assert len(faces) == 2 * (2 + bodies + audiences + 2 * (len(plan.campaigns) + activities))


def test_a_card_to_take_away_says_what_when_and_one_number(faces):
    face = faces["assets/cards/jiangxi-2022--for--older-zh-square.png"]
    assert face.texts == (
        "示例·2022年江西省全民数字素养与技能提升月",
        "适合老年人的活动",
        "数字助老活动 2022年8月",
        "数字教育培训资源共享 2022年8月",
        "线上知识竞答 2022年8月中旬",
        "全民数字科普宣传活动 2022年7月至9月",
        "省卫健委",
        "0791-86291132",
    )
    many = faces["assets/cards/shandong-2024--for--older-zh-square.png"]
    assert (len(many.told), many.told[-1]) == (4, "另有 3 项")


def test_the_mosaic_of_a_card_lights_the_square_of_its_activity(faces):
    campaign, women = (faces[f"assets/cards/jiangxi-2022{page}-zh.png"] for page in ("", "--women"))
    assert (campaign.tiles, campaign.own, women.tiles, women.own) == ("LLsssLsss", -1, "LLsssLsss", 4)
    bare, whole = ([count(replace(face, own=own)) for own in (-1, 0, 4)] for face in (replace(women, tiles=""), women))
    assert bare[0] == bare[1] == bare[2]
    assert whole[0] < whole[2] < whole[1]


def count(face):
    """How many pixels are white."""
    with Image.open(io.BytesIO(PAINTER(face))) as picture:
        return sum(number for number, colour in picture.convert("RGB").getcolors(65536) if colour == (255, 255, 255))


# --- the files --------------------------------------------------------------------------------


def test_cards_are_pictures_of_the_sizes_that_other_programs_expect():
    for square, size in ((False, (1200, 630)), (True, (600, 600))):
        with Image.open(io.BytesIO(PAINTER(replace(FACE, square=square)))) as picture:
            assert (picture.format, picture.size) == ("PNG", size)


def test_a_card_stands_on_the_colour_of_its_campaign_in_readable_white():
    with Image.open(io.BytesIO(PAINTER(FACE))) as picture:
        colours = {f"#{r:02x}{g:02x}{b:02x}" for _, (r, g, b) in picture.convert("RGB").getcolors(65536)}
    assert {"#0b4f8a", "#ffffff"} <= colours
    assert contrast("#0b4f8a", "#ffffff") >= 7


def test_the_same_words_give_the_same_bytes_and_carry_no_time():
    drawn = cards.Painter(bytes(bytearray(FONT)))(FACE)
    assert drawn == PAINTER(FACE)
    assert chunks(drawn) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def chunks(png):
    """The kinds of chunks in a PNG file."""
    at, found = 8, set()
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found.add(png[at + 4 : at + 8])
        at += 12 + length
    return found


def test_the_font_itself_is_not_published():
    paths = publishing.everything(publishing.site(publishing.real_data()))
    assert [path for path in paths if re.search(r"\.(otf|ttf|woff2?)$|fonts/", path)] == []


# --- lines ------------------------------------------------------------------------------------


def test_no_closing_mark_begins_a_line_and_no_opening_mark_ends_one():
    title = "开展“智慧助老”（含培训）、“银龄跨越”活动；办好《数字》讲座。"
    for width in range(4, 20):
        lines = line_breaks.wrapped(line_breaks.pieces(title), width, len)
        assert lines is not None
        assert "".join(lines) == title
        assert [line for line in lines if line[0] in line_breaks.NOT_FIRST or line[-1] in line_breaks.NOT_LAST] == []


def test_latin_words_and_numbers_stay_whole():
    assert line_breaks.wrapped(line_breaks.pieces("Digital skills for 2024"), 8, len) == ["Digital", "skills", "for 2024"]


def test_a_title_of_two_lines_has_no_lonely_last_character():
    size, lines = line_breaks.fitted("一二三四五六七八九", 80, 24, lambda size: lambda text: size * len(text), [10], 1.2)
    assert (size, lines) == (10, ["一二三四五", "六七八九"])


@given(st.text(st.sampled_from(GB2312[::40] + list("，。、（）“”《》abcXYZ019 -")), min_size=1, max_size=160))
def test_any_title_fits_and_nothing_of_it_is_cut(title):
    if not title.strip():
        return
    for square in (False, True):
        face = Face(title, "", "", "#0b4f8a", square)
        width, height = cards.SIZES[square]
        lines = PAINTER.lines(face)
        assert "".join("".join(line.text.split()) for line in lines) == "".join(title.split())
        for line in lines:
            x0, y0, x1, y1 = PAINTER.box(line)
            assert x0 >= 0
            assert y0 >= 0
            assert x1 <= width
            assert y1 <= height


# --- the cache --------------------------------------------------------------------------------


class Counting:
    """A painter that counts; what it draws is too short to be a picture, which nobody asks here."""

    def __init__(self):
        self.drawn = []

    def __call__(self, face):
        self.drawn.append(face.title)
        return f"drawn {face.title}".encode()


def test_a_card_is_drawn_once_and_again_only_when_its_words_change(tmp_path):
    painter = Counting()
    remembering = caches.Remembering(tmp_path / "cards", painter)
    other = replace(FACE, title="另一个")
    assert [remembering(face) for face in (FACE, FACE, other, FACE)] == [
        f"drawn {title}".encode() for title in (FACE.title, FACE.title, "另一个", FACE.title)
    ]
    assert painter.drawn == [FACE.title, "另一个"]


@pytest.mark.parametrize("damage", [b"", b"x", b"\x89PNG\r\n\x1a\n" + b"\0" * 64])
def test_a_damaged_card_is_drawn_again(tmp_path, damage):
    painter = Counting()
    remembering = caches.Remembering(tmp_path, painter)
    remembering(FACE)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage)
    assert remembering(FACE) == f"drawn {FACE.title}".encode()
    assert remembering(FACE) == f"drawn {FACE.title}".encode()
    assert painter.drawn == [FACE.title, FACE.title]


def test_the_card_of_another_page_is_not_taken_for_this_one(tmp_path):
    painter = Counting()
    remembering = caches.Remembering(tmp_path, painter)
    other = replace(FACE, title="另一个")
    remembering(other)
    (kept,) = tmp_path.iterdir()
    kept.rename(tmp_path / f"{cards.key(FACE)}.card")
    assert remembering(FACE) == f"drawn {FACE.title}".encode()


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path):
    (tmp_path / "cards").write_text("a file where the folder should be", "utf-8")
    assert caches.Remembering(tmp_path / "cards", Counting())(FACE) == f"drawn {FACE.title}".encode()


def _site(folder, cache, *pictures):
    """A folder with these pictures, and its list."""
    folder.mkdir()
    for number, picture in enumerate(pictures):
        (folder / f"{number}.png").write_bytes(picture)
    part = manifest.Part("", {f"{number}.png": manifest.stamp(str(folder / f"{number}.png")) for number in range(len(pictures))})
    tree = manifest.Tree(folder, {"": part})
    manifest.remember(tree, cache)
    return tree


def test_cards_of_texts_that_are_gone_go_and_those_of_every_folder_stay(tmp_path):
    kept, cache = tmp_path / "cards", tmp_path / "lists"
    pictures = [b"x" * (size + 1) for size in range(7)]
    for picture in pictures:
        path = kept / f"{len(picture)}.card"
        caches.keep(path, picture, path.stem)
        os.utime(path, (1000, 5000 if len(picture) == 7 else 1000))
    _site(tmp_path / "preview", cache, pictures[1])
    site = _site(tmp_path / "site", cache, pictures[0], pictures[2])
    many = _site(tmp_path / "many", tmp_path / "other", *pictures[:4])
    manifest.prune_cards(kept, cache, many)
    assert len(list(kept.iterdir())) == 7
    manifest.prune_cards(kept, cache, site)
    assert sorted(path.name for path in kept.iterdir()) == ["1.card", "2.card", "3.card", "7.card"]


def test_a_card_to_take_away_lists_nothing_that_was_over_when_it_was_made():
    made = dict(cards.faces(publishing.site(publishing.real_data(), as_of=date(2022, 9, 5))))
    assert made["assets/cards/jiangxi-2022--for--older-zh-square.png"].told == ("全民数字科普宣传活动 2022年7月至9月",)
