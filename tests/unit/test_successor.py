"""``microsite new``: next year's plan from this one, with what is owed told by ``check`` and nothing overwritten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders as b
from microsite.cli import main, next_year
from microsite.core.problems import InvalidData
from microsite.loading import data_folder
from microsite.yamlfile import tree, yaml_parser
from microsite.yamlfile.tree import plain

REAL = Path(__file__).parents[2] / "data"
EDITION = next_year.Edition("yunling-2026", 2026, "yunling-2025", "2025")
NEW = "campaigns/yunling-2026.yml"


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)


def made(text: str) -> str:
    node = b.nodes(text, "data/campaigns/yunling-2025.yml")
    assert isinstance(node, tree.Mapping)
    return next_year.campaign(node, EDITION)


# --- what is copied ---------------------------------------------------------------------------


def test_a_small_plan_becomes_the_plan_of_the_next_year() -> None:
    text = b.a_campaign_yaml(activities=[b.an_activity_yaml(code="y2501", status="cancelled", links="[]")])
    assert made(text) == """\
# 2026 年的方案，由 yunling-2025 抄来：单位、结构、编号照旧，日期、数字、文号空着。
# “请填写”是今年要写的，“请核对”是照抄去年的；写好、看过以后删去注释。写完运行 make check。
# 发文机关、落款单位、分工和条目号也照抄去年，请与今年的通知逐项对照。
id: yunling-2026
# 草稿只在预览（make serve）里看得到；可以公布时删去下面这一行。
draft: true
region: yunling
year: 2026
# 请核对：去年是 2025年云岭省全民数字素养与技能提升月
name: 2026年云岭省全民数字素养与技能提升月
short_name: 提升月

theme:
  # 请填写：去年是 数字云岭 人人共享
  text: ""
colour: "#0b4f8a"
# 请核对：抄自去年，里面有数字或日期
summary: 六月起，云岭省为大家办数字技能活动。
aims: |
  帮助大家学数字知识，用数字服务。
# 请填写：去年是 2025年6月中旬至7月中旬
period: ""
period_source: 二

document:
  # 请填写：去年是 关于印发《2025年云岭省提升月工作方案》的通知
  title: ""
  # 请填写：去年是 2025年云岭省提升月工作方案
  plan_title: ""
  # 请填写：去年是 云网办字〔2025〕1号
  number: ""
  # 请填写：去年是 2025年5月20日
  signed: ""
  issuers:
    - 中共云岭省委网信办
    - 云岭省教育厅
    - 云岭省人力资源和社会保障厅
    - 云岭省妇联
  signatories:
    - 中共云岭省委网信办
    - 云岭省教育厅
    - 云岭省人力资源和社会保障厅
    - 云岭省妇联
  addressees:
    text: 各市网信办、教育局
    scope: 各市
    bodies:
      - 网信办
      - 教育局

hosting:
  source: 三
  relation: 联合举办
  hosts:
    - 省委网信办
    - 省教育厅
    - 省人社厅
    - 省妇联

phases:
  - id: implementation
    number: 1
    source: 二（一）
    name: 实施阶段
    # 请填写：去年是 2025年6月中旬至7月中旬
    when: ""
    summary: 各单位开展活动。

activities:
  - id: online-quiz
    number: 1
    source: 四（一）
    title: 举办数字知识网上竞答
    kind: quiz
    summary: 人人都可以上网答题。
    description: 竞答在网上进行，讲日常用得到的数字知识。
    # 请填写：去年是 6月中旬
    when: ""
    lead:
      - 省委网信办
    credit: 省委网信办牵头负责
    # 短地址要另起（写在 code），去年是 y2501
    # 请核对：去年的状态是 cancelled
    continues: yunling-2025/online-quiz
