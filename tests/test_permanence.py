"""Whole small sites, released and changed: what was published once is still answered."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

import builders
import permanence
from microsite.checks import ledger, lost_permalinks, permalinks
from microsite.core import locks
from permanence import REGISTER, Place

FILE = "data/published-urls.txt"
RENAMED = ("id: online-quiz\n", "id: quiz\n    formerly: [online-quiz]\n")
CODED = builders.an_activity_yaml(code="y2501", updates="[{on: 2025-06-03, text: 时间改为六月中旬}]")
OTHER = builders.an_activity_yaml(id="village-classes", number="2", title="开展数字技能下乡", code="y2502")
WITHDRAWN = """\
withdrawn:
  - id: online-quiz
    title: 举办数字知识网上竞答
    on: 2025-06-20
    reason: 主办单位取消了竞答。
"""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Two activities with short addresses, one of them with an update; released."""
    made = permanence.a_place(
        tmp_path, campaigns__yunling_2025=builders.a_campaign_yaml(activities=[CODED, OTHER])
    )
    made.release()
    return made


def line_of(place: Place, address: str) -> int:
    lines = place.ledger.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(f"{address}\t"))


def all_answered(place: Place) -> list[str]:
    """Released addresses that the built site does not answer at, in one language or the other."""
    built = place.build()
    return [line for line in permanence.entries(place) if not built.answers(line.partition("\t")[0])]


# --- the site and the ledger agree ------------------------------------------------------------


def test_everything_released_is_in_the_built_site(place: Place) -> None:
    assert all_answered(place) == []


def test_every_page_of_the_site_is_released(place: Place) -> None:
    released = {line.partition("\t")[0].removeprefix("./") for line in permanence.entries(place)}
    pages = {page for page in place.build().pages if not page.startswith("en/")}
    assert pages - released == {"404.html"}


