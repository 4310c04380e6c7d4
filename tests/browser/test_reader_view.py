"""What a browser's reader view leaves of an activity: Readability of Mozilla, which Firefox uses."""

import re
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("campaign", ["shandong-2024", "jiangxi-2022"])
def test_number_time_bodies_and_source_of_every_activity_survive_in_the_reader_view(visit, base, site, campaign, language):
    read = _READ % PACKAGE.read_text("utf-8")
    page, lost = visit(f"{language}{campaign}/"), []
    for folder in sorted((site / language / campaign).iterdir()):
        page.goto(f"{base}{language}{campaign}/{folder.name}/") if (folder / "index.html").is_file() else None
        if page.locator(".ms-activity").count() == 0:
            continue
        title, text = page.evaluate(read)
        if title != page.locator("h1").inner_text():
            lost.append(f"{folder.name}: title is {title!r}")
        for name, answers in page.evaluate(_ANSWERS).items():
            lost += [f"{folder.name}: {name}: {each}" for each in answers if plain(each) not in plain(text)]
    assert lost == []
