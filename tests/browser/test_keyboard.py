"""The whole site by keyboard, on a phone's width: everything is reached, seen and named."""

import pytest
from kinds import EVERY_KIND, KINDS

import building

# What has the focus: its name, whether it can be seen, and whether the focus can.
_FOCUSED = """() => {
  const it = document.activeElement;
  if (!it || it === document.body || it === document.documentElement) return null;
  if (!window.places) window.places = new Map();
  if (!window.places.has(it)) window.places.set(it, window.places.size);
  const style = getComputedStyle(it);
  const label = it.labels?.[0]?.textContent || it.getAttribute("aria-label") || it.textContent || it.title || "";
  const inside = (from, to, size) => (Math.max(from, 0) + Math.min(to, size)) / 2;
  const seen = [...it.getClientRects()].some(r => {
    const x = inside(r.left, r.right, innerWidth), y = inside(r.top, r.bottom, innerHeight);
    const hit = document.elementFromPoint(x, y);
    return hit && (it.contains(hit) || hit.contains(it));
  });
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return {
    place: window.places.get(it),
    what: `${it.tagName.toLowerCase()} ${label.trim().replace(/\\s+/g, " ").slice(0, 40)}`,
    named: label.trim() !== "",
    ringed: outlined || style.boxShadow !== "none",
    seen,
  };
}"""

_FOCUSABLE = """() => [...document.querySelectorAll(
  "a[href], button, input, select, textarea, summary, [tabindex='0']"
)].filter(it => !it.disabled && it.checkVisibility({visibilityProperty: true})).length"""


def walk(page):
    """Press Tab from the top to the end; gives what had the focus, in order."""
    stops = []
    for _ in range(1000):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUSED)
        if stop is None or stop["place"] < len(stops):
            return stops
        stops.append(stop)
    raise AssertionError("the focus never comes to an end")


@pytest.mark.parametrize("path", [path for _, path in EVERY_KIND], ids=lambda path: path or "home")
def test_tab_reaches_everything_and_the_focus_is_seen_and_named(visit, path):
    page = visit(path, width=320)
    stops = walk(page)
    needed = ("named", "ringed", "seen")
    building.none_of([f"{stop['what']}: not {need}" for stop in stops for need in needed if not stop[need]])
    assert len(stops) == page.evaluate(_FOCUSABLE)


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_the_first_stop_skips_to_the_content(visit, path):
    page = visit(path, width=320)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('header, .ms-bar') === null")
