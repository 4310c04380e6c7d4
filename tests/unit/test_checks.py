"""Remarks for the editor: what is odd about a document is said, and never stops it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import builders as b
from microsite.checks import contradictions, printed_times, remarks
from microsite.core.problems import Note
from microsite.model.campaign import Campaign

CODE = "".join(Path(room.__file__).read_text("utf-8") for room in (remarks, contradictions, printed_times))


def codes(campaign: Campaign) -> list[str]:
    return [note.code for note in remarks.notes_on(campaign)]


def noted(*edits: b.Edit, activities: list[str] | None = None) -> list[str]:
    """Codes of the notes on an edited campaign, without the one about its contacts."""
    return [code for code in codes(b.a_campaign(*edits, activities=activities)) if code != "no-contacts"]


def test_a_sound_plan_gives_no_note() -> None:
    assert noted() == []


def test_every_kind_of_note_has_a_golden_case() -> None:
    kinds = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)",', CODE)) | {"no-contact", "contact-only", "count-differs"}
    cases = "".join(path.read_text("utf-8") for path in Path(b.__file__).parent.glob("cases/note-*.yml"))
    assert {kind for kind in kinds if f"\n  {kind} data/" not in cases} == {"large-attachment"}  # test_attachments has a file as large


@pytest.mark.parametrize("key", ["issuers", "signatories"])
def test_a_notice_that_prints_its_bodies_only_once_is_not_compared_with_itself(key: str) -> None:
    listed = next(line for line in b.a_campaign_yaml().splitlines(keepends=True) if line.startswith(f"  {key}: "))
    assert noted((listed, "")) == []


def test_a_body_without_a_contact_is_told_in_the_plan_where_nothing_is_said_of_its_hosts() -> None:
    text = b.a_campaign_yaml()
    hosting = text[text.index("hosting:\n") : text.index("phases:\n")]
    campaign = replace(b.a_campaign((hosting, "")), contacts=replace(b.contacts(), contacts=()))
    assert {note.mark.file for note in remarks.notes_on(campaign) if note.code == "no-contact"} == {"data/campaigns/yunling-2025.yml"}


@pytest.mark.parametrize("day", ["2025年6月11日", "2025年6月20日"])
def test_a_notice_signed_within_the_vague_beginning_is_not_late(day: str) -> None:
    assert noted(("2025年5月20日", day)) == []


def test_a_notice_signed_the_day_after_is_late() -> None:
    assert noted(("2025年5月20日", "2025年6月21日")) == ["issued-after-start"]


@pytest.mark.parametrize(("due", "told"), [("7月15日前", ["due-before-end"]), ("7月20日前", []), ("7月底前", []), ("另行通知", [])])
def test_a_report_is_early_only_if_it_is_due_before_the_last_possible_day(due: str, told: list[str]) -> None:
    deadline = f"    deadlines: [{{who: 甲, what: 乙, due: {due}}}]\n"
    requirement = f"requirements:\n  - id: summary\n    number: 1\n    source: 五\n    title: 总结\n    text: 总结。\n{deadline}"
    assert noted(("activities:\n", requirement + "activities:\n")) == told


@pytest.mark.parametrize(("due", "told"), [("6月29日前", True), ("6月30日前", False), ("7月2日前", False)])
def test_what_a_phase_wants_is_early_only_before_the_end_of_the_phase_and_nobody_but_the_editor_is_told(due: str, told: bool) -> None:
    phase = f"    when: 6月20日至30日\n    deadlines: [{{who: 甲, what: 乙, due: {due}}}]\n"
    campaign = b.a_campaign(("    when: 2025年6月中旬至7月中旬\n", phase))
    said = f"“乙”的期限（{due}）早于“实施阶段”结束（6月20日至30日）"
    assert [note.zh for note in remarks.due_before_its_phase_ends(campaign)] == [said] * told
    assert "due-before-end" not in codes(campaign)


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("6月中旬至7月中旬", []),
        ("6月11日", []),
        ("6月10日", ["outside-window"]),
        ("7月21日", ["outside-window"]),
        ("6月", ["outside-window"]),
        ("在提升月期间", []),
        ("7月起", ["no-end"]),
        ("5月起", ["outside-window", "no-end"]),
        ("科技周、科普日", []),
    ],
)
def test_an_activity_is_outside_only_if_it_can_reach_beyond_the_period(when: str, told: list[str]) -> None:
    assert noted(activities=[b.an_activity_yaml(when=when)]) == told


@pytest.mark.parametrize(("last", "told"), [("7月10日", []), ("7月11日", []), ("7月12日", ["outside-window"])])
def test_a_counted_month_may_include_its_last_day_or_not(last: str, told: list[str]) -> None:
    period = ("period: 2025年6月中旬至7月中旬", "period: 自2025年6月11日启动，为期1个月")
    phase = ("    when: 2025年6月中旬至7月中旬", f"    when: 2025年6月11日至{last}")
    assert noted(period, phase, activities=[b.an_activity_yaml(when="6月11日")]) == told


def test_a_body_that_supports_takes_part_as_well() -> None:
    printed = "[中共云岭省委网信办, 云岭省教育厅, 云岭省人力资源和社会保障厅, 云岭省妇联]"
    campaign = b.a_campaign(
        ("hosts: [省委网信办, 省教育厅, 省人社厅, 省妇联]", "hosts: [省委网信办]"),
        (f"issuers: {printed}", "issuers: [中共云岭省委网信办, 云岭省教育厅]"),
        (f"signatories: {printed}", "signatories: [中共云岭省委网信办, 云岭省教育厅]"),
    )
    (note,) = [note for note in remarks.notes_on(campaign) if note.code == "not-an-issuer"]
    assert note.zh == "举办、牵头或分担工作，没有参加发文的单位：省人社厅、省妇联"
    assert note.en == "organisations that host, lead or share the work but did not issue the notice: 省人社厅, 省妇联"


@pytest.mark.parametrize(
    ("numbers", "runs"),
    [([], []), ([3], [(3, 3)]), ([1, 2, 3], [(1, 3)]), ([5, 1, 2, 7, 8], [(1, 2), (5, 5), (7, 8)])],
)
def test_numbers_that_follow_each_other_are_said_as_one_run(numbers: list[int], runs: list[tuple[int, int]]) -> None:
    assert remarks._runs(numbers) == runs


def test_numbers_of_activities_without_a_time_are_said_in_runs() -> None:
    listed = [
        b.an_activity_yaml(id=f"activity-{n}", number=str(n), when="6月中旬" if n in (1, 4) else None) for n in range(1, 8)
    ]
    (note,) = [note for note in remarks.notes_on(b.a_campaign(activities=listed)) if note.code == "no-time"]
    assert (note.zh, note.en) == (
        "5 项活动没有写明时间（第 2 至 3、5 至 7 项）",
        "5 activities have no time (numbers 2 to 3, 5 to 7)",
    )


def weekdays_told(when: str, *edits: b.Edit) -> list[str]:
    campaign = b.a_campaign(*edits, activities=[b.an_activity_yaml(when=when)])
    return [note.zh.split("；")[0] for note in printed_times.weekdays_that_differ(campaign)]


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("6月15日（星期六）9:30", ["2025年6月15日是星期日，这里写的是星期六"]),
        ("6月15日9:00-11:00（星期六）", ["2025年6月15日是星期日，这里写的是星期六"]),
        ("6月15日（星期日）9:30", []),
        ("6月14日（周六）、15日（周日）", []),
        ("6月12日至15日（周一闭馆）10:00-18:00", []),
        ("6月12日至15日（周一、周二闭馆）", []),
        ("6月12日至15日，周一休息", []),
        ("6月14日、21日（均为周六）9:00", []),
        ("6月14日、22日（均为周六）9:00", ["2025年6月22日是星期日，这里写的是星期六"]),
        ("6月14日（周日）至15日（周一）", ["2025年6月14日是星期六，这里写的是星期日", "2025年6月15日是星期日，这里写的是星期一"]),
        ("6月18日-20日（周四至周六）", ["2025年6月18日是星期三，这里写的是星期四", "2025年6月20日是星期五，这里写的是星期六"]),
        ("6月16日至20日（周一至周六）9:00-11:00", ["2025年6月20日是星期五，这里写的是星期六"]),
        ("6月14日、15日（周日、周一）", ["2025年6月14日是星期六，这里写的是星期日", "2025年6月15日是星期日，这里写的是星期一"]),
        ("6月14日、15日（周六、周日）9:00", []),
        ("6月15日，星期六", ["2025年6月15日是星期日，这里写的是星期六"]),
        ("6月15日（六）15:00", ["2025年6月15日是星期日，这里写的是星期六"]),
        ("6月1日至30日周五20:00-次日1:00，周六20:00-次日2:00", []),
        ("2025-06-15（星期六）", ["2025年6月15日是星期日，这里写的是星期六"]),
        ("6月16日至22日（周一至周五）", []),
    ],
)
def test_a_weekday_that_is_not_that_of_its_day_is_told_and_a_closed_day_is_none(when: str, told: list[str]) -> None:
    assert weekdays_told(when) == told


def asked(when: str) -> list[str]:
    """What is asked about the words of a time beside its days."""
    campaign = b.a_campaign(activities=[b.an_activity_yaml(when=when)])
    rules = (printed_times.counts_that_differ, printed_times.hours_that_end_a_span)
    return [note.zh.split("；")[0] for rule in rules for note in rule(campaign)]


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("6月16日至7月7日每周一19:00，共8次", ["“6月16日至7月7日每周一19:00，共8次”写的是 8 次，按这些日子是 4 次"]),
        ("6月16日至7月7日每周一19:00，共4次", []),
        ("6月16日起每周一19:00，共8次", []),
        ("6月16日至18日19:00", ["“6月16日至18日19:00”按到最后一天的这个时刻为止理解"]),
        ("6月16日至18日19:00止", []),
        ("6月16日9:00至18日19:00", []),
        ("6月16日至18日每天19:00", []),
        ("6月16日至18日9:00-11:00", []),
    ],
)
def test_a_number_of_times_that_its_days_do_not_make_and_one_hour_of_several_days_are_asked_about(when: str, told: list[str]) -> None:
    assert asked(when) == told


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("Tuesday 17 June", []),
        ("Monday 17 June 2025", ["2025年6月17日是星期二，这里写的是星期一"]),
        ("Thursday noon to 4pm, 17 June", ["2025年6月17日是星期二，这里写的是星期四"]),
        ("Saturday 14th & Sunday 15th June, 10am to 4pm", []),
        ("Monday 16 to Thursday 20 June", ["2025年6月20日是星期五，这里写的是星期四"]),
        ("by 5pm on Friday 19 June", ["2025年6月19日是星期四，这里写的是星期五"]),
        ("every Tuesday, 16 June to 7 July", []),
    ],
)
def test_an_english_weekday_that_is_not_that_of_its_day_is_told(when: str, told: list[str]) -> None:
    assert weekdays_told(when, ("year: 2025", "year: 2025\nlanguage: en"), ("period: 2025年6月中旬至7月中旬", "period: June 2025")) == told


def test_english_notes_say_dates_in_english() -> None:
    campaign = b.a_campaign(("2025年5月20日", "2025年7月21日"), activities=[b.an_activity_yaml(when="5月起")])
    told = [note.en for note in remarks.notes_on(campaign) if note.code != "no-contacts"]
    assert told == [
        "the notice was signed (21 July 2025) after the campaign began (mid-June to mid-July 2025)",
        "activity 1 (from May 2025) reaches beyond the campaign’s period (mid-June to mid-July 2025)",
        "activity 1 has a beginning (from May 2025) and no end",
    ]


@pytest.mark.parametrize(
    ("own", "when", "is_within"),
    [
        ("6月11日至17日9:00-17:00", "6月12日10:00-11:00", True),
        ("6月11日至17日9:00-17:00", "6月12日17:00-18:00", False),
        ("6月11日、12日9:30-11:30", "6月11日10:00-11:00", True),
        ("每周三9:30-11:30，6月11日至25日", "6月18日10:00-11:00", True),
        ("每周三9:30-11:30，6月11日至25日", "6月15日10:00-11:00", False),
        ("6月11日9:30-11:30", "6月11日10:30", True),
        ("6月11日9:30-11:30", "6月11日9:30-11:30", True),
        ("6月11日9:30-11:30", "6月11日14:00-15:00", False),
        ("6月11日9:30-11:30", "6月11日8:00-9:00", False),
        ("6月11日9:30", "6月11日9:30-11:30", True),
        ("6月11日", "6月11日14:00", True),
        ("6月中旬", "6月11日14:00", True),
        ("初赛6月5日至10日，复赛6月15日至16日，决赛6月19日", "6月15日9:00-12:00", True),
        ("初赛6月5日至10日，复赛6月15日至16日，决赛6月19日", "6月8日", True),
        ("初赛6月5日至10日，复赛6月15日至16日，决赛6月19日", "6月17日", False),
    ],
)
def test_a_part_and_a_session_are_within_the_days_and_hours_of_their_activity_or_it_is_asked(own: str, when: str, is_within: bool) -> None:
    for said in (f"parts: [{{id: talk, name: 讲座, when: '{when}'}}]", f"sessions: [{{when: '{when}'}}]"):
        key, _, value = said.partition(": ")
        campaign = b.a_campaign(activities=[b.an_activity_yaml(when=f"'{own}'", **{key: value})])
        assert ("contradicts" in [note.code for note in contradictions.contradictions(campaign)]) is not is_within


def told_by(rules: Iterable[Callable[[Campaign], Iterator[Note]]], *edits: b.Edit, **activity: str) -> list[str]:
    """The Chinese questions of some rules about a campaign."""
    campaign = b.a_campaign(*edits, activities=[b.an_activity_yaml(**activity)])
    return [note.zh.split("；")[0] for rule in rules for note in rule(campaign)]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title": "2024年知识竞赛"}, "year 写的是 2025，“2024年知识竞赛”里是 2024 年"),
        ({"title": "2025年知识竞赛"}, None),
        ({"title": "知识竞赛（已取消）"}, "“知识竞赛（已取消）”说的是取消或延期，却没有写 status，日历和列表里仍是照常举行"),
        ({"title": "知识竞赛（已取消）", "status": "cancelled"}, None),
        ({"sessions": "[{when: 6月15日, note: 因故取消。}]"}, "“因故取消。”说的是取消或延期，却没有写 status，日历和列表里仍是照常举行"),
        ({"sessions": "[{when: 6月15日9:30, note: 与另一场合并，不另取消报名。}]"}, None),
        ({"booking": "{needed: true, until: 5月1日前}"}, "报名截止时间（5月1日前）早于成文日期（2025年5月20日）"),
        ({"when": "6月15日下午9:30-11:30"}, "“下午9:30”：下午没有这个钟点"),
    ],
)
def test_what_the_words_say_against_the_plan_is_asked_about(fields: dict[str, str], told: str | None) -> None:
    assert told_by(contradictions.RULES, **fields) == ([told] if told else [])


YEARS = (
    *("编号里是 2025", "名称里是 2025", "活动时间是 2025年6月中旬至7月中旬"),
    "“关于印发《2025年云岭省提升月工作方案》的通知”里是 2025 年",
)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (("year: 2025", "year: 2025"), []),
        (("year: 2025", "year: 2024"), [f"year 写的是 2024，{other}" for other in YEARS]),
        (("云网办字〔2025〕1号", "云网办字〔2024〕1号"), ["发文字号是 2024 年的，成文日期在 2025 年"]),
    ],
)
def test_years_that_were_left_from_another_plan_are_asked_about(edit: b.Edit, told: list[str]) -> None:
    assert told_by([contradictions.of_years], edit) == told


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("6月12日至14日，共5天", ["“6月12日至14日，共5天”写的是5天，起止日期之间是 3 天"]),
        ("6月12日至14日，为期两天", ["“6月12日至14日，为期两天”写的是2天，起止日期之间是 3 天"]),
        ("6月12日至14日（共5天）", ["“6月12日至14日（共5天）”写的是5天，起止日期之间是 3 天"]),
        ("6月12日至14日，为期三天", []),
        ("6月11日至7月10日，为期1个月", []),
        ("6月12日起，为期5天", []),
        ("6月9日至20日，为期两周", []),
        ("6月12日至7月12日，为期一个月", []),
        ("6月9日至20日（周一至周五），共10天", []),
    ],
)
def test_a_length_that_the_two_days_do_not_make_is_asked_about(when: str, told: list[str]) -> None:
    assert told_by([contradictions.lengths_that_differ], when=when) == told


@pytest.mark.parametrize(
    ("when", "is_asked"),
    [
        ("6月12日2:00-4:00", True), ("每周三3:00-5:00，6月11日至25日", True), ("6月12日凌晨2:00-4:00", False), ("6月12日下午2:00", False),
        ("6月12日5:30-6:30", False), ("6月12日04:30", False), ("6月12日20:00-次日2:00", False), ("6月12日0:00", False),
    ],
)  # fmt: skip
def test_hours_that_are_at_night_without_saying_so_are_asked_about(when: str, is_asked: bool) -> None:
    assert (told_by([printed_times.hours_at_night], when=when) != []) is is_asked


@pytest.mark.parametrize(
    ("sessions", "fields", "told"),
    [
        ("[{when: 6月12日, place: 甲馆}, {when: 6月13日}]", {}, ["“举办数字知识网上竞答”有 1 场没有写地点，别的场次写了"]),
        ("[{when: 6月12日, place: 甲馆}, {when: 6月13日}]", {"places": "[甲馆]"}, []),
        ("[{when: 6月12日}, {when: 6月13日}]", {}, []),
    ],
)
def test_sessions_without_a_place_beside_others_with_one_are_asked_about(sessions: str, fields: dict[str, str], told: list[str]) -> None:
    assert told_by([contradictions.sessions_without_a_place], sessions=sessions, form="onsite", **fields) == told
