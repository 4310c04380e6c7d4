"""Large enough to read and to touch, also for older eyes and hands."""

import contrast
import pytest
from kinds import EVERY_KIND, EVERY_PUBLIC_KIND

import building

# Labels and asides may be smaller than the text, never below 16 px: sources, citations, the drawing (the list
# beside it says the same), what is said about a text and not in it.
ASIDES = (
    ".ms-tag, .ms-state, .ms-kicker, .ms-quiet, .ms-clause, .ms-footer, .ms-hidden, label, q, dt, "
    ".ms-source, .ms-quote__text, .ms-drawing, .ms-embed__label, .ms-audience__name, .ms-contact__card, "
    "[class*=__count], [class*=__note], [class*=__full], [class*=__kind], [class*=__unstated], [class*=__role]"
)

# Running text below 18 px or with lines closer than 1.5, and anything at all below 16 px.
_SMALL = """asides => {
  const small = new Set();
  for (const it of document.querySelectorAll("body *")) {
    const words = [...it.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!words || !it.checkVisibility() || it.closest("script, svg")) continue;
    const style = getComputedStyle(it), size = parseFloat(style.fontSize);
    const line = parseFloat(style.lineHeight) / size;
    const running = it.closest("main p, main li, main dd, main td") && !it.closest(`h1, h2, h3, .ms-button, ${asides}`);
    if (size < (running ? 18 : 16) || (running && size < 24 && !(line >= 1.49))) {
      const near = [it, it.parentElement, it.parentElement.parentElement];
      const path = near.map(each => `${each.tagName.toLowerCase()}.${each.className}`).reverse().join(" > ");
      small.add(`${path}: ${size} px, line ${line.toFixed(2)}`);
    }
  }
  return [...small];
}"""

# Everything to press outside running text.
_TARGETS = """() => [...document.querySelectorAll(
  "button, select, input, summary, nav a, .ms-phone, .ms-button, a[data-language]"
)].filter(it => it.checkVisibility()).map(it => [it, it.getBoundingClientRect()])
  .filter(([it, box]) => box.height < 43.5 || box.width < 43.5)
  .map(([it, box]) => `${it.tagName} .${it.className} ${it.textContent.trim().slice(0, 20)} `
    + `${Math.round(box.width)}×${Math.round(box.height)}`)"""


def look_everywhere(visit, base, width, script, *given):
    page, found = visit("", width=width), []
    for _, path in EVERY_PUBLIC_KIND:
        page.goto(base + path)
        for settings in page.locator("[data-menu] summary").all():
            settings.click()
        found += [f"{path}: {line}" for line in page.evaluate(script, *given)]
    building.none_of(found)


@pytest.mark.parametrize("width", [320, 1280])
def test_text_is_at_least_18_px_and_lines_are_well_apart(visit, base, width):
    look_everywhere(visit, base, width, _SMALL, ASIDES)


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_pressed_is_at_least_44_px_in_both_directions(visit, base, width):
    look_everywhere(visit, base, width, _TARGETS)


@pytest.mark.parametrize("state", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_every_text_stands_out_by_seven_to_one(visit, base, state):
    page, found = visit("", **state), []
    for _, path in EVERY_KIND:
        page.goto(base + path)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        found += [f"{path}: {line}" for line in contrast.of(page)["faults"]]
    building.none_of(found)


WEAK = {
    "<p style='color: #767676; background: #fff'>weak</p>": "p. in .: weak: 4.54:1",
    "<svg><rect width='99' height='30' fill='#0b4f8a'/><text y='20'>weak</text></svg>": "text. in .: weak: 2.50:1",
    "<svg style='position: absolute' fill='#767676'><path d='M0 0h300v150H0z'/></svg><p style='position: relative'>weak": (
        "p. in .: weak: 4.62:1"
    ),
    "<style>.ms-title { position: relative; width: 300px; height: 150px } .ms-motif { position: absolute; "
    "right: 0; bottom: 0; width: 100%; height: 100%; background: #767676; mask: url(\"data:image/svg+xml,"
    "%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%20300%20150'%3E%3Cpath%20d='M0%200h300v150H0z'/%3E%3C/svg%3E\")"
    " }</style><div class='ms-title'><i class='ms-motif'></i><p>weak": "p. in .ms-title: weak: 4.62:1",
}


@pytest.mark.parametrize("html", WEAK)
def test_a_text_that_hardly_stands_out_would_be_found(browser, html):
    """The proof that the test above can fail: for text on a page, in a drawing, over one, and over one of the style sheet."""
    page = browser.new_page()
    page.set_content(f"<body style='background: #fff'>{html}")
    found = contrast.of(page)
    page.close()
    assert found["faults"] == [WEAK[html]]


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("path", ["jiangxi-2022/older-people/", "en/jiangxi-2022/older-people/", "jiangxi-2022/for/older/"])
def test_in_the_largest_type_a_telephone_number_is_one_line_and_no_smaller_than_three_quarters_of_the_text(visit, path, width):
    page = visit(path, width=width)
    page.locator("[data-larger]").click()
    page.locator("[data-larger]").click()
    assert page.locator(":root").get_attribute("data-size") == "largest"
    number = page.locator("a.ms-phone").first
    size, text, lines = number.evaluate("""each => {
      const range = document.createRange();
      range.selectNodeContents(each);
      return [getComputedStyle(each), getComputedStyle(document.body)].map(it => parseFloat(it.fontSize))
        .concat(new Set([...range.getClientRects()].map(it => Math.round(it.top))).size);
    }""")
    assert lines == 1
    assert size >= .75 * text


def test_a_search_field_in_the_largest_type_has_a_line_of_its_own(visit):
    page = visit("jiangxi-2022/contacts/", width=360)
    page.evaluate("document.documentElement.dataset.size = 'largest'")
    field, button = page.locator("#f-q").bounding_box(), page.locator("form .ms-button").bounding_box()
    assert field["width"] > 200
    assert button["y"] >= field["y"] + field["height"]