def test_a_second_release_adds_nothing(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    before = place.ledger.read_bytes()
    capsys.readouterr()
    place.release()
    assert capsys.readouterr().out == f"登记了 0 个新地址：{place.ledger} / 0 new addresses\n"
    assert place.ledger.read_bytes() == before


def test_a_release_waits_for_another_one_and_keeps_what_that_wrote(place: Place) -> None:
    """Two people on one machine: the second reads the ledger when the first is done."""
    place.edit(("    code: y2502\n", "    code: y2502\n    parts: [{id: market-day, name: 赶集日}]\n"))
    before = place.ledger.read_text("utf-8")
    meanwhile = "yunling-2025/village-classes/#part-fair\tpart yunling-2025/village-classes/fair\n"
    with ThreadPoolExecutor() as pool:
        with locks.changing(place.data):
            second = pool.submit(place.run, "release")
            assert wait([second], 0.3).not_done
            place.edit(("[{id: market-day", "[{id: fair, name: 集市}, {id: market-day"))
            place.ledger.write_text(f"{before}\n{meanwhile}", "utf-8")
        assert second.result() == 0
    assert meanwhile in place.ledger.read_text("utf-8")
    assert sorted(path.name for path in place.data.iterdir() if path.name.startswith(".")) == []
    assert place.ledger.read_text("utf-8").count("#part-") == 2


def test_a_release_tells_and_appends_what_is_new_as_one_sorted_block(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    before = place.ledger.read_text("utf-8")
    place.edit(("    code: y2502\n", "    code: y2502\n    parts: [{id: market-day, name: 赶集日}]\n"))
    capsys.readouterr()
    place.release()
    added = "yunling-2025/village-classes/#part-market-day\tpart yunling-2025/village-classes/market-day\n"
    assert place.ledger.read_text("utf-8") == f"{before}\n{added}"
    told = "yunling-2025: 子活动 part 1\n"
    assert capsys.readouterr().out == f"{told}登记了 1 个新地址：{place.ledger} / 1 new address\n"


# --- what may change freely -------------------------------------------------------------------


def test_a_new_title_keeps_every_address(place: Place) -> None:
    place.edit(("title: 举办数字知识网上竞答", "title: 举办数字技能大赛"))
    before = permanence.entries(place)
    assert (place.problems(), all_answered(place)) == ([], [])
    place.release()
    assert permanence.entries(place) == before


def test_another_time_and_another_lead_keep_every_address(place: Place) -> None:
    text = place.data / permanence.CAMPAIGN
    changed = text.read_text("utf-8").replace("when: 6月中旬", "when: 7月上旬").replace("lead: [省委网信办]", "lead: [省妇联]")
    assert changed != text.read_text("utf-8")
    text.write_text(changed, "utf-8")
    assert (place.problems(), all_answered(place)) == ([], [])


# --- what would be lost -----------------------------------------------------------------------


def test_deleting_an_activity_is_told_once_with_both_ways_out(place: Place) -> None:
    place.edit((CODED, ""))
    line = line_of(place, "yunling-2025/online-quiz/")
    assert place.problems() == [
        (f"{FILE}:{line}:1: yunling-2025/online-quiz/: 这个地址公布过，现在没有这项活动了。"
        "如果编号改了，请在这项活动里写 formerly: [online-quiz]；如果活动撤下了，"
        "请在 data/campaigns/yunling-2025.yml 的 withdrawn 里写明 id: online-quiz 和标题、日期、原因"
        " / this address was published, but the activity is gone. If its id was changed, write "
        "formerly: [online-quiz] beside the new one; if it was withdrawn, list id: online-quiz with title, "
        "date and reason under withdrawn in data/campaigns/yunling-2025.yml")
    ]


def test_a_changed_id_is_told_with_the_nearest_address(place: Place) -> None:
    place.edit(("id: online-quiz\n", "id: online-quizzes\n"))
    line = line_of(place, "yunling-2025/online-quiz/")
    (told,) = place.problems()
    assert told.startswith(
        f"{FILE}:{line}:1: yunling-2025/online-quiz/: 这个地址公布过，现在没有这项活动了"
        "（最接近的现有地址是“yunling-2025/online-quizzes/”）。如果编号改了，请在这项活动里写 formerly: [online-quiz]；"
    )


def test_a_former_id_heals_and_leads_from_every_old_address(place: Place) -> None:
    place.edit(RENAMED)
    assert (place.problems(), all_answered(place)) == ([], [])
    built = place.build()
    assert built.target("yunling-2025/online-quiz/") == "yunling-2025/quiz/"
    assert built.target("en/yunling-2025/online-quiz/") == "en/yunling-2025/quiz/"
    assert built.target("a/y2501/") == "yunling-2025/quiz/"
    assert built.target("embed/yunling-2025/online-quiz/") == "embed/yunling-2025/quiz/"
    assert "activity-online-quiz" in built.pages["yunling-2025/plan/"].ids
    assert "change-2025-06-03" in built.pages["yunling-2025/quiz/"].ids


def test_a_withdrawal_heals_and_says_what_was_here_since_when_and_why(place: Place) -> None:
    place.edit((CODED, ""), ("activities:\n", f"{WITHDRAWN}activities:\n"))
    assert place.problems() == []
    built = place.build()
    page = built.pages["yunling-2025/online-quiz/"]
    assert page.h1 == ["这项活动已从本站撤下"]
    for said in ("举办数字知识网上竞答", "2025年6月20日起撤下。", "原因：主办单位取消了竞答。", "看这一届的活动"):
        assert said in page.text
    english = built.pages["en/yunling-2025/online-quiz/"]
    assert english.h1 == ["This activity has been withdrawn"]
    assert "Withdrawnsince20June2025." in english.text
    assert built.target("a/y2501/") == "yunling-2025/online-quiz/"
    assert built.target("embed/yunling-2025/online-quiz/") == "yunling-2025/online-quiz/"


def test_a_withdrawn_page_says_where_it_stood_and_whom_to_ask(place: Place) -> None:
    place.edit((CODED, ""), ("activities:\n", f"{WITHDRAWN}activities:\n"))
    for language, names in (
        ("", ["云岭省提升月", "2025年云岭省全民数字素养与技能提升月", "已撤下：举办数字知识网上竞答"]),
        ("en/", ["Yunling", "2025年云岭省全民数字素养与技能提升月", "Withdrawn: 举办数字知识网上竞答"]),
    ):
        page = place.build().pages[f"{language}yunling-2025/online-quiz/"]
        (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.html)
        (crumbs,) = json.loads(told)["@graph"]
        assert (crumbs["@type"], [each["name"] for each in crumbs["itemListElement"]]) == ("BreadcrumbList", names)
        up = "../" * page.path.count("/")
        assert ("href", f"{up}{language}organisations/yunling-cac/") in page.links
        assert ("href", "tel:+8699055501001") in page.links


def test_the_page_of_changes_tells_a_withdrawal_with_its_reason(place: Place) -> None:
    place.edit((CODED, ""), ("activities:\n", f"{WITHDRAWN}activities:\n"))
    page = place.build().pages["yunling-2025/changes/"]
    assert "2025年6月20日（已撤下）举办数字知识网上竞答主办单位取消了竞答。" in page.text
    assert ("href", "../../yunling-2025/online-quiz/") in page.links
    assert "Withdrawn" in place.build().pages["en/yunling-2025/changes/"].text


def test_a_withdrawn_page_is_in_no_sitemap(place: Place) -> None:
    place.edit((CODED, ""), ("activities:\n", f"{WITHDRAWN}activities:\n"))
    listed = (place.build().folder / "sitemap.xml").read_text("utf-8")
    assert "village-classes" in listed
    assert "online-quiz" not in listed
    assert "/a/y2502/" not in listed


def test_the_code_of_one_activity_is_not_given_to_another(place: Place) -> None:
    place.edit(("    code: y2501\n", ""), ("code: y2502", "code: y2501"))
    one, two = line_of(place, "a/y2501/"), line_of(place, "a/y2502/")
    assert place.problems() == [
        (f"{FILE}:{one}:1: a/y2501/: 公布时的含义是“activity yunling-2025/online-quiz”，"
        "现在成了“activity yunling-2025/village-classes”；公布过的地址不能改作他用，"
        "请给“activity yunling-2025/village-classes”另起一个code"
        " / was published as “activity yunling-2025/online-quiz” and would now be “activity "
        "yunling-2025/village-classes”; a published address cannot be reused; "
        "give “activity yunling-2025/village-classes” another code"),
        (f"{FILE}:{two}:1: a/y2502/: 这个短地址公布过，属于活动“yunling-2025/village-classes”；"
        "请在这项活动里写回 code: y2502"
        " / this short address was published for “yunling-2025/village-classes”; write code: y2502 there again"),
    ]


def test_the_code_of_a_withdrawn_activity_is_not_given_to_another(place: Place) -> None:
    place.edit((CODED, ""), ("activities:\n", f"{WITHDRAWN}activities:\n"), ("code: y2502", "code: y2501"))
    assert [told.split(" ")[1] for told in place.problems()] == ["a/y2501/:", "a/y2502/:"]


def test_a_lost_phase_is_told_once_with_the_way_out(place: Place) -> None:
    place.edit(("id: implementation", "id: implementing"))
    address = "yunling-2025/plan/#phase-implementation"
    assert place.problems() == [
        (f"{FILE}:{line_of(place, address)}:1: {address}: 这个地址公布过，现在没有编号“implementation”了"
        "（最接近的现有地址是“yunling-2025/plan/#phase-implementing”）。如果编号改了，或者并入了另一条，"
        "请在那一条里写 formerly: [implementation]；否则请放回"
        " / this address was published, but the id “implementation” is gone (the nearest present address is "
        "“yunling-2025/plan/#phase-implementing”). If it was changed, or became part of another entry, "
        "write formerly: [implementation] in that entry; otherwise put it back")
    ]


REQUIREMENT = """\
requirements:
  - {id: leadership, number: 1, source: 五（一）, title: 加强领导, text: 各单位要重视。}
"""
PLACES = (
    ("    code: y2501\n", "    code: y2501\n    parts:\n      - {id: final, name: 决赛}\n"),
    ("    credit: 省委网信办牵头负责\n    code: y2502\n",
     "    credit: 省委网信办牵头负责\n    code: y2502\n" + REQUIREMENT),
)  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "page", "kind", "present"),
    [
        ("  - id: implementation\n", "  - id: holding\n    formerly: [implementation]\n",
         "yunling-2025/plan/", "phase", "holding"),
        ("- {id: leadership,", "- {id: leading, formerly: [leadership],", "yunling-2025/plan/", "requirement", "leading"),
        ("- {id: final,", "- {id: last-round, formerly: [final],", "yunling-2025/online-quiz/", "part", "last-round"),
    ],
)  # fmt: skip
def test_a_place_is_found_under_its_former_id_and_lost_without_it(
    place: Place, old: str, new: str, page: str, kind: str, present: str
) -> None:
    place.edit(*PLACES)
    place.release()
    place.edit((old, new))
    assert (place.problems(), all_answered(place)) == ([], [])
    former = new.partition("[")[2].partition("]")[0]
    for language in ("", "en/"):
        assert {f"{kind}-{present}", f"{kind}-{former}"} <= place.build().pages[f"{language}{page}"].ids
    names = permalinks.names(place.load().plan)
    within = "yunling-2025/online-quiz" if kind == "part" else "yunling-2025"
    assert names.now(f"{kind} {within}/{former}") == f"{kind} {within}/{present}"
    place.edit((new, new.replace(f"    formerly: [{former}]\n", "").replace(f" formerly: [{former}],", "")))
    address = f"{page}#{kind}-{former}"
    assert [told.split(": ")[:2] for told in place.problems()] == [
        [f"{FILE}:{line_of(place, address)}:1", address]
    ]


