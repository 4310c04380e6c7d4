"""Drafts are in the preview and nowhere else: not a byte of one is in the site, and no count knows of it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

import builders as b
import building
import publishing
import small_repository
from microsite.build import build, incremental
from microsite.checks import drafts
from microsite.cli import main
from microsite.core.problems import Problem
from microsite.core.settings import Settings
from microsite.loading import data_folder
from microsite.model.activity import Activity
from microsite.model.campaign import Plan
from microsite.model.fields import by_key
from microsite.yamlfile import yaml_parser

ROOT = Path(__file__).parent.parent
SETTINGS = Settings(site_name="提升月", site_url="https://www.example.gov.cn/x/", as_of=b.AS_OF)
CANARY = "金丝雀"
GROUPS = "groups: [{id: extra, name: 其他板块}]\n"
SIGNS = (CANARY, "canary", "Canary", "99887766", "kanari")
"""What stands in every field of a draft, in one of these ways."""

UPDATE = "{on: 2025-05-30, text: 金丝雀更新, draft: true}"
RESULTS = "{on: 2025-05-31, text: 金丝雀结果, draft: true}"
FULL = {
    "id": "canary-quiz", "draft": "true", "number": "3", "source": "金丝雀（一）", "title": "金丝雀标题",
    "title_printed": "金丝雀 标题", "code": "kanari", "formerly": "[canary-old]", "status": "postponed",
    "kind": "competition", "summary": "金丝雀一句话。", "description": "金丝雀[详细](https://canary.example.org/)。",
    "when": "6月下旬", "phase": "implementation", "occasions": "[金丝雀节]", "lead": "[省妇联]",
    "support": "[省人社厅]", "guide": "[省教育厅]", "host": "[省教育厅]", "organise": "[省教育厅]",
    "co_organise": "[省教育厅]", "assist": "[省教育厅]", "back": "[省教育厅]",
    "credit": "金丝雀负责", "audiences": "[women]", "audience_printed": "金丝雀们",
    "form": "both", "open_to_public": "true", "joining": "金丝雀参加", "parts_open": "true",
    "parts": "[{id: canary-part, name: 金丝雀赛, when: 6月25日, summary: 金丝雀, note: 金丝雀}]",
    "platforms": "[{name: 金丝雀平台, url: 'https://canary.example.org/'}]", "venues": "[金丝雀馆]",
    "places": "[金丝雀地]", "services": "[金丝雀服务]", "topics": "[金丝雀内容]", "reach": "[金丝雀村]",
    "materials": "[金丝雀资料]", "awards": "[金丝雀奖]", "counts": "[{what: 金丝雀, number: 99887766, unit: 只}]",
    "short_title": "金丝雀标题", "group": "extra", "deadlines": "[{who: 金丝雀队, what: 交金丝雀, due: 6月24日17:00前}]",
    "booking": "{needed: true, url: 'https://canary.example.org/book', hours: 金丝雀时段, until: 6月23日}", "cost": "金丝雀元",
    "capacity": "99887", "capacity_note": "金丝雀户", "languages": "[yue]", "access": "[braille]",
    "corrections": "[{printed: 金丝鸟, means: 金丝雀, note: 金丝雀之误}]",
    "attachments": "[{file: kanari/canary.pdf, title: 金丝雀附件}]",
    "links": "[{kind: entry, title: 金丝雀入口, url: 'https://canary.example.org/in'}]",
    "sessions": "[{when: '6月21日9:30', place: 金丝雀楼, address: 金丝雀路, note: 金丝雀}]",
    "updates": "[{on: 2025-05-30, text: 金丝雀更新}]", "continues": "yunling-2025/online-quiz",
    "results": "{on: 2025-05-31, text: 金丝雀, figures: [{what: 金丝雀, measure: participants, number: 99887766, "
    "unit: 只, definition: 金丝雀, source: 金丝雀}]}",
}  # fmt: skip
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "activities/canary-quiz/title"
msgid "金丝雀标题"
msgstr "Canary title"

msgctxt "activities/canary-quiz/short_title"
msgid "金丝雀标题"
msgstr "Canary title"
"""


def draft_activity(**changes: str | None) -> str:
    return b.an_activity_yaml(**{**dict.fromkeys(("when", "lead")), **FULL, **changes})


