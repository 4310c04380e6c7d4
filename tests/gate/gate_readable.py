"""Every page of the site, in every state that a reader may see it in: axe, contrast, and room for the text."""

from typing import NamedTuple

import chromium
import contrast
import pytest
import serving
import watching
from kinds import BILINGUAL
from test_every_page import SETTINGS

import builders
import building
import hostile_site
import publishing
import reading

STATES = [
    (width, colours, media)
    for width in (320, 1280)
    for colours, media in (
        ("light", {"color_scheme": "light", "forced_colors": "none"}),
        ("dark", {"color_scheme": "dark", "forced_colors": "none"}),
        ("forced", {"color_scheme": "light", "forced_colors": "active"}),
    )
]


class Excuse(NamedTuple):
    """What axe leaves to a person: its rule, words of its message, and what was found."""

    rule: str
    message: str
    why: str


EXCUSES = (
    Excuse("color-contrast", "element contains an image node",
           "words in the drawn timeline: axe does not know what lies under them. `contrast` measures them against it"),
    Excuse("color-contrast", "partially obscured by another element",
           "links in the row of a campaign's pages, which scrolls sideways on a phone: what is behind its edge is scrolled to"),
)  # fmt: skip

_AXE = """([runOnly, rules]) => axe.run(document, {runOnly, rules, resultTypes: ["violations", "incomplete"]}).then(
  found => ["violations", "incomplete"].map(kind => found[kind].flatMap(rule => rule.nodes.map(node =>
    [rule.id, node.target.join(" "), (node.any[0] || node.all[0] || node.none[0]).message]))))"""

# A page that leads elsewhere is looked at before it does.
_MOVES = ('http-equiv="refresh"', "data-moved")


class Seen(NamedTuple):
    """One page in one state: what is wrong, what axe leaves open, its texts, and the weakest contrast."""

    faults: list
    open: list
    texts: int
    least: float


def look(page, job):
    """All states of one page, one after the other, with everything opened that opens in its place."""
    address, moves = job
    page.unroute_all()
    if moves:
        page.route(address, _held)
    page.goto(address)
    page.evaluate(watching.axe())
    page.evaluate("document.querySelectorAll('details:not([data-menu])').forEach(each => { each.open = true })")
    return [_state(page, *state) for state in STATES]


def _held(route):
    answer = route.fetch()
    text = answer.text()
    for word in _MOVES:
        text = text.replace(word, "data-held")
    route.fulfill(response=answer, body=text)


def _state(page, width, colours, media):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(**media)
    page.evaluate("Promise.all(document.getAnimations().map(each => each.finished))")  # a colour on its way is none
    # Axe reads the colour that the page asked for, not the one that the system put in its place: 1:1 on a black page.
    # What the reader sees is measured by `contrast`, for every text in every state.
    rules = (watching.BOX if "/embed/" in page.url else {}) | (watching.BLIND if colours == "forced" else {})
    wrong, left = page.evaluate(_AXE, [list(watching.TAGS), rules])
    where, seen = f"{page.url} {width} {colours}", contrast.of(page)
    faults = [f"{where}: {': '.join(each)}" for each in wrong]
    faults += [f"{where}: {each}" for each in seen["faults"]]
    faults += [f"{where}: {wide} px wider than the window"] if (wide := watching.overflow(page)) else []
    return Seen(faults, [(where, *each) for each in left], seen["texts"], seen["least"])