def test_a_place_is_found_under_every_pair_of_former_ids(place: Place) -> None:
    place.edit(*PLACES)
    place.release()
    place.edit(RENAMED, ("- {id: final,", "- {id: last-round, formerly: [final],"))
    assert (place.problems(), all_answered(place)) == ([], [])


def test_a_deleted_update_is_told(place: Place) -> None:
    place.edit(("    updates: [{on: 2025-06-03, text: 时间改为六月中旬}]\n", ""))
    address = "yunling-2025/online-quiz/#change-2025-06-03"
    assert place.problems() == [
        (f"{FILE}:{line_of(place, address)}:1: {address}: 这条更新公布过；updates 只能添加，"
        "请放回这一天的那一条，有错就再添一条更正"
        " / this update was published; updates are only ever added: put that day’s entry back, and correct it with "
        "another one")
    ]


def test_a_body_keeps_its_address_under_its_former_id(place: Place) -> None:
    place.edit(("id: yunling-women", "id: yunling-womens-federation"), name=REGISTER)
    line = line_of(place, "organisations/yunling-women/")
    assert place.problems() == [
        (f"{FILE}:{line}:1: organisations/yunling-women/: 这个地址公布过，现在没有这个单位了"
        "（最接近的现有地址是“organisations/yunling-womens-federation/”）。如果编号改了，或者单位并入了另一个，"
        "请在名册里那个单位下写 formerly: [yunling-women]；否则请放回名册"
        " / this address was published, but the body is gone (the nearest present address is "
        "“organisations/yunling-womens-federation/”). If its id was changed, or it became part of another body, "
        "write formerly: [yunling-women] beside that one in the register; otherwise put it back")
    ]
    former = "id: yunling-womens-federation\n    formerly: [yunling-women]"
    place.edit(("id: yunling-womens-federation", former), name=REGISTER)
    assert (place.problems(), all_answered(place)) == ([], [])
    assert place.build().target("organisations/yunling-women/") == "organisations/yunling-womens-federation/"


