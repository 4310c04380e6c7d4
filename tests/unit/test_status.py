"""``microsite status``: how far each edition is, whatever state the data is in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import builders as b
from microsite.cli import main, status
from microsite.loading import data_folder

SETTINGS = "site_name: 云岭\nsite_url: https://www.example.gov.cn/\n"


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PROFILE", raising=False)
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)


def edition(**files: str | None) -> status.Edition:
    return status.progress(b.a_data_folder(Path("data"), **files), b.AS_OF).editions[0]


def test_a_sound_edition_in_numbers() -> None:
    assert edition() == status.Edition(
        id="yunling-2025", activities=2, draft=False, drafts=0, owed=0, to_confirm=0, untranslated=22, outdated=0, unsourced=0, lines=4,
        people_until="2025-12-31", expired=False, updates=0, last_update=None,
        missing=("document.published",), problems=0,
    )  # fmt: skip


def test_an_edition_that_cannot_be_read_is_counted_as_far_as_it_goes() -> None:
    text = b.a_campaign_yaml(
        ("period: 2025年6月中旬至7月中旬", 'period: ""'),
        ("    source: 四（二）\n", ""),
        ("    when: 6月中旬", "    when: 6月中句\n    updates: [{on: 2025-05-30, text: 改了时间}, {on: 昨天, text: 又改了}]"),
    )
    found = edition(campaigns__yunling_2025=text, contacts__yunling_2025=None)
    assert found == status.Edition(
        id="yunling-2025", activities=2, draft=False, drafts=0, owed=1, to_confirm=0, untranslated=None, outdated=None, unsourced=1,
        lines=None,
        people_until=None, expired=None, updates=2, last_update="2025-05-30", missing=None, problems=3,
    )  # fmt: skip


def test_english_of_former_chinese_is_outdated_and_not_missing() -> None:
    po = 'msgid ""\nmsgstr ""\n\nmsgctxt "short_name"\nmsgid "旧名"\nmsgstr "Month"\n'
    b.write(Path("data"), "translations/en/yunling-2025.po", po)
    found = edition()
    assert (found.untranslated, found.outdated) == (21, 1)


def test_names_expire_after_their_last_day() -> None:
    root = b.a_data_folder(Path("data"))
    days = (date(2025, 12, 31), date(2026, 1, 1))
    assert [status.progress(root, day).editions[0].expired for day in days] == [False, True]


def test_one_broken_edition_does_not_hide_the_english_of_another() -> None:
    b.a_data_folder(Path("data"), campaigns__yunling_2024="id: [")
    found = status.progress(Path("data"), b.AS_OF)
    assert [(each.id, each.activities, each.untranslated) for each in found.editions] == [
        ("yunling-2024", 0, None),
        ("yunling-2025", 2, 22),
    ]


def test_the_table_lines_up_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    Path("mkdocs.yml").write_text(SETTINGS, "utf-8")
    assert main.main(["status"]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[:6] == [
        "方案          活动        草稿    待填        待核对      未译            译文过时  无出处     电话   姓名公布至   更新     最近更新  发布还缺        错误",  # noqa: E501
        "edition       activities  drafts  to fill in  to confirm  not in English  outdated  no source  lines  names until  updates  last      for production  problems",  # noqa: E501
        "yunling-2025  2           0       0           0           22              0         0          4      2025-12-31   0        -         1               0",  # noqa: E501
        "",
        "正式发布还缺 / missing for production:",
        "  yunling-2025: document.published: 发布时间（年月日和时分，如 2024-05-28 09:30） / the time of publication (day, hour and minute, such as 2024-05-28 09:30)",  # noqa: E501
    ]
    heads, starts = lines[:2], []
    for line in heads:
        cells = [at for at in range(len(line)) if line[at] != " " and (at == 0 or line[at - 2 : at] == "  ")]
        starts.append([status.width(line[:at]) for at in cells])
    assert starts[0] == starts[1]


def test_the_number_of_problems_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"), campaigns__yunling_2025=b.a_campaign_yaml(("kind: quiz", "kind: quizz")))
    assert main.main(["status"]) == 0
    assert capsys.readouterr().out.endswith(
        "\n数据有 1 处错误，运行 make check 一处一处看；“-”表示暂时无法统计，请先改正错误"
        " / the data has 1 problem, which make check lists; “-” is unknown until then\n"
    )


def test_empty_places_of_a_draft_are_no_errors_as_check_says_too(capsys: pytest.CaptureFixture[str]) -> None:
    text = "draft: true\n" + b.a_campaign_yaml(("    kind: quiz\n", "    kind:\n"))
    b.a_data_folder(Path("data"), campaigns__yunling_2025=text)
    assert main.main(["status"]) == 0
    assert capsys.readouterr().out.endswith(
        "\n草稿里还有 1 处待填 / 1 place of drafts still to be filled in\n"
    )
    found = status.progress(Path("data"), b.AS_OF)
    assert (found.owed, found.problems, found.editions[0].owed, found.editions[0].problems) == (1, 0, 1, 0)


HEAD = "# “请核对”是不能肯定的值，看过后删去注释。\n"
UNSEEN = "    # 请核对：类别按标题推定\n    kind: quiz\n"


def test_what_nobody_looked_at_is_counted_and_the_word_in_a_head_is_not() -> None:
    text = HEAD + b.a_campaign_yaml(("    kind: quiz\n", UNSEEN))
    people = b.contacts_yaml(("    phone: 0990—55501001", "    # 手机号，请核对：单位公用\n    phone: 0990—55501001"))
    assert edition(campaigns__yunling_2025=text, contacts__yunling_2025=people).to_confirm == 2


@pytest.mark.parametrize(("head", "said"), [("", ["data/campaigns/yunling-2025.yml:41:1"]), ("draft: true\n", [])])
def test_an_edition_that_is_public_with_what_nobody_looked_at_gets_a_note(head: str, said: list[str]) -> None:
    text = head + b.a_campaign_yaml(("    kind: quiz\n", UNSEEN))
    root = b.a_data_folder(Path("data"), campaigns__yunling_2025=text)
    notes = [note for note in data_folder.folder(root, b.AS_OF).notes if note.code == "unconfirmed"]
    assert [str(note.mark) for note in notes] == said
    assert [note.zh for note in notes] == ["还有 1 处“请核对”没有看过；看过后删去这几个字"] * len(said)


def test_settings_with_problems_are_no_reason_to_say_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    Path("mkdocs.yml").write_text("extra: {microsite: {offical: true}}\n", "utf-8")
    assert main.main(["status"]) == 0
    assert "mkdocs.yml 有错误，网站的设置没有看 / mkdocs.yml has problems and was not looked at\n" in capsys.readouterr().out


@pytest.mark.parametrize(("text", "columns"), [("活动", 4), ("ab", 2), ("e\u0301", 1), ("（1）", 5)])
def test_chinese_takes_two_columns(text: str, columns: int) -> None:
    assert status.width(text) == columns


def test_an_edition_that_is_a_draft_and_names_that_expired_are_said_in_the_table() -> None:
    text = "draft: true\n" + b.a_campaign_yaml()
    people = b.contacts_yaml(("2025-12-31", "2025年12月31日"))
    root = b.a_data_folder(Path("data"), campaigns__yunling_2025=text, contacts__yunling_2025=people)
    row = status.as_text(status.progress(root, date(2026, 1, 1))).split("\n")[2]
    assert row.split("  ")[0] == "yunling-2025"
    assert "  全部 all  " in row
    assert "  2025-12-31（已过期 expired）  " in row
