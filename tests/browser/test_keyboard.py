"""The whole site by keyboard, on a phone's width: everything is reached, seen and named; the gate walks both languages."""

import pytest
import walking
from kinds import KINDS

import building


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_the_first_stop_skips_to_the_content_and_tab_reaches_everything(look, path):
    page = look(path, width=320)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.ms-header, .ms-bar') === null")
    page.goto(page.url.partition("#")[0])
    building.none_of(walking.faults(page))