def test_what_another_region_has_is_never_named_for_what_is_lost(place: Place) -> None:
    neighbour = builders.a_register_yaml(('"990000"', '"980000"')).replace("yunling", "yunlang").replace("云岭", "云朗")
    builders.write(place.data, "organisations/yunlang.yml", neighbour)
    place.edit(("id: yunling-women", "id: yunling-qiyi-7"), name=REGISTER)
    (problem,) = place.problems()
    assert "现在没有这个单位了（最接近的现有地址是“organisations/yunling-education/”）" in problem


def test_a_campaign_keeps_all_its_addresses_under_its_former_id(place: Place) -> None:
    (place.data / permanence.CAMPAIGN).rename(place.data / "campaigns/yunling.yml")
    (place.data / "contacts/yunling-2025.yml").rename(place.data / "contacts/yunling.yml")
    place.edit(("id: yunling-2025\n", "id: yunling\n"), RENAMED, name="campaigns/yunling.yml")
    place.edit(("campaign: yunling-2025", "campaign: yunling"), name="contacts/yunling.yml")
    line = line_of(place, "yunling-2025/")
    assert place.problems() == [
        (f"{FILE}:{line}:1: yunling-2025/: 这个地址公布过，现在没有这个方案了（最接近的现有地址是“yunling/”）。"
        "如果编号改了，请在方案里写 formerly: [yunling-2025]；否则请放回 data/campaigns/yunling-2025.yml"
        " / this address was published, but the campaign is gone (the nearest present address is “yunling/”). "
        "If its id was changed, write formerly: [yunling-2025] in its file; otherwise put "
        "data/campaigns/yunling-2025.yml back")
    ]
    place.edit(("id: yunling\n", "id: yunling\nformerly: [yunling-2025]\n"), name="campaigns/yunling.yml")
    assert (place.problems(), all_answered(place)) == ([], [])
    built = place.build()
    assert built.target("yunling-2025/") == "yunling/"
    assert built.target("en/yunling-2025/online-quiz/") == "en/yunling/quiz/"
    assert built.target("yunling-2025/timeline/") == "yunling/timeline/"


