"""Pages used whole in another browser than Chromium, and the same in Chromium to compare with."""

import json
import subprocess
from pathlib import Path

import chromium
import serving

import building

FIREFOX = Path(__file__).parents[1] / "js" / "firefox.mjs"
LOOKS = ("light", "dark")
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


def used(look):
    """Return the function that uses a page whole in a look, ``light`` or ``dark``."""
    return _USE.replace("LOOK", look)


def in_chromium(visits, run):
    """Return what `run` gives on each visit, an address and a width."""

    def on(page, visit):
        page.set_viewport_size({"width": visit[1], "height": 800})
        page.goto(visit[0])
        return page.evaluate(f"({run})()")

    found = chromium.look_at_each(visits, on)
    return [found[visit] for visit in visits]


def walked(script, visits, run, **more):
    """Return the same of another browser, which a script drives."""
    wanted = {"visits": [{"address": address, "width": width} for address, width in visits], "run": run, **more}
    done = subprocess.run(
        ["node", script.name],
        cwd=script.parent,
        input=json.dumps(wanted),
        capture_output=True,
        text=True,
        check=False,
        timeout=1200,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def faults(visits, theirs, ours):
    """Return what another browser says, scrolls sideways or shows otherwise than Chromium."""
    found = []
    for visit, it, wanted in zip(visits, theirs, ours, strict=True):
        found += [f"{visit}: {said}" for said in it["heard"]]
        found += [f"{visit}: {each} is wider than the window" for each in it["sideways"]]
        found += [f"{visit}: {key} {it[key]}, in Chromium {wanted[key]}" for key in KEYS if it[key] != wanted[key]]
    return found
