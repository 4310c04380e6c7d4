"""Addresses and long foreign words break where they must: nothing pushes a page sideways (WCAG 1.4.10)."""

import pytest
import serving

import builders
import permanence

ADDRESS = "https://www.example.gov.cn/" + "a" * 60
WORD = "Supercalifragilistic" * 10


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    wide = builders.an_activity_yaml(
        title=f"举办{WORD}竞答",
        summary=f"{WORD}人人可来",
        joining=f'"{ADDRESS}"',
        links=f'[{{kind: entry, title: "{ADDRESS}", url: "{ADDRESS}"}}]',
        venues=f"[{WORD}]",
        updates=f"[{{on: 2025-05-30, text: {WORD}}}]",
    )
    plan = builders.a_campaign_yaml(activities=[wide])
    register = builders.a_register_yaml(("short: 省委网信办", f"short: {WORD[:100]}"), ("aliases:\n", "aliases:\n      - 省委网信办\n"))
    root = tmp_path_factory.mktemp("wide")
    return permanence.a_place(root, campaigns__yunling_2025=plan, organisations__yunling=register).build()


def test_no_page_scrolls_sideways_at_320_px(browser, built):
    wide = []
    with serving.served(built.folder) as address:
        page = browser.new_page(viewport={"width": 320, "height": 800})
        for path in sorted(built.pages):
            page.goto(f"{address}{path}")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append(path)
        page.close()
    assert len(built.pages) > 30
    assert wide == []


@pytest.mark.parametrize(("path", "slogan"), [("en/", ".ms-edition__slogan"), ("en/jiangxi-2022/", ".ms-hero__theme")])
def test_no_word_of_a_slogan_is_broken_on_the_narrowest_phone(visit, path, slogan):
    broken = visit(path, width=320).locator(slogan).first.evaluate("""each => {
      const node = document.createTreeWalker(each, NodeFilter.SHOW_TEXT).nextNode(), range = document.createRange();
      return [...node.data.matchAll(/\\S+/g)].filter(({0: word, index}) => {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        return range.getClientRects().length > 1;
      }).map(([word]) => word);
    }""")
    assert broken == []
