"""What goes wrong while a page is open, and what axe finds in it."""

import functools
from pathlib import Path

import axe_playwright_python

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

# A box for other sites stands in a page that has its headline already.
BOX = {"page-has-heading-one": {"enabled": False}}
BLIND = {"color-contrast": {"enabled": False}}
"""Without the rule that takes axe as long as all others together; ``contrast`` asks for more, of every text."""

_AXE = """([runOnly, rules]) => axe.run(document, {runOnly, rules, resultTypes: ["violations"]}).then(found =>
  found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.target.join(" ")}: ${(node.any[0] || node.all[0] || node.none[0]).message}`)))"""


def watch(page, base):
    """A list that fills while the page is used: requests to other hosts, failures, errors, breaches."""
    problems = []

    def asked(request):
        if not request.url.startswith((base, "data:", "blob:")):
            problems.append(f"{page.url} asks {request.url}")

    page.on("request", asked)
    page.on("console", lambda said: said.type == "error" and problems.append(f"{page.url}: {said.text}"))
    page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
    page.on("response", lambda got: got.status >= 400 and problems.append(f"{got.status} {got.url}"))
    return problems


@functools.cache
def axe():
    """The text of axe itself, to be put into a page."""
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def violations(page):
    """What axe finds but for contrast, a line for each place; the page's context must bypass its policy."""
    page.evaluate(axe())
    return page.evaluate(_AXE, [list(TAGS), BLIND | (BOX if "/embed/" in page.url else {})])


# Opens all that opens, presses every button, chooses in every list and writes into every field; the settings are
# pressed backwards, so that they end as they began. Gives how many of each there were.
_USE = """word => {
  const all = selector => [...document.querySelectorAll(selector)], told = (it, name) =>
    it.dispatchEvent(new Event(name, {bubbles: true}));
  const details = all("details"), switches = all("[data-set]").reverse();
  const buttons = all("button:not([data-set]):not([type=submit]):not([type=reset])");
  const lists = all("select"), fields = all("input[type=search]");
  details.forEach(it => { it.open = true });
  for (const it of [...switches, ...buttons]) it.click();
  for (const it of lists) { it.selectedIndex = 1; told(it, "change"); it.selectedIndex = 0; told(it, "change") }
  for (const it of fields) { it.focus(); it.value = word; told(it, "input") }
  return {"that open": details.length, switches: switches.length, buttons: buttons.length, lists: lists.length,
          searches: fields.length};
}"""


def use(page, word):
    """Use all that a page offers, and search it for a word; gives how much of each kind there was."""
    return page.evaluate(_USE, word)


def overflow(page):
    """By how many pixels the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
