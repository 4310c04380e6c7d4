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


CALLS = {
    "open_to_public": "true",
    "booking": '{needed: true, url: "https://example.org/book", place: 服务台, phone: 0791-88880000, email: b@example.cn, until: 6月9日}',
    "joining": "到现场报名。",
    "links": '[{kind: entry, title: 报名入口, url: "https://example.org/enter"}]',
    "sessions": "[{when: 6月16日, place: 甲馆, status: postponed}, {when: 6月17日, status: cancelled}, {when: 6月18日, place: 丙馆}]",
}
CALLS_ONCE = ('href="https://example.org/book"', ">报名入口<", "<p>到现场报名", "<p>公众可以参加")
CALLED = re.compile("example.org/(?:book|enter)|报名入口|到现场报名|服务台|b@|需要预约|电话预约|公众可以参加")


def site_of(folder, **values):
    """The pages and the calendars of a site of one activity, as texts."""
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(**CALLS, **values)])
    made = publishing.everything(publishing.site(b.data(b.a_data_folder(folder, campaigns__yunling_2025=plan))))
    return {path: content.decode() for path, content in made.items() if path.endswith((".html", ".ics"))}


def test_nobody_is_called_on_to_come_to_what_is_off_and_its_telephone_stays(tmp_path):
    made = site_of(tmp_path, status="cancelled")
    assert {path for path, text in made.items() if CALLED.search(text)} == set()
    page = made["yunling-2025/online-quiz/index.html"]
    assert re.findall(r'<p>([^<]*)<a class="ms-phone" href="(tel:[^"]*88880000)"', page) == [("咨询电话：", "tel:+8679188880000")]
    assert "怎样参加" not in re.findall('ms-facts__unstated">(.*?)</p>', page)


def test_of_one_session_that_is_off_the_others_are_called_on_once(tmp_path):
    page = site_of(tmp_path)["yunling-2025/online-quiz/index.html"]
    assert [len(re.findall(word, page)) for word in CALLS_ONCE] == [1, 1, 1, 1]


def test_calendars_say_of_the_sessions_what_the_activity_says(tmp_path):
    calendars = {path: text.replace("\r\n ", "") for path, text in site_of(tmp_path, status="cancelled").items() if path.endswith(".ics")}
    said = [(path, line) for path, text in calendars.items() for line in text.splitlines() if "SUMMARY" in line and "网上竞答" in line]
    assert len(said) > 6
    assert [each for each in said if "已取消" not in each[1] and "Cancelled" not in each[1]] == []
    assert [path for path, text in calendars.items() if "STATUS:TENTATIVE" in text.split("网上竞答")[-1]] == []


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("暂定6月底", ("原定2025年6月下旬", "originally late June 2025")),
        ("即日起至6月20日", ("原定即日起至2025年6月20日", "originally until 20 June 2025")),
        ("另行通知", ("另行通知", "to be announced")),
    ],
)
def test_a_planned_time_that_no_longer_holds_is_said_in_plain_words(tmp_path, when, words):
    made = site_of(tmp_path, status="cancelled", when=when)
    said = [re.sub("<[^>]*>", "", made[f"{at}yunling-2025/online-quiz/index.html"]) for at in ("", "en/")]
    assert [each in page for each, page in zip(words, said, strict=True)] == [True, True]
    assert [word for word in ("原定暂定", "原定待定", "原定另行") if word in said[0]] == []


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_was_due_for_it_and_its_parts_is_no_longer_said_to_be(tmp_path, status):
    parts = "[{id: final, name: 决赛, when: 6月20日, deadlines: [{what: 交视频, due: 6月18日前}]}]"
    made = site_of(tmp_path, status=status, deadlines="[{what: 交作品, due: 6月16日17:00前}]", parts=parts)
    for path in ("online-quiz", "timeline", "print"):
        page = re.sub("<[^>]*>", "", made[f"yunling-2025/{path}/index.html"])
        said = re.findall("(原定)?2025年6月(?:16日17:00前|18日前|20日)", page)
        assert set(said) == {"原定"}, path
    assert "originally by 17:00 on 16 June 2025: 交作品" in re.sub("<[^>]*>", "", made["en/yunling-2025/online-quiz/index.html"])