def next_edition(*edits: b.Edit) -> str:
    """A whole edition that is a draft; every text that may be anything is a canary."""
    text = b.a_campaign_yaml(activities=[draft_activity(draft=None, code="kanarib")])
    for old, new in (
        ("id: yunling-2025\n", "id: yunling-2026\ndraft: true\nformerly: [canary-2026]\n"), ("year: 2025", "year: 2026"),
        ("name: 2025年云岭省全民数字素养与技能提升月", "name: 金丝雀月"), ("short_name: 提升月", "short_name: 金丝雀"),
        ("数字云岭 人人共享", "金丝雀主题"), ("六月起，云岭省为大家办数字技能活动。", "金丝雀一句话。"),
        ("帮助大家学数字知识，用数字服务。", "金丝雀目标。"), ("云网办字〔2025〕1号", "金丝雀〔2026〕1号"), ("#0b4f8a", "#112233"),
        *edits,
    ):  # fmt: skip
        text = b.edited(text, (old, new))
    return text.replace("2025年", "2026年").replace("2025-05-3", "2026-05-3") + GROUPS


def folder(root: Path, with_drafts: bool) -> Path:
    """A small data folder, without or with a draft of every kind."""
    if not with_drafts:
        return b.a_data_folder(root, campaigns__yunling_2025=b.a_campaign_yaml() + GROUPS)
    listed = [
        b.an_activity_yaml(updates=f"[{UPDATE}]", results=RESULTS),
        b.an_activity_yaml(**{**b._SECOND, "continues": "yunling-2026/canary-quiz"}),
        draft_activity(),
    ]
    contacts = b.contacts_yaml(("phone: 0990—55501001", f"phone: 0990—55501001\n    updates: [{UPDATE}]"))
    b.write(root, "translations/en/yunling-2025.po", PO)
    b.write(root, "translations/en/yunling-2026.po", PO)
    return b.a_data_folder(
        root,
        campaigns__yunling_2025=b.a_campaign_yaml(activities=listed) + GROUPS + f"updates: [{UPDATE}]\n",
        campaigns__yunling_2026=next_edition(),
        contacts__yunling_2025=contacts,
        contacts__yunling_2026=b.contacts_yaml(("yunling-2025", "yunling-2026"), ("林 一", "金丝雀"), ("55501004", "99887766")),
    )


def place(root: Path, with_drafts: bool) -> Path:
    """A whole project around it."""
    folder(root / "data", with_drafts)
    b.write(root, "docs/index.md", "# 欢迎\n")
    b.write(root, "docs/files/kanari/canary.pdf", "x")
    (root / "overrides").symlink_to(ROOT / "overrides")
    return root


def made(root: Path, serving: bool = False) -> dict[str, bytes]:
    one = build.Build(root, SETTINGS, root / "site", processes=1, memory=build.Memory() if serving else None)
    one.begin()
    try:
        one.join()
    finally:
        one.finish()
    return building.contents(root / "site")


def problems(root: Path) -> list[Problem]:
    return list(b.problems_in(root))


# --- the site ---------------------------------------------------------------------------------


def test_the_full_draft_really_has_every_field() -> None:
    assert set(FULL) == set(by_key(Activity))


def test_a_site_with_drafts_is_byte_for_byte_the_site_without_them(tmp_path: Path) -> None:
    bare, full = (made(place(tmp_path / name, name == "full")) for name in ("bare", "full"))
    assert {path for path in bare.keys() | full.keys() if bare.get(path) != full.get(path)} == set()
    assert [path for path, content in full.items() for sign in SIGNS if sign.encode() in content or sign in path] == []


