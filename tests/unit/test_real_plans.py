"""The two plans of this repository: every fact counted, every slip of the keyboard told at its line."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

import builders as b
from microsite.checks import remarks
from microsite.loading import data_folder, translations
from microsite.loading.data_folder import Data
from microsite.model.campaign import Campaign

DATA = Path(__file__).parents[2] / "data"
WITH_NAMES, WITHOUT_NAMES = date(2022, 12, 31), date(2023, 1, 1)

J, S = "campaigns/jiangxi-2022.yml", "campaigns/shandong-2024.yml"
K, R = "contacts/jiangxi-2022.yml", "organisations/jiangxi.yml"


@pytest.fixture(scope="module")
def data() -> Data:
    return data_folder.folder(DATA, WITH_NAMES)


@pytest.fixture(scope="module")
def shandong(data: Data) -> Campaign:
    return next(campaign for campaign in data.plan.campaigns if campaign.id == "shandong-2024")


@pytest.fixture(scope="module")
def jiangxi(data: Data) -> Campaign:
    return next(campaign for campaign in data.plan.campaigns if campaign.id == "jiangxi-2022")


# --- what the plans say -----------------------------------------------------------------------


def test_the_newest_edition_comes_first(data: Data) -> None:
    assert [campaign.id for campaign in data.plan.campaigns] == ["shandong-2024", "jiangxi-2022"]


def test_every_activity_of_both_plans_is_there_in_its_order(shandong: Campaign, jiangxi: Campaign) -> None:
    assert [activity.number for activity in shandong.activities] == list(range(1, 16))
    assert [activity.number for activity in jiangxi.activities] == list(range(1, 10))


def test_every_body_is_there_wherever_a_plan_lists_bodies(shandong: Campaign, jiangxi: Campaign) -> None:
    counted = {
        campaign.id: (
            len(campaign.hosting.hosts.mentions),
            len(campaign.document.issuers.mentions),
            len(campaign.document.signatories.mentions),
        )
        for campaign in (shandong, jiangxi)
    }
    assert counted == {"shandong-2024": (15, 15, 15), "jiangxi-2022": (18, 14, 9)}
    assert len(jiangxi.region.organisations) == 18
    assert len(shandong.region.organisations) == 15


def test_undated_activities_stay_undated(shandong: Campaign, jiangxi: Campaign) -> None:
    assert [a.number for a in shandong.activities if a.when is not None] == [1]
    assert [a.number for a in jiangxi.activities if a.when is None] == []


def test_no_time_of_a_plan_became_more_exact_than_it_is_printed(jiangxi: Campaign) -> None:
    times = [(a.number, a.when.date.text, a.when.date.precision) for a in jiangxi.activities if a.when]
    assert times == [
        (1, "8月", "month"),
        (2, "8月中旬", "ten-days"),
        (3, "8月", "month"),
        (4, "8月", "month"),
        (5, "8月", "month"),
        (6, "7月至9月", "month"),
        (7, "7月9月", "month"),
        (8, "8月至9月", "month"),
        (9, "8月起", "month"),
    ]


def test_the_misprint_of_the_plan_is_kept_and_read_as_it_is_meant(jiangxi: Campaign) -> None:
    when = jiangxi.activities[6].when
    assert when is not None
    assert when.date.correction is not None
    assert (when.date.text, when.date.correction.means) == ("7月9月", "7月至9月")
    assert (when.date.earliest, when.date.latest) == (date(2022, 7, 1), date(2022, 9, 30))


def test_all_bodies_of_the_campaign_support_the_quiz(jiangxi: Campaign) -> None:
    support = jiangxi.activities[1].support
    assert (support.everyone, len(support.mentions)) == (True, 18)


def test_seventeen_lines_can_be_dialled_from_anywhere(jiangxi: Campaign) -> None:
    assert jiangxi.contacts is not None
    dials = [contact.dial for contact in jiangxi.contacts.contacts]
    assert len(dials) == len(set(dials)) == 17
    assert [dial for dial in dials if not re.fullmatch(r"\+86791\d{8}", dial)] == []


def test_names_are_there_on_their_last_day_and_gone_the_day_after() -> None:
    before, after = (data_folder.folder(DATA, day) for day in (WITH_NAMES, WITHOUT_NAMES))
    listed = next(c.contacts for c in before.plan.campaigns if c.contacts)
    names = [contact.person for contact in listed.contacts if contact.person]
    assert len(names) == 17
    assert [name for name in names if name in repr(after)] == []
    assert [name for name in names if name not in repr(before)] == []


def test_the_shandong_plan_has_no_contacts_and_is_not_blamed_for_it(shandong: Campaign) -> None:
    assert shandong.contacts is None
    assert [(n.zh, n.en) for n in remarks.notes_on(shandong) if n.code == "no-contacts"] == [
        ("没有列出联系人", "no contacts are listed")
    ]


def test_the_editor_is_told_what_is_odd_about_the_jiangxi_plan(jiangxi: Campaign) -> None:
    assert [note.code for note in remarks.notes_on(jiangxi)] == [
        "issued-after-start", "due-before-end", "date-corrected", "text-corrected", "theme-spellings",
        "outside-window", "outside-window", "outside-window", "no-end", "no-lead", "no-lead", "read-as-all",
        "not-an-issuer", "signatory-not-issuer", "copy-incomplete", "no-contact",
    ]  # fmt: skip


def test_the_editor_is_told_what_is_odd_about_the_shandong_plan(shandong: Campaign) -> None:
    assert [note.code for note in remarks.notes_on(shandong)] == [
        "text-corrected", "outside-window", "outside-window", "no-time", "no-contacts",
    ]  # fmt: skip


def test_every_text_of_both_plans_has_its_english(data: Data) -> None:
    records = {record.id: record for record in (*data.plan.campaigns, *data.plan.regions.values())}
    owed = {
        name: [words.context for words in translations.all_words(record) if data.catalogue("en", name).find(words) is None]
        for name, record in records.items()
    }
    assert owed == {"shandong-2024": [], "jiangxi-2022": [], "shandong": [], "jiangxi": []}


def test_no_translation_is_outdated(data: Data) -> None:
    outdated = [key for catalogue in data.catalogues.values() for key, found in catalogue.exact.items() if found.outdated]
    assert outdated == []


# --- slips of the keyboard --------------------------------------------------------------------


@dataclass(frozen=True)
class Slip:
    """In ``file``, the first ``old`` behind ``after`` becomes ``new``; told ``below`` lines under it, as ``code``."""

    file: str
    after: str
    old: str
    new: str
    code: str
    below: int = 0


SLIPS = {
    "a deleted key": Slip(J, "- id: women", "    title: 开展数字巾帼先锋培训助力活动\n", "", "missing", -3),
    "a deleted number": Slip(J, "- id: women", "    number: 5\n", "", "not-all-numbered", -1),
    "a misspelt key": Slip(J, "- id: women", "    joining:", "    joinning:", "unknown-key"),
    "a misspelt body": Slip(J, "- id: open-courses", "省人社厅", "省人设厅", "unknown-body"),
    "a misspelt member": Slip(J, "members:", "- 省文旅厅", "- 省文旅听", "unknown-body"),
    "a misspelt time": Slip(J, "- id: online-quiz", "8月中旬", "8月中询", "not-a-date"),
    "a day that does not exist": Slip(J, "- id: online-quiz", "8月中旬", "2024-06-31", "impossible-date"),
    "a time that ends before it begins": Slip(J, "- id: forums", "8月至9月", "9月至8月", "end-before-start"),
    "a misprint recorded without its meaning": Slip(J, "- id: skill-contests", "      means: 7月至9月\n", "", "not-a-date", -1),
    "an id given twice": Slip(J, "activities:", "- id: women", "- id: open-courses", "duplicate-id"),
    "a number given twice": Slip(J, "- id: women", "number: 5", "number: 4", "duplicate-number"),
    "a reserved id": Slip(J, "activities:", "- id: forums", "- id: contacts", "reserved-id"),
    "another id than the file's": Slip(J, "", "id: jiangxi-2022", "id: jiangxi-2023", "not-the-file-name"),
    "a year of two digits": Slip(J, "", "year: 2022", "year: 22", "not-a-year"),
    "a tab": Slip(J, "- id: women", "    title:", "\ttitle:", "yaml-tab"),
    "a full-width colon": Slip(J, "- id: online-quiz", "    form: online", "    form：online", "yaml-fullwidth-colon"),
    "a dash without its space": Slip(J, "signatories:", "- 江西省妇联", "-江西省妇联", "yaml-dash-space"),
    "an unquoted colour": Slip(J, "", '"#a3222b"', "#a3222b", "empty"),
    "a weak colour": Slip(S, "", '"#0b4f8a"', '"#9fc5e8"', "weak-colour"),
    "an open list in the middle": Slip(J, "- id: skill-contests", "省国资委, 省通信管理局, 等]", "等, 省国资委]", "open-not-last"),
    "one value for a list": Slip(J, "- id: older-people", "[older]", "older", "not-a-list"),
    "a misspelt choice": Slip(J, "- id: online-quiz", "kind: quiz", "kind: quizz", "not-offered"),
    "an unregistered office": Slip(J, "committee:", "office: 信息化发展处", "office: 信息发展处", "unknown-office"),
    "a title with a colon": Slip(J, "- id: research", "title: 开展", "title: 开展: ", "yaml-two-colons"),
    "a quote that stays open": Slip(S, "colour:", '"#0b4f8a"', '"#0b4f8a', "yaml-open-quote"),
    "a key typed twice": Slip(S, "- id: party-school", "    credit:", "    kind: training\n    credit:", "yaml-duplicate-key"),
    "an unknown phase": Slip(S, "- id: party-school", "phase: implementation", "phase: implemention", "unknown-phase"),
    "an address without its scheme": Slip(S, "platforms:", "http://www.chinadata.cn", "www.chinadata.cn", "not-an-address"),
    "a month where a day is needed": Slip(S, "printed:", "2024年5月28日", "2024年5月", "not-a-day"),
    "an unknown region": Slip(S, "", "region: shandong", "region: shangdong", "unknown-region"),
    "a telephone number cut off": Slip(K, "省妇联", "0791—88911639", "0791", "not-a-phone"),
    "a contact of an unknown body": Slip(K, "contacts:", "- body: 省残联", "- body: 省残连", "unknown-body"),
    "a body twice among the contacts": Slip(K, "contacts:", "- body: 省残联", "- body: 江西省妇联", "duplicate-body"),
    "an expiry that does not exist": Slip(K, "", "2022-12-31", "2022-12-32", "impossible-date"),
    "one name for two bodies": Slip(R, "jiangxi-science-association", "short: 省科协", "short: 省科技厅", "shared-name"),
    "a body without its kind": Slip(R, "- id: jiangxi-women", "    kind: mass\n", "", "missing", -5),
    "an id with an underscore": Slip(R, "", "- id: jiangxi-women", "- id: jiangxi_women", "not-an-id"),
}  # fmt: skip


def slipped(text: str, slip: Slip) -> tuple[str, int]:
    """The text with the slip in it, and the line in which it is to be told."""
    start = text.index(slip.old, text.index(slip.after))
    return text[:start] + slip.new + text[start + len(slip.old) :], text.count("\n", 0, start) + 1 + slip.below


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_in_a_real_file_is_told_at_its_line_and_nothing_else_is(slip: Slip, tmp_path: Path) -> None:
    root = shutil.copytree(DATA, tmp_path / "data")
    path = root / slip.file
    text, line = slipped(path.read_text("utf-8"), slip)
    path.write_text(text, "utf-8")
    assert b.codes_in(root) == [(slip.file, line, slip.code)]


def test_slips_in_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    root = shutil.copytree(DATA, tmp_path / "data")
    chosen = [
        "a misspelt time", "a number given twice", "a month where a day is needed", "a telephone number cut off",
        "a body without its kind",
    ]  # fmt: skip
    expected = []
    for slip in (SLIPS[name] for name in chosen):
        path = root / slip.file
        text, line = slipped(path.read_text("utf-8"), slip)
        path.write_text(text, "utf-8")
        expected.append((slip.file, line, slip.code))
    assert b.codes_in(root) == sorted(expected)