def test_a_page_of_docs_that_is_gone_is_told(place: Place) -> None:
    (place.root / "docs/about.md").unlink()
    assert place.problems() == [
        (f"{FILE}:{line_of(place, 'about/')}:1: about/: 这个地址公布过，现在没有 docs/about.md 了；"
        "请放回这一页，内容可以改成说明去向"
        " / this address was published, but docs/about.md is gone; restore the page; it can say where its content went")
    ]


def test_contacts_that_are_left_out_keep_their_page(place: Place) -> None:
    (place.data / "contacts/yunling-2025.yml").unlink()
    assert place.problems() == []
    page = place.build().pages["yunling-2025/contacts/"]
    assert page.h1 == ["联系电话"]
    assert "这一届的联系方式不再在本站公布。" in page.text


def test_a_site_that_was_never_released_can_lose_anything(tmp_path: Path) -> None:
    place = permanence.a_place(tmp_path)
    place.edit(("id: online-quiz\n", "id: quiz\n"))
    assert place.problems() == []


def test_a_mistake_elsewhere_makes_no_address_lost(place: Place) -> None:
    place.edit(("year: 2025\n", "year: 二〇二五\n"))
    assert {told.split(": ")[1] for told in place.problems()} == {"year"}


# --- redirects --------------------------------------------------------------------------------


def test_a_redirect_is_a_page_of_the_site_in_its_language_and_names_the_page_it_leads_to(place: Place) -> None:
    place.edit(RENAMED)
    built = place.build(site_url="https://www.example.gov.cn/ztzl/")
    page = built.pages["en/yunling-2025/online-quiz/"]
    assert (page.language, page.h1, page.meta("robots")) == ("en", ["This page is at another address"], ["noindex"])
    assert [each["href"] for each in page.relations if each["rel"] == "canonical"] == [
        "https://www.example.gov.cn/ztzl/en/yunling-2025/quiz/"
    ]
    assert ("href", "../../../en/yunling-2025/quiz/") in page.links
    assert 'Go to: <a href="../../../en/yunling-2025/quiz/" data-moved>' in page.html
    assert "<title>This page is at another address: 举办数字知识网上竞答 – Yunling</title>" in page.html
    assert {"ms-header", "ms-main", "ms-footer"} <= page.classes
    assert [each["href"] for each in page.relations if each["rel"] == "alternate"] == ["../../../en/changes.atom"]
    official = place.build(official=True).pages["yunling-2025/online-quiz/"]
    assert official.meta("robots") == ["noindex"]


REGISTERED = "region: yunling\nareas:\n  - id: qingxi\n    name: 清溪市\n  - id: songping\n    name: 松坪市\n"
SESSION = "[{when: 6月15日9:30, place: 市图书馆, area: 清溪市}]"


@pytest.fixture
def with_sessions(tmp_path: Path) -> Place:
    """A plan with a session in a city; released."""
    plan = builders.a_campaign_yaml(activities=[builders.an_activity_yaml(sessions=SESSION)])
    made = permanence.a_place(tmp_path, campaigns__yunling_2025=plan, places__yunling=REGISTERED)
    made.release()
    return made