def test_the_preview_shows_every_draft_and_marks_it(tmp_path: Path) -> None:
    files = {path: content.decode() for path, content in made(place(tmp_path, True), True).items() if path[-4:] == "html"}
    notice = '<strong class="ms-banner__label">草稿</strong>'
    marked = {path for path, page in files.items() if notice in page and not path.startswith("en/")}
    assert {path for path in marked if "yunling-2025" in path} == {"yunling-2025/canary-quiz/index.html"}
    assert {path.removeprefix("yunling-2026/").removesuffix("index.html") for path in marked if "yunling-2026" in path} >= {
        "", "activities/", "timeline/", "plan/", "contacts/", "canary-quiz/",
    }  # fmt: skip
    assert '<strong class="ms-banner__label">Draft</strong>' in files["en/yunling-2025/canary-quiz/index.html"]
    assert "[Draft] Canary title" in files["en/yunling-2025/activities/index.html"]
    for page in ("yunling-2025/activities/", "yunling-2025/timeline/", "yunling-2025/", "organisations/yunling-women/"):
        assert "〔草稿〕金丝雀标题" in files[f"{page}index.html"], page
    assert "〔草稿〕金丝雀月" in files["index.html"]
    assert files["yunling-2025/online-quiz/index.html"].count("〔草稿〕") == 3
    # The update, the results, the newer edition and the activity that continues this one.
    bare = [
        (path, line)
        for path, page in files.items()
        if not path.startswith(("yunling-2026/", "en/", "a/"))
        for line in page.split("\n")
        if "金丝雀标题" in line.replace("〔草稿〕金丝雀标题", "") and path != "yunling-2025/canary-quiz/index.html"
    ]
    assert bare == []


def hosted(root: Path, serving: bool = False) -> set[str]:
    """The files of docs/files that a build publishes whose host copies all of them."""
    one = build.Build(root, SETTINGS, root / "site", processes=1, memory=build.Memory() if serving else None)
    one.host = incremental.Sources((root / "docs",))
    folder = one.begin()
    try:
        if not one.keeps_host():
            shutil.copytree(root / "docs/files", folder / "files")
        one.join()
    finally:
        one.finish()
    return {path for path in building.contents(root / "site") if path.startswith("files/")}


def test_a_file_that_only_drafts_offer_is_withheld_until_one_is_published(tmp_path: Path) -> None:
    root = place(tmp_path, True)
    b.write(root, "docs/files/other.pdf", "x")
    assert hosted(root) == {"files/other.pdf"}
    assert hosted(root) == {"files/other.pdf"}
    file = root / "data/campaigns/yunling-2025.yml"
    before = file.read_text("utf-8")
    file.write_text(before.replace("\n    draft: true\n", "\n"), "utf-8")
    assert hosted(root) == {"files/other.pdf", "files/kanari/canary.pdf"}
    file.write_text(before, "utf-8")
    assert hosted(root) == {"files/other.pdf"}
    assert hosted(root, serving=True) == {"files/other.pdf", "files/kanari/canary.pdf"}


def test_a_file_of_a_draft_that_has_empty_places_is_withheld_and_not_recorded(tmp_path: Path) -> None:
    root = place(tmp_path, True)
    edition = root / "data/campaigns/yunling-2026.yml"
    edition.write_text(edition.read_text("utf-8").replace("title: 金丝雀标题", 'title: ""').replace("canary.pdf", "empty.pdf"), "utf-8")
    b.write(root, "docs/files/kanari/empty.pdf", "x")
    assert hosted(root) == set()
    assert main.main(["--data", str(root / "data"), "release"]) == 0
    assert "kanari" not in (root / "data/published-urls.txt").read_text("utf-8")


def test_what_a_preview_kept_is_never_taken_for_the_site(tmp_path: Path) -> None:
    root = place(tmp_path / "one", True)
    assert "yunling-2025/canary-quiz/index.html" in made(root, serving=True)
    assert made(root) == made(place(tmp_path / "other", False))
    assert "yunling-2025/canary-quiz/index.html" in made(root, serving=True)


def test_a_draft_that_is_published_appears(tmp_path: Path) -> None:
    root = place(tmp_path, True)
    made(root)
    file = root / "data/campaigns/yunling-2025.yml"
    file.write_text(file.read_text("utf-8").replace("\n    draft: true\n", "\n"), "utf-8")
    assert "〔草稿〕" not in made(root)["yunling-2025/canary-quiz/index.html"].decode()


def test_a_build_by_mkdocs_has_no_draft(tmp_path: Path) -> None:
    root = small_repository.cut(building.copy_of_repository(tmp_path / "repository"))
    text = b.a_campaign_yaml(("id: yunling-2025\n", "id: yunling-2025\ndraft: true\n"), ("提升月\ntheme", "金丝雀\ntheme"))
    b.a_data_folder(root / "data", campaigns__yunling_2025=text)
    jiangxi = root / "data/campaigns/jiangxi-2022.yml"
    jiangxi.write_text(b.edited(jiangxi.read_text("utf-8"), ("  - id: older-people\n", "  - id: older-people\n    draft: true\n")), "utf-8")
    shutil.rmtree(root / "data/translations/en", ignore_errors=True)
    (root / "data/published-urls.txt").unlink()
    building.succeed(root)
    site = building.contents(root / "site")
    assert [path for path in site if "preview/" in path] == []
    hidden = ("金丝雀", "云岭", "yunling", "jiangxi-2022/older-people")
    assert [path for path, content in site.items() for each in hidden if each.encode() in content or each in path] == []


