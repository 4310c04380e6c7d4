"""A browser and the built site, served under a sub-path as a government web server would."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import building

sys.path.insert(0, str(Path(__file__).parent))

import chromium
import serving
import watching


@pytest.fixture(scope="session")
def browser():
    """The system's own Chromium."""
    with sync_playwright() as playwright, chromium.started(playwright, chromium.SHELL) as started:
        yield started


@pytest.fixture(scope="session")
def base(site):
    """Address of the served site, with a slash at its end."""
    with serving.served(site) as address:
        yield address


@pytest.fixture(scope="session")
def strict_base(site):
    """The same site, served with a content security policy that allows nothing but its own files."""
    with serving.served(site, serving.STRICT_POLICY) as address:
        yield address


@pytest.fixture
def visit(browser, base):
    """Open a page in a context of its own: ``visit("en/about/", width=320, color_scheme="dark")``.

    Ends with a failure if the page asked another host for anything, or anything went wrong in it.
    """
    opened = []

    def open_page(path, at=base, width=1280, before=None, **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, locale="zh-CN", **options)
        page = context.new_page()
        opened.append((context, watching.watch(page, at)))
        if before:
            before(page)
        page.goto(at + path)
        return page

    yield open_page
    for context, _ in opened:
        context.close()
    building.none_of([problem for _, problems in opened for problem in problems])


@pytest.fixture(scope="module")
def look(browser, base):
    """Like ``visit``, in one page for all tests of a file that ask for the same options: they keep, set and stub nothing in it.

    A new page costs as much as what it shows. What went wrong in one is told at the end of the file.
    """
    opened = {}

    def open_page(path, width=1280, **options):
        key = (width, *options.items())
        if key not in opened:
            page = browser.new_page(viewport={"width": width, "height": 800}, locale="zh-CN", **options)
            opened[key] = (page, watching.watch(page, base))
        page = opened[key][0]
        page.goto(base + path)
        return page

    yield open_page
    for page, _ in opened.values():
        page.close()
    building.none_of([problem for _, problems in opened.values() for problem in problems])
