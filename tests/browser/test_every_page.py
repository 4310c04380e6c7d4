"""Every kind of page: whole, alone on the net, open to everybody, large enough to read and to touch.

Each page is opened once a state and asked everything; the gate looks at every page.
"""

import functools
from typing import NamedTuple

import contrast
import pytest
import serving
import watching
from kinds import EVERY_KIND, EVERY_PUBLIC_KIND, KINDS

import building

PUBLIC_PATHS = {path for _, path in EVERY_PUBLIC_KIND}

STATES = {
    "a phone at 400 %": {"viewport": {"width": 320, "height": 800}},
    "wide and dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "forced colours": {"viewport": {"width": 1280, "height": 800}, "forced_colors": "active"},
}
"""Each width and each scheme once; the gate looks at every page in all of them."""
ORDINARY = ["a phone at 400 %", "wide and dark"]

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



class Seen(NamedTuple):
    """What is wrong on the pages of every kind in one state, a line each."""

    axe: list
    wide: list
    small: list
    targets: list
    weak: list


def look(page, base, paths, *, whole=True):
    """Open each page once and ask all questions of it; where axe cannot tell (``whole`` is false), contrast alone."""
    seen = Seen([], [], [], [], [])
    for path in paths:
        page.goto(base + path)
        if whole:
            seen.axe.extend(f"{path}: {found}" for found in watching.violations(page))
            if wide := watching.overflow(page):
                seen.wide.append(f"{path}: {wide} px wider than the window")
        if whole and path in PUBLIC_PATHS:
            for settings in page.locator("[data-menu] summary").all():
                settings.click()
            seen.small.extend(f"{path}: {line}" for line in page.evaluate(_SMALL, ASIDES))
            seen.targets.extend(f"{path}: {line}" for line in page.evaluate(_TARGETS))
        page.evaluate("document.querySelectorAll('details:not([data-menu])').forEach(each => { each.open = true })")
        seen.weak.extend(f"{path}: {line}" for line in contrast.of(page)["faults"])
    return seen


@pytest.fixture(scope="module")
def every_kind(browser, base):
    """What is wrong on the pages of every kind in a state of that name; each is walked once."""

    @functools.cache
    def walked(state):
        context = browser.new_context(bypass_csp=True, locale="zh-CN", **STATES[state])
        page = context.new_page()
        problems = watching.watch(page, base)
        seen = look(page, base, [path for _, path in EVERY_KIND], whole=state in ORDINARY)
        context.close()
        return seen._replace(axe=seen.axe + problems)

    return walked


@pytest.mark.parametrize("state", ORDINARY)
def test_every_kind_of_page_passes_axe_and_asks_no_other_host(every_kind, state):
    building.none_of(every_kind(state).axe)


@pytest.mark.parametrize("state", ORDINARY)
def test_no_page_is_wider_than_the_window(every_kind, state):
    building.none_of(every_kind(state).wide)


@pytest.mark.parametrize("state", ORDINARY)
def test_text_is_at_least_18_px_and_lines_are_well_apart(every_kind, state):
    building.none_of(every_kind(state).small)


@pytest.mark.parametrize("state", ORDINARY)
def test_what_is_pressed_is_at_least_44_px_in_both_directions(every_kind, state):
    building.none_of(every_kind(state).targets)


@pytest.mark.parametrize("state", STATES)
def test_every_text_stands_out_by_seven_to_one(every_kind, state):
    building.none_of(every_kind(state).weak)


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



def stands_on_a_phone(browser, base, paths, settings=(), axe=False):
    """Open each page on a phone; fails with what went wrong, what is too wide or weak, and what axe found."""
    context = browser.new_context(bypass_csp=True, locale="zh-CN", viewport={"width": 320, "height": 800})
    for name, value in settings:
        context.add_init_script(f"localStorage.setItem('ms-{name}', '{value}')")
    page = context.new_page()
    problems = watching.watch(page, base)
    for path in paths:
        page.goto(base + path)
        problems += [f"{path}: {found}" for found in watching.violations(page)] if axe else []
        if wide := watching.overflow(page):
            problems.append(f"{path}: {wide} px wider than the window")
        problems += [f"{path}: {line}" for line in contrast.of(page)["faults"]]
    context.close()
    building.none_of(problems)


def test_pages_of_a_plan_that_says_everything_pass_axe_and_fit_a_phone(browser, example):
    own = ("", "contacts/", "plan/", "timeline/", "for/older/", "theme-days/", "skills-contest/", "phone-classes/")
    paths = ["", *(f"yunling-2026/{path}" for path in own), "yunling-2025/phone-classes/", "organisations/yunling-education/"]
    with serving.served(example / "site") as base:
        stands_on_a_phone(browser, base, [*paths, *(f"en/{path}" for path in paths)], axe=True)


SETTINGS = [("contrast", "high"), ("size", "large"), ("theme", "dark")]


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_display_setting_fits_a_phone_and_every_text_stands_out(browser, base, setting):
    """The gate asks axe, too."""
    stands_on_a_phone(browser, base, KINDS.values(), settings=[setting])


def test_the_open_settings_pass_axe(browser, base):
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(base)
    page.locator("[data-menu] summary").click()
    found = [*watching.violations(page), *contrast.of(page)["faults"], watching.overflow(page)]
    context.close()
    assert found == [0]


def test_axe_would_tell(browser, base):
    """The proof that the checks above can fail."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(base)
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    found = watching.violations(page)
    context.close()
    assert [line.split(":")[0] for line in found] == ["image-alt"]


def test_an_address_that_does_not_exist_answers_in_both_languages_and_leads_home(browser, base):
    context = browser.new_context()
    page = context.new_page()
    answer = page.goto(base + "jiangxi-2022/no/such/page/")
    assert answer.status == 404
    assert page.locator("h1").inner_text() == "没有这个页面"
    assert page.locator("main [lang=en] h2").inner_text() == "There is no such page"
    page.locator("main a").first.click()
    page.wait_for_url(base)
    page.goto(base + "en/nothing/")
    page.locator("main [lang=en] a").first.click()
    page.wait_for_url(base + "en/")
    context.close()


def test_a_short_address_leads_to_its_page_and_keeps_the_place_in_it(visit, base):
    page = visit("a/j2203/")
    page.wait_for_url(base + "jiangxi-2022/older-people/")
    page.goto(base + "en/a/j2203/#details")
    page.wait_for_url(base + "en/jiangxi-2022/older-people/#details")
