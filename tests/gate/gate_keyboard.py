"""Every kind of page by keyboard alone, on a phone's width and magnified to 400 %."""

from typing import NamedTuple

import chromium
import pytest
import serving
import walking
import watching
from kinds import EVERY_KIND

import building

# A window of 1280 by 1024 at 400 %: 320 by 256 of the page's own pixels.
WINDOWS = {
    "320 px": {"viewport": {"width": 320, "height": 800}},
    "400 %": {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
}
MORE = [(kind, language + path) for kind, path in (
    ("press", "press/"), ("press of a campaign", "jiangxi-2022/press/"), ("programme", "shandong-2024/print/"),
    ("accessibility", "accessibility/"), ("first day", "manual/first-day/"), ("mistakes", "manual/problems-yaml/"),
) for language in ("", "en/")]  # fmt: skip

_OPEN = "each => each.parentElement.open"


class Walked(NamedTuple):
    """One page in one window: what was wrong, and how much was opened and closed."""

    faults: list
    opened: int


def look(page, job):
    address, window = job
    tab = page.context.browser.new_page(locale="zh-CN", **WINDOWS[window])
    tab.goto(address)
    wrong = walking.faults(tab)
    if wide := watching.overflow(tab):
        wrong.append(f"{wide} px wider than the window")
    summaries = [each for each in tab.locator("details > summary").all() if each.is_visible()]
    for each in summaries:
        wrong += _opens_and_closes(tab, each)
    tab.close()
    return Walked([f"{address} at {window}: {each}" for each in wrong], len(summaries))


def _opens_and_closes(tab, summary):
    """Enter and the space bar each turn it over, twice; Escape closes the settings, which lie over the page."""
    summary.focus()
    said, was = [], summary.evaluate(_OPEN)
    for key in ("Enter", "Space", "Space", "Enter"):
        tab.keyboard.press(key)
        is_open = summary.evaluate(_OPEN)
        said += [f"{summary.inner_text()}: {key} does nothing"] if is_open == was else []
        was = is_open
    if summary.evaluate("each => each.parentElement.hasAttribute('data-menu')"):
        tab.keyboard.press("Enter")
        tab.keyboard.press("Tab")
        tab.keyboard.press("Escape")
        closed = not summary.evaluate(_OPEN) and summary.evaluate("each => each === document.activeElement")
        said += [] if closed else ["Escape does not close the settings"]
    return said


def walked(folder, paths):
    with serving.served(folder) as base:
        jobs = [(base + path, window) for path in paths for window in WINDOWS]
        return chromium.look_at_each(jobs, look)


def test_every_kind_of_page_can_be_used_by_keyboard_alone(site, measured):
    found = walked(site, [path for _, path in (*EVERY_KIND, *MORE)])
    faults = [fault for said in found.values() for fault in said.faults]
    opened = sum(said.opened for said in found.values())
    measured("Readable", f"keyboard, {len(found) // 2} pages of every kind, at 320 px and at 400 %: stops without a "
             "name, without a ring or hidden, what is never reached, sideways scrolling", "0", len(faults))  # fmt: skip
    measured("Readable", "what opens there: opened and closed with Enter and the space bar (settings: Escape)",
             "all", f"{opened - sum('does n' in fault for fault in faults)} of {opened}")  # fmt: skip
    assert opened > 100
    building.none_of(faults)


FAULTS = {
    "<a href='#'></a><p style='height: 1px'>": "a : not named",
    "<a href='#' style='outline: none'>plain</a>": "a plain: not ringed",
    "<a href='#'>under</a><p style='position: fixed; inset: 0; background: #fff'>": "a under: not seen",
    "<p style='width: 400px'>wide": "px wider than the window",
    "<details onclick='event.preventDefault()'><summary>stuck</summary></details>": "stuck: Enter does nothing",
    "<a href='#'>a</a><a href='#' tabindex=-1>left out</a>": "1 stops, 2 could have the focus",
}


@pytest.mark.parametrize("html", FAULTS)
def test_each_fault_would_be_found(tmp_path, html):
    """The proof that the test above can fail."""
    style = "<style>:focus {outline: 3px solid}</style><meta name=viewport content='width=device-width'>"
    (tmp_path / "index.html").write_text(f"<!doctype html><title>t</title>{style}{html}", "utf-8")
    told = [" ".join(said.faults) for said in walked(tmp_path, [""]).values()]
    assert len([faults for faults in told if FAULTS[html] in faults]) == len(WINDOWS), told
