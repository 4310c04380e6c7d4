"""What a first visit costs: requests, and bytes as a web server sends them (gzip)."""

import gzip

import pytest

ACTIVITY = "jiangxi-2022/older-people/"


def first_view(browser, base, path):
    """Size of each answer by its address, gzipped, for somebody who was never here."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    got = {}
    page.on("response", lambda answer: got.update({answer.url.removeprefix(base): len(gzip.compress(answer.body(), 6))}))
    page.goto(base + path, wait_until="networkidle")
    context.close()
    return got


@pytest.mark.parametrize(
    ("path", "requests", "bytes_"),
    [(ACTIVITY, 6, 45_000), (f"en/{ACTIVITY}", 6, 45_000), ("", 6, 70_000), ("en/", 6, 70_000)],
)
def test_a_first_visit_is_light(browser, base, path, requests, bytes_):
    got = first_view(browser, base, path)
    assert path in got
    assert len(got) <= requests, got
    assert sum(got.values()) <= bytes_, got


def test_the_words_of_the_finder_come_only_when_somebody_searches(visit, base):
    page = visit("shandong-2024/activities/")
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(base)))
    page.wait_for_timeout(300)
    assert not [url for url in asked if url.endswith("index.json")]
    with page.expect_response("**/activities/index.json"):
        page.locator("#f-q").fill("听障")


# How far what is seen moved while the page came, in the measure of Lighthouse: 0 is not at all.
_SHIFTED = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => { for (const each of list.getEntries()) sum += each.value })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(sum), 150);
})"""


SEARCHED = ("jiangxi-2022/activities/", "shandong-2024/activities/", "jiangxi-2022/contacts/", "manual/", "manual/format-times/")


@pytest.mark.parametrize("path", [language + path for path in SEARCHED for language in ("", "en/")])
def test_nothing_jumps_when_what_searches_a_page_comes(visit, path):
    """Without the place kept for it, what is below the finder moved by a third of the window."""
    page = visit(path, width=412)
    page.locator("input[type=search]").wait_for()
    assert page.evaluate(_SHIFTED) < 0.05


@pytest.mark.parametrize("path", ["shandong-2024/activities/", "jiangxi-2022/contacts/", "manual/"])
def test_a_page_without_scripts_keeps_no_room_for_what_needs_them(visit, path):
    page = visit(path, java_script_enabled=False)
    assert page.locator("form[role=search]").bounding_box() is None
