"""Where things stand on a wide page, and where lines end on a narrow one."""

import pytest
import serving

_LEFT = "(selector) => document.querySelector(selector).getBoundingClientRect().left"
_BROKEN = r"""([selector, pattern]) => [...document.querySelectorAll(selector)].flatMap((each) => {
  const nodes = document.createTreeWalker(each, NodeFilter.SHOW_TEXT), places = [], range = document.createRange();
  while (nodes.nextNode()) places.push(...[...nodes.currentNode.data].map((sign, at) => [sign, nodes.currentNode, at]));
  const text = places.map(([sign]) => sign).join("");
  return [...text.matchAll(new RegExp(pattern, "g"))].filter(({0: found, index}) => {
    const tops = places.slice(index, index + found.length).map(([, node, at]) => {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().top;
    });
    return Math.max(...tops) > Math.min(...tops) + 4;
  }).map(([found]) => found);
})"""
"""Parts of a text that match a pattern and stand on two lines."""


def test_the_text_of_every_page_begins_where_its_header_begins(visit, base):
    page, found = visit("about/"), {}
    for path in ("about/", "press/", "accessibility/", "shandong-2024/print/", "organisations/", "en/about/"):
        page.goto(base + path)
        found[path] = page.evaluate(_LEFT, "h1") - page.evaluate(_LEFT, ".ms-header__home")
    assert found == dict.fromkeys(found, 0)


@pytest.mark.parametrize("width", [1100, 1920])
def test_the_squares_of_a_band_end_where_the_content_ends(look, width):
    page = look("jiangxi-2022/contacts/", width=width)
    right = "name => document.querySelector(name).getBoundingClientRect().right"
    assert page.evaluate(right, ".ms-motif") == page.evaluate(right, ".ms-directory")


_BELOW = """() => {
  const squares = document.querySelector(".ms-title :is(.ms-motif, .ms-mosaic)"), box = each => each.getBoundingClientRect();
  if (!squares || !squares.checkVisibility()) return [];
  const boxes = squares.children.length ? [...squares.children].map(box) : [box(squares)];
  const nodes = document.createTreeWalker(document.querySelector(".ms-title"), NodeFilter.SHOW_TEXT), found = [];
  for (const range = document.createRange(); nodes.nextNode();) {
    range.selectNodeContents(nodes.currentNode);
    const on = ({left, right, top, bottom}) => boxes.some(each =>
      right > each.left + 1 && left < each.right - 1 && bottom > each.top + 2 && top < each.bottom - 2);
    if ([...range.getClientRects()].some(line => line.width > 1 && on(line))) found.push(nodes.currentNode.data.trim());
  }
  return found;
}"""
"""Words of a title that stand on its squares."""


@pytest.mark.parametrize("size", ["", "large", "largest"])
@pytest.mark.parametrize("width", [768, 1024, 1280, 1700])
def test_no_word_of_a_title_stands_on_its_squares_and_no_number_beside_other_answers_is_broken(visit, width, size):
    page, found = visit("", width=width), {}
    base = page.url
    page.evaluate(f"localStorage.setItem('ms-size', '{size}')")
    for path in ("jiangxi-2022/older-people/", "en/shandong-2024/for/deaf/", "jiangxi-2022/contacts/", "en/jiangxi-2022/press/"):
        page.goto(base + path)
        found[path] = page.evaluate(_BELOW) + page.evaluate(_BROKEN, ["a.ms-phone", r"\d{4}-\d{8}"])
    assert found == {path: [] for path in found}


@pytest.mark.parametrize("width", [320, 390, 768])
def test_no_state_stands_alone_on_a_line(visit, width):
    page, alone = visit("", width=width), []
    for path in ("", "en/", "jiangxi-2022/", "en/jiangxi-2022/", "en/shandong-2024/"):
        page.goto(f"{page.url.partition('/ztzl/2024/')[0]}/ztzl/2024/{path}")
        alone += page.locator(":is(.ms-hero__when, .ms-edition__when, .ms-card__fact) .ms-state").evaluate_all("""all => all
          .filter((it) => it.checkVisibility() && it.getClientRects()[0].left <= it.parentElement.getBoundingClientRect().left + 2)
          .map((it) => it.parentElement.textContent)""")
    assert alone == []