# --- what points to a draft -------------------------------------------------------------------


def test_a_region_with_nothing_but_drafts_is_hidden_with_its_bodies(tmp_path: Path) -> None:
    text = b.a_campaign_yaml(("id: yunling-2025\n", "id: yunling-2025\ndraft: true\n"))
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=text)
    assert data_folder.folder(root, b.AS_OF).plan.regions == {}
    b.write(root, "published-urls.txt", "organisations/yunling-women/\torganisation yunling-women\n")
    assert list(data_folder.folder(root, b.AS_OF).plan.regions) == ["yunling"]


def test_what_continues_a_draft_does_not_say_so_before_it_is_public(tmp_path: Path) -> None:
    root = folder(tmp_path, True)
    found = [a.continues for a in data_folder.folder(root, b.AS_OF).plan.campaigns[0].activities]
    assert found == [None, None]
    shown = data_folder.folder(root, b.AS_OF, drafts="all").plan.campaigns[1].activities
    assert [a.continues for a in shown] == [None, "yunling-2026/canary-quiz", "yunling-2025/online-quiz"]


# --- mistakes ---------------------------------------------------------------------------------


def test_drafts_are_checked_like_everything_else(tmp_path: Path) -> None:
    root = b.a_data_folder(
        tmp_path,
        campaigns__yunling_2025=b.a_campaign_yaml(activities=[b.an_activity_yaml(), draft_activity(lead="[省女联]", group=None)]),
        campaigns__yunling_2026=next_edition(("kind: competition", "kind: competitio")),
    )
    assert [(code, file) for file, _, code in b.codes_in(root)] == [
        ("unknown-body", "campaigns/yunling-2025.yml"),
        ("not-offered", "campaigns/yunling-2026.yml"),
    ]


def test_empty_places_of_a_draft_edition_are_notes_and_stop_nothing(tmp_path: Path) -> None:
    root = b.a_data_folder(
        tmp_path,
        campaigns__yunling_2026=next_edition(("summary: 金丝雀一句话。\naims", 'summary: ""\naims')),
        contacts__yunling_2026=b.contacts_yaml(("yunling-2025", "yunling-2026"), ("people_until: 2025-12-31\n", "")),
    )
    data = data_folder.folder(root, b.AS_OF)
    assert [campaign.id for campaign in data.plan.campaigns] == ["yunling-2025"]
    assert [(note.code, note.zh) for note in data.notes] == [
        ("owed-in-draft", "草稿：summary：这里是空的；请填写内容，或删去这一行"),
        ("owed-in-draft", "草稿：people_until：缺少“people_until”（联系人姓名公布至）；请补上"),
    ]
    told = b.a_data_folder(tmp_path / "public", campaigns__yunling_2025=b.a_campaign_yaml(("year: 2025\n", "")))
    assert [problem.code for problem in problems(told)] == ["missing"]


def test_a_place_that_is_not_registered_yet_is_owed_in_a_draft_edition_and_stops_nothing(tmp_path: Path) -> None:
    """An imported session names a place as the notice prints it; registering it is the editor's work."""
    plan = next_edition(("place: 金丝雀楼, address: 金丝雀路", "place: 新馆"))
    root = b.a_data_folder(tmp_path, campaigns__yunling_2026=plan)
    b.write(root, "places/yunling.yml", "region: yunling\nvenues: []\nareas: [{id: qingxi, name: 清溪市}]\n")
    data = data_folder.folder(root, b.AS_OF)
    assert [(note.code, note.zh) for note in data.notes] == [
        (
            "owed-in-draft",
            "草稿：activities[0].sessions[0].place：没有登记叫“新馆”的地点；请登记到 data/places，或者在这里写明 area（市县）",
        )
    ]


