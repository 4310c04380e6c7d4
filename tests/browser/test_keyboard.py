"""The whole site by keyboard, on a phone's width: everything is reached, seen and named."""

import pytest
import walking
from kinds import EVERY_KIND, KINDS

import building


@pytest.mark.parametrize("path", [path for _, path in EVERY_KIND], ids=lambda path: path or "home")
def test_tab_reaches_everything_and_the_focus_is_seen_and_named(visit, path):
    page = visit(path, width=320)
    building.none_of(walking.faults(page))


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_the_first_stop_skips_to_the_content(visit, path):
    page = visit(path, width=320)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.ms-header, .ms-bar') === null")