def test_the_numbers_of_matters_stand_in_one_column(look):
    for width in (390, 768):
        lefts = look("jiangxi-2022/contacts/", width=width).locator(".ms-matter .ms-phone").evaluate_all(
            "all => all.map(it => Math.round(it.getBoundingClientRect().left))"
        )
        assert len(lefts) > 9
        assert len(set(lefts)) == 1


def test_what_is_folded_below_a_plan_begins_where_its_text_begins(visit):
    page = visit("shandong-2024/plan/")
    assert page.evaluate(_LEFT, ".ms-document + .ms-fold > summary") == page.evaluate(_LEFT, ".ms-document__text")


def test_the_calendar_and_the_number_of_a_card_stand_at_its_edge(visit, example):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/activities/", at=base, width=768)
        odd = page.locator(".ms-card").evaluate_all("""cards => cards.map((card) => {
          const at = (selector) => card.querySelector(selector).getBoundingClientRect();
          const [title, number] = [at(".ms-card__title"), at(".ms-card__number")];
          const [picture, words] = [at(".ms-card__fact .ms-icon"), at(".ms-card__fact dd")];
          return [number.left - title.left, picture.left - title.left, picture.top - words.top < 16];
        }).filter((found) => found.join() !== "0,0,true")""")
        assert page.locator(".ms-card").count() == 15
        assert odd == []


def test_a_time_on_a_card_begins_with_a_capital(visit):
    first = "dd => getComputedStyle(dd, '::first-letter').textTransform"
    page = visit("en/jiangxi-2022/activities/")
    assert set(page.locator(".ms-card__fact:first-child dd").evaluate_all(f"all => all.map({first})")) == {"uppercase"}
    assert page.locator(".ms-card__fact:first-child dd").first.evaluate("dd => getComputedStyle(dd).display") == "block"


def test_no_chinese_word_of_a_heading_and_no_day_is_broken_in_the_largest_size(visit, example):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/", at=base, width=320)
        page.evaluate("localStorage.setItem('ms-size', 'largest')")
        broken = []
        for path in ("yunling-2026/anti-fraud/", "yunling-2026/", "yunling-2026/in/qingdu/", ""):
            page.goto(base + path)
            broken += page.evaluate(_BROKEN, ["h1, h2, h3, .ms-button, .ms-door", "电信|网络|诈骗|社区|宣讲|活动|技术|人员|课程|培训"])
            broken += page.evaluate(_BROKEN, [".ms-time:not(.ms-tile__name *), .ms-day__name", r"\d+年|\d+月|\d+日|\d+:\d+|[上中下]旬"])
        assert broken == []


def test_a_list_by_day_breaks_no_hour_beside_it(visit, example):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/sessions/", at=base)
        assert page.evaluate(_BROKEN, [".ms-session__time", r"\d+月\d+日，?|\d+:\d+"]) == []


@pytest.mark.parametrize("size", ["", "large", "largest"])
@pytest.mark.parametrize("path", ["jiangxi-2022/older-people/", "jiangxi-2022/for/older/", "jiangxi-2022/contacts/"])
def test_the_digits_of_a_number_are_no_smaller_than_the_text_beside_them(visit, size, path):
    page = visit(path, width=320)
    page.evaluate(f"localStorage.setItem('ms-size', '{size}')")
    page.reload()
    font = "each => parseFloat(getComputedStyle(each).fontSize)"
    text = page.locator("body").evaluate(font)
    found = page.locator(".ms-phone:visible, .ms-takeaway__number").evaluate_all(f"all => all.map({font})")
    assert found
    assert min(found) >= text * .95
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_number_is_not_broken_in_the_largest_size(visit, example):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/contacts/", at=base, width=320)
        page.evaluate("localStorage.setItem('ms-size', 'largest')")
        broken = []
        for path in ("yunling-2026/contacts/", "yunling-2026/for/older/", "yunling-2026/anti-fraud/"):
            page.goto(base + path)
            broken += page.evaluate(_BROKEN, [".ms-phone, .ms-number, .ms-takeaway__number", r"\d{4}-\d{8}"])
        assert page.locator(".ms-phone").count()
        assert broken == []