def test_the_pages_of_sessions_lead_from_former_ids_by_the_name_of_their_campaign(with_sessions: Place) -> None:
    path = with_sessions.data / "campaigns/yunling-2025.yml"
    path.rename(path.with_name("yl-2025.yml"))
    with_sessions.edit(("id: yunling-2025\n", "id: yl-2025\nformerly: [yunling-2025]\n"), name="campaigns/yl-2025.yml")
    (with_sessions.data / "contacts/yunling-2025.yml").unlink()
    built = with_sessions.build()
    old = ("yunling-2025/sessions/", "yunling-2025/in/qingxi/")
    assert [built.target(page) for page in old] == ["yl-2025/sessions/", "yl-2025/in/qingxi/"]
    name = "2025年云岭省全民数字素养与技能提升月"
    assert [f"<title>页面在另一个地址：{name}" in built.pages[page].html for page in old] == [True, True]


def test_a_city_whose_sessions_were_published_stays_among_the_places(with_sessions: Place) -> None:
    with_sessions.edit(("清溪市", "松坪市"))
    with_sessions.edit(("  - id: qingxi\n    name: 清溪市\n", ""), name="places/yunling.yml")
    (told,) = with_sessions.problems()
    assert told == (
        f"{FILE}:{line_of(with_sessions, 'yunling-2025/in/qingxi/')}:1: yunling-2025/in/qingxi/: 这个市县的场次公布过，现在 data/places "
        "里没有编号“qingxi”了；请放回去，没有场次也可以留着 / the sessions of this area were published, but data/places has no id "
        "“qingxi” now; put it back, even if it has no sessions"
    )


def test_the_map_for_nginx_names_old_and_new(place: Place) -> None:
    place.edit(RENAMED)
    built = place.build(site_url="https://www.example.gov.cn/ztzl/")
    assert (built.folder / "assets/redirects.map").read_text("utf-8").splitlines()[1:7] == [
        '"/ztzl/a/y2501/" "/ztzl/yunling-2025/quiz/";',
        '"/ztzl/a/y2502/" "/ztzl/yunling-2025/village-classes/";',
        '"/ztzl/embed/yunling-2025/online-quiz/" "/ztzl/embed/yunling-2025/quiz/";',
        '"/ztzl/yunling-2025/online-quiz/" "/ztzl/yunling-2025/quiz/";',
        '"/ztzl/en/a/y2501/" "/ztzl/en/yunling-2025/quiz/";',
        '"/ztzl/en/a/y2502/" "/ztzl/en/yunling-2025/village-classes/";',
    ]


def test_a_calendar_goes_on_at_its_former_address(place: Place) -> None:
    place.edit(RENAMED)
    folder = place.build().folder
    for language in ("", "en/"):
        now = (folder / f"{language}yunling-2025/quiz/calendar.ics").read_bytes()
        assert (folder / f"{language}yunling-2025/online-quiz/calendar.ics").read_bytes() == now


def test_an_activity_shows_its_short_address(place: Place) -> None:
    here, there = place.build(), place.build(site_url="https://www.example.gov.cn/ztzl/")
    assert "短地址：/a/y2501/" in here.pages["yunling-2025/online-quiz/"].text
    assert "短地址：https://www.example.gov.cn/ztzl/a/y2501/" in there.pages["yunling-2025/online-quiz/"].text
    assert ("href", "../../a/y2501/") in there.pages["yunling-2025/online-quiz/"].links


def test_no_redirect_leads_to_nothing(place: Place) -> None:
    place.edit(RENAMED)
    built = place.build()
    targets = {page: built.target(page) for page in built.pages if built.target(page)}
    assert len(targets) == 8  # the page, its frame and two codes, in two languages
    assert set(targets.values()) <= set(built.pages)


# --- answers and meanings ---------------------------------------------------------------------


def test_a_ledger_line_is_read_with_the_ids_of_today(place: Place) -> None:
    place.edit(RENAMED)
    plan = place.load().plan
    now = permalinks.names(plan).now
    assert now("change yunling-2025/online-quiz/2025-06-03") == "change yunling-2025/quiz/2025-06-03"
    assert now("change yunling-2025/2025-06-03") == "change yunling-2025/2025-06-03"
    assert lost_permalinks.problems(plan, ledger.parse(place.ledger.read_bytes())[0], None) == []