"""


def test_how_one_takes_part_is_to_be_confirmed_and_what_was_only_planned_is_forgotten() -> None:
    booking = "{phone: 0791-88880000, url: 'https://example.org/book', hours: 工作日}"
    activity = b.an_activity_yaml(cost="20元", capacity="200", booking=booking)
    text = made(b.a_campaign_yaml(("    name: 实施阶段\n", "    name: 实施阶段\n    tentative: true\n"), activities=[activity]))
    lines = text.splitlines()
    above = {line.strip(): lines[at - 1].strip() for at, line in enumerate(lines)}
    assert above["cost: 20元"] == above["capacity: 200"] == above["hours: 工作日"] == "# 请核对：抄自去年"
    assert above["phone: 0791-88880000"] == "# 请核实：去年的号码"
    assert "tentative" not in text


def test_a_time_that_has_no_date_in_it_recurs() -> None:
    text = made(b.a_campaign_yaml(activities=[b.an_activity_yaml(when="在提升月期间")]))
    assert "    # 请核对：照抄去年\n    when: 在提升月期间\n" in text


@pytest.mark.parametrize(("old", "year"), [("shandong-2024", "2025"), ("jiangxi-2022", "2023")])
def test_of_a_real_plan_only_what_is_owed_is_a_problem(old: str, year: str) -> None:
    shutil.copytree(REAL, "data")
    contacts = ["--contacts"] if old == "jiangxi-2022" else []
    assert main.main(["new", year, "--from", old, *contacts]) == 0
    with pytest.raises(InvalidData) as told:
        data_folder.folder(Path("data"), b.AS_OF, drafts="all")
    new = old.replace(old[-4:], year)
    assert {problem.code for problem in told.value.problems} == {"empty"}
    assert {Path(problem.mark.file).stem for problem in told.value.problems} == {new}
    lines = Path(f"data/campaigns/{new}.yml").read_text("utf-8").split("\n")
    for problem in told.value.problems:
        if "campaigns" in problem.mark.file:
            assert lines[problem.mark.line - 2].lstrip().startswith("# 请填写：去年是 ")


@pytest.mark.parametrize("old", ["shandong-2024", "jiangxi-2022"])
def test_of_a_real_plan_every_copied_value_is_as_it_was(old: str) -> None:
    node, problems = yaml_parser.parse((REAL / f"campaigns/{old}.yml").read_bytes(), "old.yml")
    assert isinstance(node, tree.Mapping)
    assert not problems
    edition = next_year.Edition("next-2030", 2030, old, old[-4:])
    after = plain(b.nodes(next_year.campaign(node, edition), "new.yml"))
    before = plain(node)
    for one, other in zip(before["activities"], after["activities"], strict=True):
        assert other.pop("continues") == f"{old}/{one['id']}"
        assert set(other) <= set(one)
        kept = {key for key in other if key not in ("when", "counts", "parts")}
        assert {key: other[key] for key in kept} == {key: one[key] for key in kept}


@given(st.text("数字一二：，。“”（）—　 \n#:-'\"[]{}|>&*!%@`,?~\\$=0a", min_size=1))
def test_whatever_an_editor_wrote_is_copied_letter_by_letter(words: str) -> None:
    mark = b.nodes("x: y", "a.yml").mark
    key, value = tree.Scalar(mark, "aims", quoted=False), tree.Scalar(mark, f"一\n{words}\n", quoted=True)
    text = next_year.campaign(tree.Mapping(mark, ((key, value),)), EDITION)
    assert plain(b.nodes(text, "b.yml")) == {"aims": f"一\n{words}\n"}


# --- contacts ---------------------------------------------------------------------------------


def test_contacts_come_without_names_and_only_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"))
    assert main.main(["new", "2026", "--from", "yunling-2025"]) == 0
    assert not Path("data/contacts/yunling-2026.yml").exists()
    Path(f"data/{NEW}").unlink()
    assert main.main(["new", "2026", "--from", "yunling-2025", "--contacts"]) == 0
    text = Path("data/contacts/yunling-2026.yml").read_text("utf-8")
    assert text.split("\n")[2:12] == [
        "campaign: yunling-2026",
        "# 请填写：去年是 2025-12-31",
        'people_until: ""',
        "source: 通知附件",
        "",
        "contacts:",
        "  - body: 省委网信办",
        "    # 请核实：去年的号码",
        "    phone: 0990—55501001",
        "",
    ]
    assert not [name for name in "林陈周吴" if name in text]
    assert capsys.readouterr().out.endswith(
        "写出 / written: data/contacts/yunling-2026.yml\n"
        "还要填写 10 处，运行 make check 一处一处看 / 10 values to fill in; make check lists them\n"
    )


# --- English ----------------------------------------------------------------------------------


def test_english_stays_with_the_texts_that_were_copied() -> None:
    b.a_data_folder(Path("data"))
    head = '# yunling-2025\nmsgid ""\nmsgstr ""\n"Project-Id-Version: yunling-2025 1\\n"\n'
    po = head + '\nmsgctxt "short_name"\nmsgid "提升月"\nmsgstr "Month"\n'
    b.write(Path("data"), "translations/en/yunling-2025.po", po)
    assert main.main(["new", "2026", "--from", "yunling-2025"]) == 0
    assert Path("data/translations/en/yunling-2026.po").read_text("utf-8") == po.replace("yunling-2025", "yunling-2026")


# --- what is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            ["2026", "--from", "yunlin-2025"],
            ("--from: 没有叫“yunlin-2025”的方案，是否为“yunling-2025”？可选：yunling-2025、yunling-2027 / "
            "there is no campaign “yunlin-2025”; did you mean “yunling-2025”? choose from yunling-2025, yunling-2027 [unknown-part]"),
        ),
        (
            ["2026", "--from", ""],
            ("--from: 没有叫“”的方案；可选：yunling-2025、yunling-2027 / "
            "there is no campaign “”; choose from yunling-2025, yunling-2027 [unknown-part]"),
        ),
        (["26", "--from", "yunling-2025"], "“26”不是年份；请写四位数字，如 2025 / “26” is not a year; write 2025"),
        (
            ["2025", "--from", "yunling-2025"],
            "yunling-2025 是 2025 年的，新方案要晚于这一年 / yunling-2025 is of 2025; the new plan has to be of a later year",
        ),
        (
            ["2027", "--from", "yunling-2025"],
            ("data/campaigns/yunling-2027.yml 已经存在，没有写任何文件 / "
            "data/campaigns/yunling-2027.yml already exists; nothing was written"),
        ),
        (
            ["2026", "--from", "yunling-2027", "--contacts"],
            "yunling-2027 没有联系人文件；请去掉 --contacts / yunling-2027 has no contacts; leave out --contacts",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence_and_nothing_is_written(
    asked: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    b.a_data_folder(Path("data"), campaigns__yunling_2027="id: yunling-2027\n")
    before = {path: path.read_bytes() for path in Path("data").rglob("*") if path.is_file()}
    assert main.main(["new", *asked]) == 1
    assert capsys.readouterr() == ("", f"{told}\n")
    assert {path: path.read_bytes() for path in Path("data").rglob("*") if path.is_file()} == before


def test_a_region_that_leads_out_of_the_folder_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    b.a_data_folder(Path("data"), campaigns__yunling_2025=b.a_campaign_yaml(("region: yunling", "region: ../../x")))
    assert main.main(["new", "2026", "--from", "yunling-2025"]) == 1
    assert capsys.readouterr().err == (
        "yunling-2025 的 region“../../x”不能做编号；请先改正"
        " / yunling-2025: the region “../../x” has to be corrected first\n"
    )


def test_a_plan_with_mistakes_is_copied_with_them() -> None:
    b.a_data_folder(Path("data"), campaigns__yunling_2025=b.a_campaign_yaml(("kind: quiz", "kind: quizz")))
    assert main.main(["new", "2026", "--from", "yunling-2025"]) == 0
    assert "    kind: quizz\n" in Path(f"data/{NEW}").read_text("utf-8")


def test_an_activity_that_was_a_draft_is_one_again() -> None:
    """Who publishes the new plan by deleting its first draft: true publishes no activity that nobody decided on."""
    again = made(b.a_campaign_yaml(activities=[b.an_activity_yaml(), b.an_activity_yaml(id="second", number="2", draft="true")]))
    first, second = again.partition("activities:")[2].split("- id: ")[1:]
    assert ("draft: true" in first, "draft: true" in second) == (False, True)
