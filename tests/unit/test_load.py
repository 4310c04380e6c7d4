"""A data folder is read whole, or everything that is wrong with it is told."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import builders as b
from microsite.checks import remarks
from microsite.core.language import LANGUAGES
from microsite.core.problems import InvalidData
from microsite.loading import data_files, data_folder, data_parts
from microsite.loading.translations import EMPTY, say

PO = (
    'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    'msgctxt "short_name"\nmsgid "提升月"\nmsgstr "Skills Month"\n'
)


def test_a_folder_gives_its_campaigns_with_their_region_and_contacts(tmp_path: Path) -> None:
    data = b.data(b.a_data_folder(tmp_path))
    (campaign,) = data.plan.campaigns
    assert (campaign.id, campaign.region.id, campaign.region) == ("yunling-2025", "yunling", data.plan.regions["yunling"])
    assert campaign.contacts is not None
    assert [c.person for c in campaign.contacts.contacts] == ["林 一", "陈 二", "周 三", "吴 四"]
    assert data.notes == ()


def earlier(year: int) -> str:
    text = b.a_campaign_yaml(("id: yunling-2025", f"id: yunling-{year}"), ("year: 2025", f"year: {year}"))
    return text.replace("2025年", f"{year}年")


def test_editions_come_with_the_newest_first_whatever_their_files_are_called(tmp_path: Path) -> None:
    b.a_data_folder(tmp_path, campaigns__yunling_2023=earlier(2023), campaigns__yunling_2026=earlier(2026))
    plan = b.data(tmp_path).plan
    assert [c.id for c in plan.campaigns] == ["yunling-2026", "yunling-2025", "yunling-2023"]
    assert [c.id for c in plan.campaigns_of("yunling")] == ["yunling-2026", "yunling-2025", "yunling-2023"]
    assert plan.campaigns_of("haidao") == ()


def test_what_an_activity_continues_is_found_in_another_edition(tmp_path: Path) -> None:
    after = b.a_campaign_yaml(("    form: onsite\n", "    form: onsite\n    continues: yunling-2024/village-classes\n"))
    b.a_data_folder(tmp_path, campaigns__yunling_2024=earlier(2024), campaigns__yunling_2025=after)
    assert b.data(tmp_path).plan.campaigns[0].activities[1].continues == "yunling-2024/village-classes"


def test_an_activity_cannot_continue_itself(tmp_path: Path) -> None:
    own = b.a_campaign_yaml(("    form: onsite\n", "    form: onsite\n    continues: yunling-2025/village-classes\n"))
    b.a_data_folder(tmp_path, campaigns__yunling_2025=own)
    assert [(problem.code, problem.path, problem.zh) for problem in b.problems_in(tmp_path)] == [
        (
            "continues-itself",
            "activities[1].continues",
            "“yunling-2025/village-classes”就是这项活动自己；请写往年的那一项，没有就删去这一行",
        )
    ]


@pytest.mark.parametrize(("text", "is_told"), [("看![海报](a.png)吧", True), ("看![海报][1]", True), ("快来![]！", False)])
def test_an_image_in_a_text_is_told_instead_of_vanishing(text: str, is_told: bool, tmp_path: Path) -> None:
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(description=f"'{text}'")])
    b.a_data_folder(tmp_path, campaigns__yunling_2025=plan)
    data = b.data(tmp_path)
    assert [note.code for note in data.notes] == ["no-images"] * is_told
    assert [note.code for note in remarks.notes_on(data.plan.campaigns[0])] == []


@pytest.mark.parametrize(
    ("line", "told"), [("# 待核实", ["# 待核实"]), ("#待核实", ["# 待核实"]), ("## 带什么", []), ("#健康云岭#", []), ("正文 # 号", [])]
)
def test_a_line_in_a_text_that_looks_like_a_comment_is_told(line: str, told: list[str], tmp_path: Path) -> None:
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(description=f"|\n      第一段。\n\n      {line}")])
    notes = b.data(b.a_data_folder(tmp_path, campaigns__yunling_2025=plan)).notes
    assert [(note.code, note.zh.split("“")[1].split("”")[0]) for note in notes] == [("comment-in-text", said) for said in told]


def test_contacts_may_be_kept_out_of_a_copy(tmp_path: Path) -> None:
    data = b.data(b.a_data_folder(tmp_path, contacts__yunling_2025=None))
    assert data.plan.campaigns[0].contacts is None
    assert [note.code for note in data.notes] == ["no-contacts"]


def test_after_its_last_day_no_name_is_in_anything_that_was_read(tmp_path: Path) -> None:
    b.a_data_folder(tmp_path)
    assert "林" in repr(b.data(tmp_path, date(2025, 12, 31)))
    assert "林" not in repr(b.data(tmp_path, date(2026, 1, 1)))


def test_translations_are_found_by_language_and_file(tmp_path: Path) -> None:
    b.a_data_folder(tmp_path)
    b.write(tmp_path, "translations/en/yunling-2025.po", PO)
    data = b.data(tmp_path)
    short_name = data.plan.campaigns[0].short_name
    assert say(short_name, "en", data.catalogue("en", "yunling-2025")).plain == "Skills Month"
    assert data.catalogue("en", "yunling") is EMPTY
    assert data.catalogue("zh", "yunling-2025") is EMPTY


def test_hidden_files_and_other_files_are_not_data(tmp_path: Path) -> None:
    b.a_data_folder(tmp_path)
    for name in (".yunling-2026.yml", "yunling-2025.yml~", "README.md", ".yunling.yaml"):
        b.write(tmp_path, f"campaigns/{name}", "nonsense: [")
    assert b.codes_in(tmp_path) == []


@pytest.mark.parametrize(
    ("field", "sign", "codes"),
    [
        ("description", "a", []), ("description", "![", []), ("lead", "，", ["unknown-body"]), ("phone", "1", ["not-a-phone"]),
        ("phone", "138", ["not-a-phone"]),
    ],
)  # fmt: skip
def test_the_longest_text_of_one_sign_is_read_in_a_moment(field: str, sign: str, codes: list[str], tmp_path: Path) -> None:
    """A pattern that tries again from each sign would take minutes."""
    text = f"'{sign * (100_000 // len(sign))}'"
    if field == "phone":
        b.a_data_folder(tmp_path, contacts__yunling_2025=b.contacts_yaml(("0990—55501001", text)))
    else:
        plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(**{field: text})])
        b.a_data_folder(tmp_path, campaigns__yunling_2025=plan)
    assert [code for _, _, code in b.codes_in(tmp_path)] == codes


def test_links_and_folders_in_the_place_of_data_files_are_named(tmp_path: Path) -> None:
    b.a_data_folder(tmp_path, contacts__yunling_2025=None)
    outside = b.write(tmp_path, "../elsewhere.yml", b.contacts_yaml())
    (tmp_path / "contacts").mkdir(exist_ok=True)
    (tmp_path / "contacts" / "yunling-2025.yml").symlink_to(outside or tmp_path.parent / "elsewhere.yml")
    (tmp_path / "campaigns" / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "campaigns" / "folder.yml").mkdir()
    b.write(tmp_path, "../former/2020.yml", "id: yunling-2020\n")
    for name in ("campaigns/old", "contacts/yunling-2020.yml", "plans"):
        (tmp_path / name).symlink_to(tmp_path.parent / "former")
    with pytest.raises(InvalidData) as refused:
        b.data(tmp_path)
    link = (
        "这是一个链接，它指向的不会被读取；请把文件本身放进来，或删去链接 / "
        "this is a link, and what it leads to is not read; put the file itself here, or delete the link [link-in-data]"
    )
    assert [f"{problem} [{problem.code}]" for problem in refused.value.problems] == [
        f"data/campaigns/dangling:1:1: {link}",
        ("data/campaigns/folder.yml:1:1: 这个文件不会被读取；它是文件夹，请改名，用不着就删去 / "
        "this file is not read; it is a folder, rename it, or delete it [not-yml]"),
        f"data/campaigns/old:1:1: {link}",
        f"data/contacts/yunling-2020.yml:1:1: {link}",
        f"data/contacts/yunling-2025.yml:1:1: {link}",
        f"data/plans:1:1: {link}",
    ]


@pytest.mark.parametrize("folder", ["contacts", "translations", "translations/en"])
def test_a_folder_of_data_files_may_be_a_link_and_what_is_misnamed_in_it_is_told(folder: str, tmp_path: Path) -> None:
    b.a_data_folder(tmp_path / "data")
    within = tmp_path / "data" / folder
    within.mkdir(parents=True, exist_ok=True)
    within.rename(tmp_path / "kept")
    within.symlink_to("../" * folder.count("/") + "../kept")
    assert b.codes_in(tmp_path / "data") == []
    b.write(tmp_path, "kept/yunling-2026.yaml", "id: yunling-2026\n")
    assert b.codes_in(tmp_path / "data") == [(f"{folder}/yunling-2026.yaml", 1, "not-yml")]


@pytest.mark.parametrize("name", ["published-urls.txt", "synonyms.yml"])
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_a_pipe_or_a_folder_in_the_place_of_a_file_is_told_and_never_waited_for(
    name: str, make: Callable[[Path], None], tmp_path: Path
) -> None:
    b.a_data_folder(tmp_path / "data")
    make(tmp_path / "data" / name)
    assert b.codes_in(tmp_path / "data") == [(name, 1, "not-yml")]


@pytest.mark.parametrize("name", ["yunling-2026.yaml", "yunling-2026.YML", "yunling-2026.YAML"])
def test_a_file_that_was_surely_meant_to_be_read_is_not_passed_over(name: str, tmp_path: Path) -> None:
    b.a_data_folder(tmp_path)
    b.write(tmp_path, f"campaigns/{name}", "id: yunling-2026\n")
    assert b.codes_in(tmp_path) == [(f"campaigns/{name}", 1, "not-yml")]


@pytest.mark.parametrize(("name", "code"), [("yunling-2025.yaml", "not-yml"), ("云岭2025.yml", "not-the-file-name")])
def test_a_plan_under_a_wrong_name_does_not_ask_for_other_names_of_its_files(name: str, code: str, tmp_path: Path) -> None:
    b.a_data_folder(tmp_path)
    other = b.a_campaign_yaml(("id: yunling-2025", "id: yunling-2024"), ("year: 2025", "year: 2024"))
    b.write(tmp_path, "campaigns/yunling-2024.yml", other)
    b.write(tmp_path, "sessions/yunling-2025.csv", "activity,when\nonline-quiz,6月15日\n")
    (tmp_path / "campaigns/yunling-2025.yml").rename(tmp_path / "campaigns" / name)
    codes = [code for _, _, code in b.codes_in(tmp_path)]
    assert code in codes
    assert "contacts-without-campaign" not in codes


@pytest.mark.parametrize("written", ["", "\ufeff", "\r\n \t\n"])
@pytest.mark.parametrize("name", ["sessions/yunling-2025.csv", "translations/en/yunling-2025.po", "translations/en/yunling.po"])
def test_a_file_in_which_nothing_is_written_is_told_of_whatever_kind(name: str, written: str, tmp_path: Path) -> None:
    """A table or a translation that was emptied by accident; what belongs to it would go without a word."""
    b.a_data_folder(tmp_path)
    b.write(tmp_path, name, written)
    (problem,) = b.problems_in(tmp_path)
    assert f"{problem} [{problem.code}]" == (
        f"data/{name}:1:1: 文件里没有内容；请填写内容，或删去这个文件 / "
        "nothing is written in this file; fill it in or delete it [yaml-empty-file]"
    )


@pytest.mark.parametrize("folder", ["contacts", "sessions", "translations/en"])
def test_a_folder_that_may_not_be_read_is_told_and_not_taken_for_an_empty_one(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = b.a_data_folder(tmp_path / "data")
    (root / folder).mkdir(parents=True, exist_ok=True)

    def refusing(asked: Any) -> Any:
        def refuse(place: Any = ".") -> Any:
            if str(place).endswith(folder):
                raise PermissionError(errno.EACCES, "Permission denied", str(place))
            return asked(place)

        return refuse

    for asked in ("listdir", "scandir"):
        monkeypatch.setattr(os, asked, refusing(getattr(os, asked)))
    with pytest.raises(PermissionError):
        b.data(root)


@pytest.mark.parametrize("root", ["nowhere", "."])
def test_a_folder_without_campaigns_is_a_mistake(root: str, tmp_path: Path) -> None:
    assert b.codes_in(tmp_path / root) == [("campaigns", 1, "no-campaigns")]


def test_a_slip_of_form_hides_neither_another_nor_a_wrong_value(tmp_path: Path) -> None:
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(capacity="二十", cost="免费", form="onsite")])
    slips = (("\nyear: ", "\nyear："), ("    cost: ", "    cost:"), ("    form: onsite", "    form onsite"), ("\nname: ", "\nname: 甲: "))
    plan = b.edited(plan, *slips)
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=plan, contacts__yunling_2025=None)
    told = {code for _, _, code in b.codes_in(root)}
    assert told == {"yaml-fullwidth-colon", "yaml-colon-space", "yaml-no-colon", "yaml-two-colons", "not-a-number"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    summary: 人人", "   summary: 人人", "yaml-indentation"),
        ("    summary: 人人", "\tsummary: 人人", "yaml-tab"),
        ("    summary: 人人", "　　summary: 人人", "yaml-wide-space"),
        ("    summary: 人人都可以上网答题。", "    summary: [人人", "yaml-brackets"),
        ("    summary: 人人都可以上网答题。", '    summary: "人人"都可以', "yaml-after-quote"),
        ("    summary: 人人都可以上网答题。", "    summary: 人人 #1 答题", "yaml-comment"),
        ("    summary: 人人都可以上网答题。", "    summary: |人人", "yaml-block-text"),
        ("    summary: 人人都可以上网答题。", "    summary: &all 答题", "yaml-anchor"),
    ],
)
def test_behind_a_slip_that_can_only_be_guessed_wrong_values_are_told_and_nothing_is_made_up(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    wrong = b.an_activity_yaml(id="second-quiz", number="2", summary="第二项。", form="onsit", when="6月31日", lead="[省教育听]")
    plan = b.edited(b.a_campaign_yaml(activities=[b.an_activity_yaml(), wrong]), (old, new))
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=plan, contacts__yunling_2025=None)
    assert {told for _, _, told in b.codes_in(root)} == {code, "not-offered", "impossible-date", "unknown-body"}


def test_names_are_looked_up_also_where_their_register_has_mistakes(tmp_path: Path) -> None:
    activity = b.an_activity_yaml(
        lead="[省教育听]", sessions="[{when: 6月15日, place: 清西市图书馆}, {when: 6月15日, place: 清溪市图书馆}]"
    )
    root = b.a_data_folder(
        tmp_path,
        organisations__yunling=b.a_register_yaml(("    kind: mass", "    kind: club")),
        campaigns__yunling_2025=b.a_campaign_yaml(activities=[activity]),
        contacts__yunling_2025=b.contacts_yaml(("body: 省妇联", "body: 省妇连")),
        places__yunling="region: yunling\nareas: [{id: qingxi, name: 清溪市, cod: y}]\n"
        "venues: [{id: lib, name: 清溪市图书馆, area: qingxi}]\n",
    )
    assert [(file, code) for file, _, code in b.codes_in(root)] == [
        ("campaigns/yunling-2025.yml", "unknown-body"),
        ("campaigns/yunling-2025.yml", "unknown-place"),
        ("contacts/yunling-2025.yml", "unknown-body"),
        ("organisations/yunling.yml", "not-offered"),
        ("places/yunling.yml", "unknown-key"),
    ]


def test_mistakes_of_all_files_are_told_together_in_their_order(tmp_path: Path) -> None:
    b.a_data_folder(
        tmp_path,
        organisations__yunling=b.a_register_yaml(("    kind: mass", "    kind: club")),
        campaigns__yunling_2025=b.a_campaign_yaml(("    kind: quiz", "    kind: quizz"), ("year: 2025", "year: 25")),
        campaigns__yunling_2024="id: yunling-2024\n\tregion: yunling\n",
        contacts__yunling_2025=b.contacts_yaml(("0990—55501003", "总机")),
        contacts__yunling_2019=b.contacts_yaml(("campaign: yunling-2025", "campaign: yunling-2019")),
    )
    b.write(tmp_path, "translations/en/yunling-2025.po", PO + "msgstrr\n")
    b.write(tmp_path, "synonyms.yml", "zh: 老人\n")
    assert b.codes_in(tmp_path) == [
        ("campaigns/yunling-2024.yml", 2, "yaml-tab"),
        ("campaigns/yunling-2025.yml", 3, "not-a-year"),
        ("campaigns/yunling-2025.yml", 41, "not-offered"),
        ("contacts/yunling-2019.yml", 1, "contacts-without-campaign"),
        ("contacts/yunling-2025.yml", 13, "not-a-phone"),
        ("organisations/yunling.yml", 26, "not-offered"),
        ("synonyms.yml", 1, "not-a-list"),
        ("translations/en/yunling-2025.po", 9, "broken-translation"),
    ]


@pytest.mark.parametrize(
    "register",
    ["", "name：云岭省\n", "region: yunling\n", b.a_register_yaml(("region: yunling", "region: yunlin")), "- 云岭省\n", "\x00"],
)
def test_a_broken_register_makes_up_no_mistake_in_other_files(register: str, tmp_path: Path) -> None:
    b.a_data_folder(tmp_path, organisations__yunling=register)
    assert {file for file, _, _ in b.codes_in(tmp_path)} == {"organisations/yunling.yml"}


def test_a_file_of_another_kind_is_told_and_stops_nothing(tmp_path: Path) -> None:
    b.a_data_folder(tmp_path, campaigns__yunling_2024=b.a_register_yaml())
    assert {(file, code) for file, _, code in b.codes_in(tmp_path)} == {
        ("campaigns/yunling-2024.yml", "missing"),
        ("campaigns/yunling-2024.yml", "unknown-key"),
    }


@pytest.mark.parametrize("name", ["campaigns/通知.docx", "campaigns/yunling-2026", "contacts/yunling-2025.xlsx", "contacts/电话.txt"])
def test_a_file_that_is_not_read_is_told_of_whatever_kind(name: str, tmp_path: Path) -> None:
    root = b.a_data_folder(tmp_path)
    for each in (name, "campaigns/README.md", "campaigns/Thumbs.db", "contacts/~$yunling-2025.xlsx", "translations/en/yunling.mo"):
        b.write(root, each, "x")
    (problem,) = b.problems_in(root)
    assert f"{problem} [{problem.code}]" == (
        f"data/{name}:1:1: 这个文件不会被读取；数据写在 .yml 和 .csv 文件里，通知请用 make import 导入，表格用 import-sheet；"
        "请移到 data 文件夹外面 / "
        "this file is not read; data is in .yml and .csv files, notices are read by make import and spreadsheets by import-sheet; "
        "move it out of the data folder [not-yml]"
    )


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("synonyms.yaml", "请改名为 synonyms.yml，放在 data 里"),
        ("Synonym.yml", "请改名为 synonyms.yml，放在 data 里"),
        ("sessions/yunling-2025.xlsx", "请用表格软件打开，另存为“CSV UTF-8（逗号分隔）”，叫 yunling-2025.csv"),
        ("contacts/yunling-2025.csv", "表格只读 sessions 里的，这里请写成 yunling-2025.yml"),
    ],
)
def test_a_file_in_the_wrong_place_is_told_where_it_belongs(name: str, advice: str, tmp_path: Path) -> None:
    root = b.a_data_folder(tmp_path)
    b.write(root, name, "x")
    (problem,) = b.problems_in(root)
    assert problem.zh == f"这个文件不会被读取；{advice}，用不着就删去"


@pytest.mark.parametrize("text", ["[]", "甲", "- id: a\n", "activities: {}\n", "activities: [甲, [乙]]\nphases: 丙\ndocument: []\n"])
def test_no_shape_of_a_file_stops_the_program(text: str, tmp_path: Path) -> None:
    b.a_data_folder(tmp_path, campaigns__yunling_2024=text, contacts__yunling_2024=text, organisations__haidao=text)
    assert {file for file, _, _ in b.codes_in(tmp_path)} >= {"campaigns/yunling-2024.yml", "organisations/haidao.yml"}


def test_the_error_carries_every_problem_as_a_line(tmp_path: Path) -> None:
    b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(("year: 2025", "year: 25")))
    with pytest.raises(InvalidData) as told:
        b.data(tmp_path)
    assert str(told.value) == (
        "data/campaigns/yunling-2025.yml:3:7: year: “25”不是年份；请写四位数字，如 2024"
        " / “25” is not a year; write four digits, such as 2024"
    )


def test_line_ends_of_another_system_change_nothing(tmp_path: Path) -> None:
    b.a_data_folder(tmp_path / "one")
    b.a_data_folder(tmp_path / "two")
    for path in (tmp_path / "two").rglob("*.yml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert repr(b.data(tmp_path / "one")) == repr(b.data(tmp_path / "two"))


def placeholders(forms: tuple[str, ...]) -> set[str]:
    return {name for form in forms for name in re.findall(r"\{(\w+)\}", form)}


def test_the_interface_has_the_same_keys_and_placeholders_in_both_languages() -> None:
    chinese, english = (data_folder.interface(language).words for language in LANGUAGES)
    assert sorted(chinese) == sorted(english)
    assert {key for words in (chinese, english) for key, forms in words.items() if not all(forms)} == set()
    differing = {key for key in chinese if placeholders(chinese[key]) != placeholders(english[key])}
    assert differing == {"count.of"}  # English has no measure words


def test_translations_are_kept_by_language_and_file(tmp_path: Path) -> None:
    assert data_folder.catalogue_path(tmp_path, "en", "yunling") == tmp_path / "translations" / "en" / "yunling.po"


def test_what_is_numbered_stands_in_the_order_of_its_numbers_wherever_it_was_typed(tmp_path: Path) -> None:
    twice = [b.an_activity_yaml(id=f"number-{number}", number=str(number)) for number in (27, 3, 11)]
    data = b.data(b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(activities=twice)))
    assert [activity.number for activity in data.plan.campaigns[0].activities] == [3, 11, 27]


@pytest.mark.parametrize(
    "name", ["published-urls.txt.txt", "published-urls (1).txt", "Published-URLs.txt", "published_urls", "campaigns/published-urls.txt"]
)
def test_a_ledger_under_another_name_is_not_passed_over(name: str, tmp_path: Path) -> None:
    b.a_data_folder(tmp_path)
    b.write(tmp_path, name, "./\thome\n")
    assert list(map(str, b.problems_in(tmp_path))) == [
        (f"data/{name}:1:1: 这个文件不会被读取；登记公布过的地址的，只能是 data 里的 published-urls.txt；请改名，已经有了的请合并"
        " / this file is not read; the ledger is data/published-urls.txt; rename it, or merge the two")
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text_is_told_and_no_traceback(tmp_path: Path) -> None:
    b.a_data_folder(tmp_path)
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/campaigns/a\xff.yml")).write_text("id: x\n", "utf-8")
    assert [part.name for part in data_parts.split_by_region(data_files.snapshot(tmp_path))] != []
    named = {ascii(problem.mark.file) for problem in b.problems_in(tmp_path)}
    assert named == {"'data/campaigns/a\\udcff.yml'"}


def test_a_misspelt_last_day_of_names_is_not_told_to_be_missing_as_well(tmp_path: Path) -> None:
    contacts = b.contacts_yaml(("people_until:", "people_untill:"))
    assert [code for _, _, code in b.codes_in(b.a_data_folder(tmp_path, contacts__yunling_2025=contacts))] == ["unknown-key"]
