"""What stands above every page: one row, one line, one row; type in three sizes, a tap apart."""

import chromium
import pytest
from kinds import EVERY_PUBLIC_KIND, PUBLIC
from playwright.sync_api import expect

import building

_TOP = "Math.round(document.querySelector('main').getBoundingClientRect().top)"
_TEXT = "parseFloat(getComputedStyle(document.body).fontSize)"
_TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth ? [...document.querySelectorAll("body *")]
  .filter(it => it.checkVisibility() && it.getBoundingClientRect().right > innerWidth + .5 && !it.closest(".ms-bar"))
  .map(it => `${it.tagName} .${it.className} ${it.textContent.trim().slice(0, 20)}`).slice(-3).concat("…") : []"""
_SMALL = """() => [...document.querySelectorAll("button, summary, header a, .ms-bar a")].filter(it => it.checkVisibility())
  .map(it => [it.textContent.trim(), it.getBoundingClientRect()])
  .filter(([, box]) => box.height < 59.5 || box.width < 59.5).map(([text, box]) => `${text} ${box.width}×${box.height}`)"""

_CUT = """size => { document.documentElement.dataset.size = size;
  const found = [], range = document.createRange();
  for (const it of document.querySelectorAll("button, summary, .ms-button, .ms-header__link")) {
    if (!it.checkVisibility()) continue;
    const texts = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());) for (const word of text.data.matchAll(/[A-Za-z’]+/g)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (range.getClientRects().length > 1) found.push(word[0]);
    }
  }
  return found; }"""


@pytest.mark.parametrize("width", [320, 390])
def test_a_page_begins_within_130_px_on_a_phone(visit, base, width):
    page, tops = visit("", width=width), {}
    for _, path in EVERY_PUBLIC_KIND:
        page.goto(base + path)
        if page.locator("header").count():
            tops[path] = page.evaluate(_TOP)
    assert {path: top for path, top in tops.items() if top > 130} == {}


@pytest.mark.parametrize("path", ["", "manual/", "manual/format/", "en/manual/"])
def test_the_name_of_the_site_does_not_lie_under_what_stands_beside_it(visit, path):
    boxes = "['text', 'tools'].map(it => document.querySelector(`.ms-header__${it}`).getBoundingClientRect())"
    name, tools = visit(path, width=320).evaluate(boxes)
    assert name["right"] <= tools["left"]


@pytest.mark.parametrize("language", ["", "en/"])
def test_one_tap_makes_the_type_larger_and_the_third_brings_it_back(visit, language):
    page = visit(f"{language}about/", width=390)
    larger, said, sizes = page.locator("[data-larger]"), [], []
    for _ in range(4):
        said.append(larger.inner_text())
        sizes.append(round(page.evaluate(_TEXT)))
        larger.click()
    assert sizes == [18, 22, 28, 18]
    assert said == (["Larger", "Largest", "Normal", "Larger"] if language else ["大字", "更大", "标准", "大字"])


@pytest.mark.parametrize("size", ["large", "largest"])
def test_nothing_breaks_in_the_larger_sizes_at_320_px(visit, base, size):
    page, found = visit("", width=320), []
    page.add_init_script(f"localStorage.setItem('ms-size', '{size}')")
    for kind, path in EVERY_PUBLIC_KIND:
        if kind == "contacts":
            continue  # laid out anew
        page.goto(base + path)
        found += [f"{path}: {line}" for line in page.evaluate(_TOO_WIDE)]
    building.none_of(found)


@pytest.mark.parametrize("language", ["", "en/"])
def test_what_is_pressed_is_60_px_in_the_largest_size(visit, language):
    page = visit(f"{language}jiangxi-2022/", width=320)
    page.locator("[data-larger]").click()
    page.locator("[data-larger]").click()
    page.locator("[data-menu] summary").click()
    assert page.evaluate(_SMALL) == []


@pytest.mark.parametrize("path", ["en/jiangxi-2022/", "en/manual/"])
def test_no_word_on_a_button_is_cut_at_320_px(visit, path):
    page = visit(path, width=320)
    page.locator("[data-menu] summary").click()
    assert page.locator("[data-set]:visible").count() == 8
    assert {size: page.evaluate(_CUT, size) for size in ("", "large", "largest")} == {"": [], "large": [], "largest": []}


@pytest.mark.parametrize("path", ["jiangxi-2022/contacts/", "en/jiangxi-2022/plan/"])
def test_the_link_of_this_page_is_in_sight_in_the_row_that_scrolls(visit, path):
    page = visit(path, width=320)
    expect(page.locator(".ms-bar [aria-current]")).to_be_in_viewport(ratio=1)


def test_the_whole_sentence_about_the_example_stands_once_and_not_above_the_page(visit, base):
    page, said = visit("", java_script_enabled=False), {}
    for kind, path in PUBLIC.items():
        page.goto(base + path)
        whole = page.locator("body").inner_text().count("本站依据公开通知制作，不是主办单位的正式发布。")
        said[kind] = (whole, page.locator("aside.ms-banner").first.inner_text())
    assert said == dict.fromkeys(PUBLIC, (1, "示例 不是正式网站"))


def test_the_menu_opens_without_scripts_and_offers_no_settings_then(visit):
    page = visit("", width=390, java_script_enabled=False)
    page.locator("[data-menu] summary").click()
    assert page.locator(".ms-menu__nav a:visible").all_inner_texts() == ["首页", "举办单位", "关于本站"]
    assert page.locator("[data-set]:visible, [data-larger]:visible").count() == 0


def test_an_address_of_a_part_that_is_folded_opens_it(visit):
    page = visit("shandong-2024/teachers-students/", width=390)
    expect(page.locator("#part-beidou-cup")).to_be_hidden()
    page = visit("shandong-2024/teachers-students/#part-beidou-cup", width=390)
    expect(page.locator("#part-beidou-cup")).to_be_in_viewport()


_BROKEN = """size => { document.documentElement.dataset.size = size;
  const text = document.querySelector(".ms-hero__theme").firstChild, found = [];
  for (const word of text.data.matchAll(/[^\\s]+/g)) {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    if (range.getClientRects().length > 1) found.push(word[0]);
  }
  return found; }"""


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280, 1700])
def test_no_word_of_an_english_slogan_is_broken_and_no_comma_begins_a_line(visit, width):
    page = visit("en/jiangxi-2022/", width=width)
    assert {size: page.evaluate(_BROKEN, size) for size in ("", "large", "largest")} == {"": [], "large": [], "largest": []}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("shandong-2024/", ".ms-hero__when > span"),
        ("shandong-2024/sign-language/", ".ms-fact--when > p"),
        ("jiangxi-2022/for/older/", ".ms-actrow__when > span, .ms-actrow__where > span, .ms-takeaway__when"),
        ("jiangxi-2022/timeline/", ".ms-entry__when"),
        ("jiangxi-2022/", ".ms-card__fact:first-child dd"),
    ],
)
def test_a_time_that_stands_alone_begins_with_a_capital(visit, path, place):
    first = "all => all.map(each => getComputedStyle(each, '::first-letter').textTransform)"
    assert set(visit(f"en/{path}", width=390).locator(place).evaluate_all(first)) == {"uppercase"}


def test_a_heading_ends_its_lines_between_words(visit):
    pieces = visit("shandong-2024/sign-language/", width=320).locator("h1").inner_html().split("<wbr>")
    assert "".join(pieces) == "举办听力言语残疾人无障碍信息平台推广活动"
    assert any(piece.endswith("无障碍") for piece in pieces)
    assert {"平台", "活动"} <= set(pieces)


def test_in_a_browser_with_large_type_the_header_is_not_cut(browser, base):
    large = browser.browser_type.launch(
        executable_path=chromium.program(chromium.SHELL), args=[*chromium.FLAGS, "--blink-settings=defaultFontSize=24"]
    )
    page, found = large.new_page(viewport={"width": 320, "height": 800}), []
    for path in ("", "en/", "jiangxi-2022/", "en/jiangxi-2022/"):
        page.goto(base + path)
        found += page.evaluate(_TOO_WIDE)
        found += page.locator(".ms-header__text").evaluate_all("""all => all.map(it => [it, getComputedStyle(it).position])
          .filter(([it, at]) => at !== "absolute" && it.scrollHeight > it.clientHeight + 1).map(([it]) => it.textContent)""")
    assert page.evaluate(_TEXT) == 27
    large.close()
    building.none_of(found)
