"""What a check found can be read by GitHub, by GitLab and by any program."""

from __future__ import annotations

import json
from pathlib import Path, PurePath

import jsonschema
import pytest

import builders as b
from microsite.checks import report
from microsite.cli import main
from microsite.core.problems import Mark, Note, Problem, Severity

WRONG = Problem(Mark("data/a,b.yml", 3, 7), "theme.text", "empty", "这里 100% 是空的：\n请填写", "nothing, here")
REMARK = Note(Mark("mkdocs.yml", 2, 1), "no-end", "没有结束", "no end")


def a_report(*items: Problem | Note, data: str = "data") -> report.Report:
    problems = tuple(item for item in items if item.severity is Severity.PROBLEM)
    notes = tuple(item for item in items if item.severity is Severity.NOTE)
    return report.Report(problems, notes, PurePath(data))


def test_a_person_sees_the_code_at_the_end_of_each_message() -> None:
    assert report.line(REMARK) == "mkdocs.yml:2:1: 没有结束 / no end [no-end]"


def test_github_gets_commands_in_which_nothing_can_end_a_property_or_the_line() -> None:
    assert report.github(a_report(WRONG, REMARK)) == (
        "::error file=data/a%2Cb.yml,line=3,col=7,title=empty::"
        "theme.text: 这里 100%25 是空的：%0A请填写 / nothing, here (docs/manual/problems.md#empty)\n"
        "::notice file=mkdocs.yml,line=2,col=1,title=no-end::没有结束 / no end (docs/manual/problems.md#no-end)\n"
    )


def test_files_of_another_data_folder_are_named_by_where_they_lie() -> None:
    found = json.loads(report.as_json(a_report(WRONG, REMARK, data="sub/plans")))
    assert [found["problems"][0]["file"], found["notes"][0]["file"]] == ["sub/plans/a,b.yml", "sub/mkdocs.yml"]


def test_json_has_problems_and_notes_with_place_words_and_the_manual() -> None:
    assert json.loads(report.as_json(a_report(WRONG, REMARK))) == {
        "problems": [
            {
                "file": "data/a,b.yml", "line": 3, "column": 7, "path": "theme.text", "code": "empty",
                "zh": "这里 100% 是空的：\n请填写", "en": "nothing, here", "url": "docs/manual/problems.md#empty",
            }
        ],
        "notes": [
            {
                "file": "mkdocs.yml", "line": 2, "column": 1, "path": "", "code": "no-end",
                "zh": "没有结束", "en": "no end", "url": "docs/manual/problems.md#no-end",
            }
        ],
    }  # fmt: skip


# --- GitLab -----------------------------------------------------------------------------------

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]+$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {"type": "object", "required": ["begin"]},
                },
            },
        },
    },
}


def issues(*items: Problem | Note) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(report.gitlab(a_report(*items)))
    return found


def test_gitlab_gets_a_code_quality_report() -> None:
    found = issues(WRONG, REMARK)
    jsonschema.validate(found, CODE_QUALITY)
    assert [{key: value for key, value in each.items() if key != "fingerprint"} for each in found] == [
        {
            "description": "theme.text: 这里 100% 是空的：\n请填写 / nothing, here (docs/manual/problems.md#empty)",
            "check_name": "empty",
            "severity": "major",
            "location": {"path": "data/a,b.yml", "lines": {"begin": 3}},
        },
        {
            "description": "没有结束 / no end (docs/manual/problems.md#no-end)",
            "check_name": "no-end",
            "severity": "info",
            "location": {"path": "mkdocs.yml", "lines": {"begin": 2}},
        },
    ]


def test_a_message_that_only_moved_keeps_its_fingerprint_and_no_two_share_one() -> None:
    moved = Problem(Mark(WRONG.mark.file, 30, 9), WRONG.path, WRONG.code, WRONG.zh, WRONG.en)
    assert issues(WRONG)[0]["fingerprint"] == issues(moved)[0]["fingerprint"]
    assert len({each["fingerprint"] for each in issues(WRONG, moved, REMARK)}) == 3


# --- on the command line ----------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)


@pytest.mark.parametrize("form", ["github", "gitlab", "json"])
def test_other_formats_end_with_one_for_problems_and_print_nothing_else(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    b.a_data_folder(Path("data"), campaigns__yunling_2025=b.a_campaign_yaml(("year: 2025", "year: 25")))
    assert main.main(["check", "--format", form]) == 1
    told = capsys.readouterr()
    assert told.err == ""
    assert "data/campaigns/yunling-2025.yml" in told.out
    assert told.out.count("not-a-year") == {"github": 2, "gitlab": 2, "json": 2}[form]


@pytest.mark.parametrize(("form", "expected"), [("github", ""), ("gitlab", "[]\n")])
def test_sound_data_gives_an_empty_report(form: str, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    assert main.main(["check", "--format", form]) == 0
    assert capsys.readouterr().out == expected


def test_sound_data_with_notes_ends_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"), contacts__yunling_2025=None)
    assert main.main(["check", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["problems"], [note["code"] for note in found["notes"]]) == ([], ["no-contacts"])


def test_every_address_in_a_report_is_a_section_of_the_manual() -> None:
    root = Path(__file__).parents[2]
    page, _, code = report.anchor("unknown-key").partition("#")
    assert f"{{#{code}}}" in (root / page).read_text("utf-8")
