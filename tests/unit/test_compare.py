"""Changes between two states of the data, told in words."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import builders
from microsite.cli import diff, main
from microsite.cli import git as history
from microsite.loading import data_folder
from microsite.loading.data_folder import Data


def data(root: Path, *edits: builders.Edit, contacts: tuple[builders.Edit, ...] = ()) -> Data:
    builders.a_data_folder(
        root,
        campaigns__yunling_2025=builders.a_campaign_yaml(*edits),
        contacts__yunling_2025=builders.contacts_yaml(*contacts),
    )
    return data_folder.folder(root, builders.AS_OF)


def told(
    tmp_path: Path, *edits: builders.Edit, contacts: tuple[builders.Edit, ...] = ()
) -> list[tuple[str, str]]:
    old = data(tmp_path / "old")
    new = data(tmp_path / "new", *edits, contacts=contacts)
    return [(change.owner, change.zh) for change in diff.changes(old, new)]


def test_equal_data_has_no_changes(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_a_new_time_is_told_with_the_old_one(tmp_path: Path) -> None:
    assert told(tmp_path, ("when: 6月中旬", "when: 6月下旬")) == [
        ("activities/online-quiz", "时间由“2025年6月中旬”改为“2025年6月下旬”")
    ]


def test_a_new_lead_is_told_with_the_old_one(tmp_path: Path) -> None:
    assert told(tmp_path, ("lead: [省委网信办]", "lead: [省教育厅, 省妇联]")) == [
        ("activities/online-quiz", "牵头单位由“省委网信办”改为“省教育厅、省妇联”")
    ]


def test_a_list_of_bodies_that_is_left_out_becomes_not_given(tmp_path: Path) -> None:
    assert told(tmp_path, ("    support: [省人社厅, 省妇联]\n", "")) == [
        ("activities/village-classes", "分工负责单位由“省人社厅、省妇联”改为（未写明）")
    ]


def test_a_cancelled_activity_is_told_as_such(tmp_path: Path) -> None:
    edit = ("title: 举办数字知识网上竞答", "title: 举办数字知识网上竞答\n    status: cancelled")
    assert told(tmp_path, edit) == [("activities/online-quiz", "活动取消")]


def test_a_session_that_is_called_off_is_told_unless_the_day_is_written(tmp_path: Path) -> None:
    typed = "title: 举办数字知识网上竞答\n    sessions: [{when: 6月15日9:30, place: 省图书馆, status: full"
    title = "title: 举办数字知识网上竞答"
    assert told(tmp_path, (title, f"{typed}}}]")) == [
        ("activities/online-quiz", "2025年6月15日9:30省图书馆的一场名额已满")
    ]
    assert told(tmp_path, (title, f"{typed}, changed: 2025-06-12}}]")) == []


def test_a_session_that_keeps_its_id_is_told_with_its_new_time_and_place(tmp_path: Path) -> None:
    title = "title: 举办数字知识网上竞答"
    typed = f"{title}\n    sessions: [{{id: first, when: 6月15日9:30, place: 省图书馆}}]"
    moved = typed.replace("9:30", "14:00").replace("省图书馆", "省文化馆")
    before, after = data(tmp_path / "old", (title, typed)), data(tmp_path / "new", (title, moved))
    assert [(change.zh, change.en) for change in diff.changes(before, after)] == [
        (
            "省文化馆一场的时间由“2025年6月15日9:30”改为“2025年6月15日14:00”",
            "The time of the session at 省文化馆 changed from 15 June 2025, 9:30 to 15 June 2025, 14:00",
        ),
        (
            "2025年6月15日14:00一场的地点由“省图书馆”改为“省文化馆”",
            "The place of the session of 15 June 2025, 14:00 changed from 省图书馆 to 省文化馆",
        ),
    ]


def test_deadlines_are_told_with_the_old_ones_wherever_they_stand(tmp_path: Path) -> None:
    title = "title: 举办数字知识网上竞答"
    typed = (
        f"{title}\n    deadlines: [{{what: 投稿, due: 6月15日前}}, {{what: 报名, due: 6月1日前}}]\n"
        "    parts: [{id: cup, name: 决赛, deadlines: [{what: 交作品, due: 6月4日12:00前}]}]"
    )
    later = typed.replace("6月15日前", "6月16日前").replace("6月4日12:00", "6月3日12:00").replace("{what: 报名, due: 6月1日前}, ", "")
    before = data(tmp_path / "old", (title, typed))
    after = data(tmp_path / "new", (title, later.replace(", {what: 报名, due: 6月1日前}", "")))
    assert [(change.owner, change.zh) for change in diff.changes(before, after)] == [
        ("activities/online-quiz", "“投稿”的期限由“2025年6月15日前”改为“2025年6月16日前”"),
        ("activities/online-quiz", "“报名”的期限由“2025年6月1日前”改为（未写明）"),
        ("activities/online-quiz", "“交作品”的期限由“2025年6月4日12:00前”改为“2025年6月3日12:00前”"),
    ]


def test_how_one_takes_part_is_told_of_the_activity_or_else_of_its_session(tmp_path: Path) -> None:
    title = "title: 举办数字知识网上竞答"
    typed = (
        f"{title}\n    cost: 20元\n    booking: {{phone: 0791-88880000, until: 6月8日}}\n    access: [step-free]\n    capacity: 30\n"
        "    sessions: [{id: first, when: 6月15日9:30, place: 省图书馆, booking: {until: 6月10日}}]"
    )
    before = data(tmp_path / "old", (title, typed))
    after = data(tmp_path / "new", (title, typed.replace("20元", "30元").replace("88880000", "88880001").replace("30\n", "40\n")))
    assert [(change.zh, change.en) for change in diff.changes(before, after)] == [
        ("预约报名有变动", "The activity: booking has changed"),
        ("费用由“20元”改为“30元”", "The activity: what it costs changed from 20元 to 30元"),
        ("名额有变动", "The activity: the number of places has changed"),
    ]
    of_one = data(tmp_path / "one", (title, typed.replace("6月10日", "6月9日17:00前")))
    assert [change.zh for change in diff.changes(before, of_one)] == ["2025年6月15日9:30一场的预约报名有变动"]


def test_new_wording_of_a_summary_is_not_news(tmp_path: Path) -> None:
    assert told(tmp_path, ("人人都可以上网答题。", "谁都可以上网答题。")) == []


def test_a_new_telephone_number_is_told_without_any_name(tmp_path: Path) -> None:
    edits = (("55501002", "55501009"), ("person: 陈 二", "person: 钱 五"))
    assert told(tmp_path, contacts=edits) == [
        ("contacts/yunling-education", "省教育厅电话由“0990-55501002”改为“0990-55501009”")
    ]


def test_english_sentences_carry_the_same_facts(tmp_path: Path) -> None:
    old, new = data(tmp_path / "old"), data(tmp_path / "new", ("when: 6月中旬", "when: 6月下旬"))
    assert [change.en for change in diff.changes(old, new)] == [
        "The time changed from mid-June 2025 to late June 2025"
    ]


UPDATE = "    updates:\n      - {on: 2025-06-03, text: 时间改到下旬}\n"


def test_a_material_change_without_an_update_is_a_note_at_the_record(tmp_path: Path) -> None:
    old, new = data(tmp_path / "old"), data(tmp_path / "new", ("when: 6月中旬", "when: 6月下旬"))
    assert [(note.code, str(note.mark)) for note in diff.notes(old, new)] == [
        ("change-without-update", "data/campaigns/yunling-2025.yml:37:5"),
        ("change-without-was", "data/campaigns/yunling-2025.yml:44:11"),
    ]


def test_a_change_that_was_told_is_no_note(tmp_path: Path) -> None:
    old = data(tmp_path / "old")
    new = data(tmp_path / "new", ("    when: 6月中旬\n", f"    when: {{text: 6月下旬, was: 6月中旬}}\n{UPDATE}"))
    assert diff.notes(old, new) == ()


def test_a_changed_time_that_would_pass_for_the_words_of_the_notice_is_a_note(tmp_path: Path) -> None:
    old = data(tmp_path / "old")
    new = data(tmp_path / "new", ("    when: 6月中旬\n", f"    when: 6月下旬\n{UPDATE}"))
    assert [(note.code, note.zh) for note in diff.notes(old, new)] == [
        (
            "change-without-was",
            "时间由“6月中旬”改为“6月下旬”，页面会把新的时间当作通知的写法；如果通知是前一种写法，请在 when 里写 was: 6月中旬",
        )
    ]


def test_an_activity_under_a_new_id_is_the_same_one(tmp_path: Path) -> None:
    renamed = ("id: online-quiz", "id: quiz\n    formerly: [online-quiz]")
    assert told(tmp_path, renamed) == []
    assert told(tmp_path, renamed, ("when: 6月中旬", "when: 6月下旬")) == [
        ("activities/quiz", "时间由“2025年6月中旬”改为“2025年6月下旬”")
    ]


def test_the_line_of_a_body_under_a_new_id_is_the_same_one(tmp_path: Path) -> None:
    renamed = ("id: yunling-cac", "id: yunling-net\n    formerly: [yunling-cac]")
    old = data(tmp_path / "old")
    builders.a_data_folder(
        tmp_path / "new",
        organisations__yunling=builders.a_register_yaml(renamed),
        campaigns__yunling_2025=builders.a_campaign_yaml(),
        contacts__yunling_2025=builders.contacts_yaml(),
    )
    assert diff.changes(old, data_folder.folder(tmp_path / "new", builders.AS_OF)) == ()


def test_ids_that_two_activities_exchanged_are_a_note_at_each(tmp_path: Path) -> None:
    ids = [("id: online-quiz", "id: x-x"), ("id: village-classes", "id: online-quiz"), ("id: x-x", "id: village-classes")]
    old, new = data(tmp_path / "old"), data(tmp_path / "new", *ids)
    assert [(note.zh, note.en) for note in diff.notes(old, new) if note.code == "ids-exchanged"] == [
        (
            "编号“village-classes”原来是“开展数字技能下乡”的，现在给了“举办数字知识网上竞答”（原来是“online-quiz”）；公布过的地址和日历会指错，请把编号换回来",
            ("the id “village-classes” belonged to another activity, and this one was “online-quiz”; published addresses and "
            "calendars would lead to the wrong one, change the ids back"),
        ),
        (
            "编号“online-quiz”原来是“举办数字知识网上竞答”的，现在给了“开展数字技能下乡”（原来是“village-classes”）；公布过的地址和日历会指错，请把编号换回来",
            ("the id “online-quiz” belonged to another activity, and this one was “village-classes”; published addresses and "
            "calendars would lead to the wrong one, change the ids back"),
        ),
    ]
    assert [note for note in diff.notes(old, old) if note.code == "ids-exchanged"] == []


def a_repository(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = shutil.which("git")
    assert git is not None, "git is needed"
    builders.a_data_folder(place / "data")
    monkeypatch.chdir(place)
    for arguments in (
        ["init", "--quiet"],
        ["add", "data"],
        ["-c", "user.name=t", "-c", "user.email=t@t", "commit", "--quiet", "-m", "one"],
    ):
        subprocess.run([git, *arguments], check=True)


def test_the_command_compares_the_files_with_a_state_in_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    a_repository(tmp_path, monkeypatch)
    plan = tmp_path / "data/campaigns/yunling-2025.yml"
    plan.write_text(plan.read_text("utf-8").replace("when: 6月中旬", "when: 6月下旬"), "utf-8")
    assert main.main(["compare", "HEAD"]) == 0
    assert capsys.readouterr().out == (
        "yunling-2025 activities/online-quiz\n"
        "  时间由“2025年6月中旬”改为“2025年6月下旬”\n"
        "  The time changed from mid-June 2025 to late June 2025\n"
    )


def test_an_unknown_state_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    a_repository(tmp_path, monkeypatch)
    assert main.main(["compare", "nowhere"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("git 里找不到这个版本 / git has no such state: ")
    assert said.err.count("\n") == 1


def test_checking_without_git_says_nothing_about_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.a_data_folder(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    assert history.last_commit(Path("data"), builders.AS_OF) is None