def test_a_draft_that_is_not_finished_keeps_nobody_from_translating_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = b.a_data_folder(tmp_path, campaigns__yunling_2026=next_edition(("summary: 金丝雀一句话。\naims", 'summary: ""\naims')))
    assert main.main(["--data", str(root), "translations", "update"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "有草稿没有写完，它的译文先不更新 / a draft is not finished; it is left out for now"
    assert [line.split("/")[-2].split(":")[0].strip() for line in said[1:]] == ["yunling-2025.po", "yunling.po"]


def test_an_edition_of_nothing_but_drafts_is_a_draft_itself(tmp_path: Path) -> None:
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(activities=[draft_activity(continues=None, group=None)]))
    assert [str(problem) for problem in problems(root)] == [
        ("data/campaigns/yunling-2025.yml:47:12: activities[0].draft: 所有活动都是草稿，方案公布出来是空的；"
        "请在方案最上面写 draft: true，或者至少公开一项活动 / every activity is a draft, so the plan would be published "
        "empty; write draft: true at the top of the plan, or make at least one activity public")
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("yunling-2025/canary-quiz/\tactivity yunling-2025/canary-quiz",
         ("data/campaigns/yunling-2025.yml:66:5: activities[2].draft: 活动“canary-quiz”公布过，不能再作草稿；请删去 "
         "draft: true，或者把它从 activities 里删去，在 withdrawn 里写明 id: canary-quiz 和标题、日期、原因")),
        ("yunling-2025/canary-old/\tactivity yunling-2025/canary-old",
         ("data/campaigns/yunling-2025.yml:66:5: activities[2].draft: 活动“canary-quiz”公布过，不能再作草稿；请删去 "
         "draft: true，或者把它从 activities 里删去，在 withdrawn 里写明 id: canary-quiz 和标题、日期、原因")),
        ("yunling-2026/\tcampaign yunling-2026",
         ("data/campaigns/yunling-2026.yml:1:1: draft: 方案“yunling-2026”公布过，不能再作草稿；请删去 draft: true，"
         "要停的活动逐项写在 withdrawn 里")),
        ("yunling-2025/online-quiz/#change-2025-05-30\tchange yunling-2025/online-quiz/2025-05-30",
         ("data/campaigns/yunling-2025.yml:37:5: activities[0].updates: 2025-05-30 的更新公布过，不能再作草稿；"
         "请删去 draft: true，有错就再添一条更正")),
    ],
)  # fmt: skip
def test_what_was_published_can_be_no_draft_any_more(line: str, said: str, tmp_path: Path) -> None:
    root = folder(tmp_path, True)
    b.write(root, "published-urls.txt", f"{line}\n")
    assert [str(problem).partition(" / ")[0] for problem in problems(root)] == [said]


# --- the commands -----------------------------------------------------------------------------


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)
    return folder(tmp_path / "data", True)


def test_a_release_gives_a_draft_no_address(here: Path, tmp_path: Path) -> None:
    assert main.main(["release"]) == 0
    bare = b.a_data_folder(tmp_path / "bare" / "data")
    assert main.main(["--data", str(bare), "release"]) == 0
    assert (here / "published-urls.txt").read_text("utf-8") == (bare / "published-urls.txt").read_text("utf-8")


def test_the_check_says_how_many_drafts_there_are(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["check"]) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        ("草稿（只在预览里）：1 个方案、1 项活动、3 条更新、1 份结果"
        " / drafts (in the preview only): edition 1, activity 1, updates 3, results 1"),
        "没有错误：1 个方案，2 项活动 / no problems",
    ]


def test_without_drafts_nothing_is_said_of_them() -> None:
    draft, _ = yaml_parser.parse(b"draft: true\n", "a.yml")
    assert drafts.counted(Plan({}, ()), [None]) == ""
    assert drafts.counted(Plan({}, ()), [draft, draft]).endswith("drafts (in the preview only): editions 2")


def test_the_english_of_a_draft_is_kept_when_translations_are_brought_up_to_date(here: Path) -> None:
    assert main.main(["translations", "update"]) == 0
    assert 'msgstr "Canary title"' in (here / "translations/en/yunling-2025.po").read_text("utf-8")


def test_status_shows_drafts(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["status"]) == 0
    rows = [line.split()[:4] for line in capsys.readouterr().out.splitlines()[2:4]]
    assert rows == [["yunling-2025", "3", "1", "0"], ["yunling-2026", "1", "全部", "all"]]


def test_the_public_plan_of_real_data_without_drafts_is_the_plan_itself() -> None:
    plan = publishing.real_data(date(2023, 1, 1)).plan
    assert drafts.without(plan) == plan
