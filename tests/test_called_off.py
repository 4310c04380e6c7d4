"""A cancelled and a postponed activity: said wherever the title stands, and never called on."""

import re

import pytest

import builders as b
import publishing

TITLES = {"online-quiz": "举办数字知识网上竞答", "village-classes": "开展数字技能下乡"}
MARKS = (("（已取消）", "Cancelled: "), ("（已延期）", "Postponed: "))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Every file of a site whose first activity is cancelled and whose second is postponed."""
    second = {"id": "village-classes", "number": "2", "title": TITLES["village-classes"], "status": "postponed", "support": "[省教育厅]"}
    activities = [b.an_activity_yaml(status="cancelled"), b.an_activity_yaml(**second)]
    root = b.a_data_folder(tmp_path_factory.mktemp("data"), campaigns__yunling_2025=b.a_campaign_yaml(activities=activities))
    return publishing.everything(publishing.site(b.data(root)))


def unmarked(path, text):
    """The places of a file where a title stands without its mark."""
    plain = re.sub(r"<[^>]+>", "", text)
    return [
        f"{path}: {found[1][-40:]}{title}"
        for title, mark in zip(TITLES.values(), MARKS, strict=True)
        for found in re.finditer(rf"(.{{0,40}}?){title}", plain, re.DOTALL)
        if not found[1].endswith(mark) and "中文标题" not in found[1] and "Chinese title" not in found[1]
    ]


def test_every_page_says_it_before_the_title(made):
    pages = {path: content.decode() for path, content in made.items() if path.endswith(".html")}
    assert [line for path, text in sorted(pages.items()) for line in unmarked(path, text)] == []


def test_the_tags_of_a_shared_link_the_finder_and_the_table_say_it(made):
    shared = re.search(r'property="og:title" content="([^"]*)"', made["yunling-2025/online-quiz/index.html"].decode())
    assert shared
    assert shared[1] == "（已取消）举办数字知识网上竞答"
    for path in ("yunling-2025/activities/index.json", "yunling-2025/activities.csv"):
        text = made[path].decode() if path in made else ""
        assert [title for title in TITLES.values() if text and f"）{title}" not in text] == []


def test_it_has_no_state_that_a_browser_could_call_on(made):
    for path in ("yunling-2025/activities/index.html", "yunling-2025/timeline/index.html", "yunling-2025/online-quiz/index.html"):
        page = made[path].decode()
        of_activities = r'<article class="ms-(?:card|activity).*?</article>|<li class="ms-entry" id="activity-.*?</li>'
        cards = re.findall(of_activities, page, re.DOTALL)
        assert cards
        assert [path for card in cards if "data-state" in card] == []


@pytest.mark.parametrize(("name", "said"), [("online-quiz", "活动已取消"), ("village-classes", "活动已延期")])
def test_its_former_time_is_not_given_without_saying_so(made, name, said):
    when = re.search(r'<h2 class="ms-fact__name" id="when">(.*?)</h2>', made[f"yunling-2025/{name}/index.html"].decode(), re.DOTALL)
    assert when
    assert re.sub("<[^>]+>", "", when[1]) == f"什么时间 {said}"
