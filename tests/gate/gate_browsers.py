"""Every kind of page in Firefox and WebKitGTK, phone and desk, light and dark: used whole, and compared with Chromium."""

import contextlib
import os
import socket
import subprocess
import time
from pathlib import Path

import other_browsers
import pytest
import serving
from kinds import EVERY_KIND

import building

WEBKIT = Path(__file__).parent / "js" / "webkit.mjs"
MINIBROWSER = f"/usr/lib/{os.uname().machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser"
WIDTHS = (320, 1280)
EXAMPLE = [
    language + path
    for language in ("", "en/")
    for path in (
        "",
        "yunling-2026/",
        "yunling-2026/sessions/",
        "yunling-2026/in/shize/",
        "yunling-2026/activities/",
        "lindale-2026/",
    )
]


@pytest.fixture(scope="module", params=["plans", "example"])
def pages(request):
    """Pages of the two plans, and of the invented one with sessions, cities and what is called off."""
    site, paths = (
        (request.getfixturevalue("site"), [path for _, path in EVERY_KIND])
        if request.param == "plans"
        else (request.getfixturevalue("example") / "site", EXAMPLE)
    )
    with serving.served(site, serving.STRICT_POLICY, other_browsers.Handler) as base:
        yield [(f"{base}{path}", width) for path in paths for width in WIDTHS]


@pytest.fixture(scope="module")
def webkit():
    """The address of WebKit's driver, on a screen of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as screen:
        environment = {**os.environ, "DISPLAY": f":{screen.stdout.readline().strip()}"}
        with subprocess.Popen(["WebKitWebDriver", f"--port={port}"], env=environment) as driver:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
            driver.terminate()
        screen.terminate()


def _wait_for(port):
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.1)


@pytest.fixture(scope="module")
def by_chromium(pages):
    return {look: other_browsers.in_chromium(pages, other_browsers.used(look)) for look in other_browsers.LOOKS}


@pytest.mark.parametrize("look", other_browsers.LOOKS)
@pytest.mark.parametrize("browser", ["firefox", "webkit"])
def test_another_browser_shows_and_finds_the_same(browser, look, pages, by_chromium, request, measured):
    run = other_browsers.used(look)
    if browser == "firefox":
        theirs = other_browsers.walked(other_browsers.FIREFOX, pages, run)
    else:
        server = request.getfixturevalue("webkit")
        theirs = other_browsers.walked(WEBKIT, pages, run, program=MINIBROWSER, server=server)
    faults = other_browsers.faults(pages, theirs, by_chromium[look])
    what = "messages, sideways scrolling, other counts or states than in Chromium"
    measured("Browsers", f"{browser}, {look}, {len(pages)} pages used whole: {what}", "0", len(faults))
    building.none_of(faults)
