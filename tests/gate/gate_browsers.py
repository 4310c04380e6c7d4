"""Every kind of page in Firefox and WebKitGTK, phone and desk, light and dark: used whole, and compared with Chromium."""

import contextlib
import json
import os
import socket
import subprocess
import time
from pathlib import Path

import chromium
import pytest
import serving
from kinds import EVERY_KIND

import building

JS = Path(__file__).parent / "js"
PROGRAMS = {
    "firefox": "/usr/bin/firefox-esr",
    "webkit": f"/usr/lib/{os.uname().machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser",
}
LOOKS = ("light", "dark")
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
KEYS = ("before", "found", "paper", "states")

# Set before the scripts of a page: keeps what goes wrong in it.
_EAR = b"""
window.heard = [];
for (const name of ["error", "warn", "log", "info"]) console[name] = (...words) => heard.push(words.join(" "));
addEventListener("error", event => heard.push(event.message || `not loaded: ${event.target.src || event.target.href}`), true);
addEventListener("unhandledrejection", event => heard.push(String(event.reason)));
document.addEventListener("securitypolicyviolation", event => heard.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""

# Opens all that opens, presses every button and writes into every field; then says what stands on the page.
_USE = """async () => {
  const all = selector => [...document.querySelectorAll(selector)];
  const told = (it, name) => it.dispatchEvent(new Event(name, {bubbles: true}));
  const rest = milliseconds => new Promise(done => setTimeout(done, milliseconds));
  const seen = selector => all(selector).filter(it => it.getClientRects().length > 0).length;
  const over = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  const without = it => {
    const was = it.style.cssText;
    it.style.cssText += ";display:none!important";
    const still = over();
    it.style.cssText = was;
    return !still;
  };
  const cause = it => { const next = [...it.children].find(without); return next ? cause(next) : `${it.localName}.${it.className}` };
  const wide = () => { if (over()) sideways.push(cause(document.body)) };
  const counts = () => ({links: seen("a[href]"), items: seen("main li"), rows: seen("main tr"), headings: seen("h1, h2, h3")});
  document.querySelector(`[data-set=theme][data-value=LOOK]`)?.click();
  await rest(50);
  const sideways = [];
  wide();
  const before = counts();
  all("details").forEach(it => { it.open = true });
  await rest(50);
  wide();
  for (const it of all("input[type=search]")) { it.focus(); it.value = "老年"; told(it, "input") }
  let found = "", last;
  do { last = found; await rest(500); found = JSON.stringify(counts()) } while (found !== last);
  wide();
  document.querySelector("[data-set=size]:last-child")?.click();
  await rest(50);
  wide();
  const paper = getComputedStyle(document.body).backgroundColor;
  localStorage.clear();
  const states = all("[data-state]").map(it => it.textContent.trim()).filter(Boolean);
  return {before: JSON.stringify(before), found, sideways, paper, states, heard};
}"""


class Handler(serving.Handler):
    """The site with an ear in the head of each page."""

    def do_GET(self):  # noqa: N802 - the name that the library calls
        if self.path == f"{building.BASE}ear.js":
            self.send_response(200)
            self.send_header("Content-Type", "text/javascript")
            self.send_header("Content-Length", str(len(_EAR)))
            self.end_headers()
            self.wfile.write(_EAR)
            return
        super().do_GET()

    def send_head(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix != ".html" or not path.is_file():
            return super().send_head()
        page = path.read_bytes().replace(
            b"<head>", f'<head><script src="{building.BASE}ear.js"></script>'.encode(), 1
        )
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)
        return None


@pytest.fixture(scope="module", params=["plans", "example"])
def pages(request):
    """Pages of the two plans, and of the invented one with sessions, cities and what is called off."""
    site, paths = (
        (request.getfixturevalue("site"), [path for _, path in EVERY_KIND])
        if request.param == "plans"
        else (request.getfixturevalue("example") / "site", EXAMPLE)
    )
    with serving.served(site, serving.STRICT_POLICY, Handler) as base:
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


def in_chromium(pages, run):
    def used(page, job):
        page.set_viewport_size({"width": job[1], "height": 800})
        page.goto(job[0])
        return page.evaluate(f"({run})()")

    found = chromium.look_at_each(pages, used)
    return [found[job] for job in pages]


def in_another(browser, server, pages, run):
    wanted = {
        "browser": browser,
        "program": PROGRAMS[browser],
        "server": server,
        "visits": [{"address": address, "width": width} for address, width in pages],
        "run": run,
    }
    done = subprocess.run(
        ["node", "walk.mjs"],
        cwd=JS,
        input=json.dumps(wanted),
        capture_output=True,
        text=True,
        check=False,
        timeout=1200,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def by_chromium(pages):
    return {look: in_chromium(pages, used(look)) for look in LOOKS}


def used(look):
    return _USE.replace("LOOK", look)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("browser", PROGRAMS)
def test_another_browser_shows_and_finds_the_same(browser, look, pages, by_chromium, request, measured):
    server = request.getfixturevalue("webkit") if browser == "webkit" else ""
    faults = []
    for job, theirs, ours in zip(
        pages, in_another(browser, server, pages, used(look)), by_chromium[look], strict=True
    ):
        faults += [f"{job}: {said}" for said in theirs["heard"]]
        faults += [f"{job}: {each} is wider than the window" for each in theirs["sideways"]]
        faults += [
            f"{job}: {key} {theirs[key]}, in Chromium {ours[key]}" for key in KEYS if theirs[key] != ours[key]
        ]
    what = "messages, sideways scrolling, other counts or states than in Chromium"
    measured("Browsers", f"{browser}, {look}, {len(pages)} pages used whole: {what}", "0", len(faults))
    building.none_of(faults)
