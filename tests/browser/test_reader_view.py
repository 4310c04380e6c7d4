"""What a browser's reader view leaves of an activity: Readability of Mozilla, which Firefox uses."""

import contextlib
import re
from pathlib import Path

import pytest
import serving

PACKAGE = Path(__file__).parents[1] / "js/node_modules/@mozilla/readability/Readability.js"
_READ = "() => { %s\n const read = new Readability(document.cloneNode(true)).parse(); return [read.title, read.textContent]; }"

# What the page itself answers, and what of it must survive.
_ANSWERS = """() => {
  const all = selector => [...document.querySelectorAll(selector)].map(it => it.textContent);
  return {
    number: all(".ms-fact--call .ms-phone"),
    when: all(".ms-fact--when .ms-time, .ms-fact--when .ms-fact__note"),
    where: all(".ms-fact--where p"),
    audience: all(".ms-fact--for_whom p"),
    who: all(".ms-fact--who a, .ms-fact--call .ms-fact__line > a"),
    source: all(".ms-source p"),
  };
}"""


def plain(text):
    return re.sub(r"\s+", "", text)


def lost_in(page, base, folder, read):
    """What the reader view loses of each activity below a folder of a built site."""
    lost = []
    for file in sorted(folder.glob("*/*/index.html")):
        if 'class="ms-activity' not in file.read_text("utf-8"):
            continue
        name = file.parent.relative_to(folder).as_posix()
        page.goto(f"{base}{name}/")
        title, text = page.evaluate(read)
        if title != page.locator("h1").inner_text():
            lost.append(f"{name}: title is {title!r}")
        for what, answers in page.evaluate(_ANSWERS).items():
            lost += [f"{name}: {what}: {each}" for each in answers if plain(each) not in plain(text)]
    return lost


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("edition", ["the two plans", "the invented edition"])
def test_number_time_bodies_and_source_of_every_activity_survive_in_the_reader_view(browser, request, edition, language):
    built = request.getfixturevalue("site") if edition == "the two plans" else request.getfixturevalue("example") / "site"
    read = _READ % PACKAGE.read_text("utf-8")
    with serving.served(built) as base, contextlib.closing(browser.new_page()) as page:
        assert lost_in(page, base + language, built / language, read) == []