class Writer(hostile_site.Writer):
    """Gives each field a text of its own: two sections of one name would be the fault of the texts."""

    def typed(self, of, text):
        whole = super().typed(of, text)
        return whole if of == ("Office", "name") else f"{whole}{next(self.counter)}"


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A small site in which every field of the data is filled in, with pages of what was moved and withdrawn."""
    root = tmp_path_factory.mktemp("filled")
    texts = ["大家一起学数字技能", "到社区来问一问"]
    hostile_site.folder(root / "data", texts, Writer)
    settings = {"site_url": building.SITE_URL, "as_of": builders.AS_OF, **hostile_site.settings("数字生活")}
    made = publishing.everything(publishing.site(builders.data(root / "data"), **settings))
    for path, content in made.items():
        file = root / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return root / "site"


def seen(folder):
    """Every page of a folder in every state, by address."""
    pages = reading.pages(folder)
    with serving.served(folder) as address:
        jobs = [(address + path, reading.leads_elsewhere(page)) for path, page in pages.items()]
        # The longest first, so that no browser ends up with them alone.
        jobs.sort(key=lambda job: -len(pages[job[0].removeprefix(address)].html))
        return chromium.look_at_each(jobs, look, bypass_csp=True, locale="zh-CN")


@pytest.fixture(scope="module")
def real(site):
    return seen(site)


@pytest.fixture(scope="module")
def made_up(filled):
    return seen(filled)


def excuse(left):
    _, rule, _, message = left
    return next((each for each in EXCUSES if each.rule == rule and each.message in message), None)


@pytest.mark.parametrize("which", ["real", "made_up"])
def test_every_page_passes_axe_and_every_text_stands_out(which, request, measured):
    found = request.getfixturevalue(which)
    states = [state for each in found.values() for state in each]
    name = {"real": "of the two plans", "made_up": "of a site with every field filled in"}[which]
    faults = [fault for state in states for fault in state.faults]
    left = [each for state in states for each in state.open if not excuse(each)]
    measured("Readable", f"axe (WCAG 2.0 to 2.2 A and AA, best practices) on all {len(found)} pages {name}, "
             "light, dark, forced colours, 320 and 1280 px: faults", "0",
             f"{len(faults)} in {len(states)} states of pages")  # fmt: skip
    measured("Readable", f"what axe leaves to a person, pages {name}", "0 unexplained",
             f"{len(left)} unexplained, {sum(len(state.open) for state in states) - len(left)} explained")  # fmt: skip
    measured("Readable", f"contrast of every text, the same pages {name}", "7:1 or more",
             f"{min(state.least for state in states):.2f}:1 at least; {sum(state.texts for state in states)} texts")  # fmt: skip
    assert len(found) > (200 if which == "real" else 50)
    building.none_of(faults + left)


@pytest.mark.parametrize(("name", "value"), SETTINGS)
def test_every_kind_of_page_passes_axe_in_every_display_setting(site, measured, name, value):
    def asked(page, address):
        page.goto(address)
        return [f"{address}: {found}" for found in watching.violations(page)]

    with serving.served(site) as base:
        found = chromium.look_at_each(
            [base + path for _, path in BILINGUAL], asked, before=f"localStorage.setItem('ms-{name}', '{value}')",
            bypass_csp=True, locale="zh-CN", viewport={"width": 320, "height": 800},
        )  # fmt: skip
    faults = [fault for each in found.values() for fault in each]
    measured("Readable", f"axe on a page of each kind, {name} {value}: faults", "0", f"{len(faults)} on {len(found)} pages")
    building.none_of(faults)


def test_every_excuse_is_used(real, made_up):
    states = [state for found in (real, made_up) for each in found.values() for state in each]
    used = {excuse(each) for state in states for each in state.open}
    assert [each.message for each in EXCUSES if each not in used] == []


def test_what_is_wrong_in_one_state_only_would_be_found(tmp_path):
    """The proof that the tests above can fail: a weak colour in the dark, and a box for wide windows."""
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=en><title>t</title><meta name=viewport content='width=device-width'>"
        "<style>body {background: #fff; margin: 0} @media (prefers-color-scheme: dark) {p {color: #999}} "
        "@media (min-width: 1000px) {div {width: 2000px; height: 9px}}</style>"
        "<main><h1>t</h1><p>weak</p><div></div></main>",
        "utf-8",
    )
    states = next(iter(seen(tmp_path).values()))
    told = [[fault.partition(": ")[2][:20] for fault in state.faults] for state in states]
    weak, wide = ["color-contrast: p: E", "p. in .: weak: 2.85:"], ["720 px wider than th"]
    assert told == [[], weak, [], wide, weak + wide, wide]
