"""A walk through a page with the Tab key: what has the focus, what it is called, and whether it can be seen."""

# What has the focus: its name, whether it can be seen, and whether the focus can.
_FOCUSED = """() => {
  const it = document.activeElement;
  if (!it || it === document.body || it === document.documentElement) return null;
  if (!window.walked) window.walked = new Map();
  if (!window.walked.has(it)) window.walked.set(it, window.walked.size);
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
    place: window.walked.get(it),
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


def faults(page):
    """What is wrong with the walk from the top to the end, a line each; also what it never came to."""
    stops = walk(page)
    needed = ("named", "ringed", "seen")
    found = [f"{stop['what']}: not {need}" for stop in stops for need in needed if not stop[need]]
    there = page.evaluate(_FOCUSABLE)
    return found if len(stops) == there else [*found, f"{len(stops)} stops, {there} could have the focus"]
