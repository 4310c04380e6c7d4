"""What the manual says is what the program does: every example is loaded, every code has its section."""

from __future__ import annotations

import ast
import dataclasses
import json
import re
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import markdown
import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

from microsite.checks import personal_data
from microsite.core import government, settings
from microsite.core.dates import english, phrases
from microsite.core.problems import InvalidData, Problem
from microsite.loading import data_folder, reference
from microsite.model import choices
from microsite.model.activity import Activity
from microsite.model.campaign import Campaign
from microsite.model.fields import by_key
from microsite.yamlfile.messages import CODES

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "manual"
CODE = ROOT / "hooks" / "microsite"
CHINESE = sorted(page for page in MANUAL.glob("*.md") if not page.name.endswith(".en.md"))
HAND_WRITTEN = sorted(page for page in (ROOT / "docs").rglob("*.md") if not page.name.endswith(".en.md"))
BOTH = [page for chinese in CHINESE for page in (chinese, chinese.with_suffix(".en.md"))]
AS_OF = date(2025, 1, 1)

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,6}) .*?(?:\{ ?#([^} ]+) ?\})?$", re.MULTILINE)
_KEY = re.compile(r"^([a-z_]+) ?[:：]", re.MULTILINE)


# --- the examples of a page -------------------------------------------------------------------


@dataclass(frozen=True)
class Block:
    """An example: ``kind`` and ``code`` are the words of its first line, ``text`` what follows it."""

    page: str
    line: int
    kind: str
    code: str
    text: str


def fences(page: Path, language: str) -> Iterator[tuple[int, str]]:
    """Line and text of every example in one language."""
    text = page.read_text("utf-8")
    for fence in _FENCE.finditer(text):
        if fence[1] == language:
            yield text.count("\n", 0, fence.start()) + 1, fence[2]


def blocks(page: Path) -> Iterator[Block]:
    for line, text in fences(page, "yaml"):
        title, _, body = text.partition("\n")
        kind, _, code = title.removeprefix("# ").partition(": ")
        yield Block(page.name, line, kind, code, body)


def parts_of(name: str) -> list[Path]:
    """The pages to which the list of contents on a page leads: of format.md all format-….md in its language."""
    stem, _, ending = name.partition(".")
    return [page for page in sorted(MANUAL.glob(f"{stem}-*.{ending}")) if page.name.count(".") == name.count(".")]


def first(kind: str) -> str:
    return next(block.text for page in parts_of("format.md") for block in blocks(page) if block.kind == kind)


ALL_BLOCKS = [block for page in BOTH for block in blocks(page)]
RIGHT_BLOCKS = [block for block in ALL_BLOCKS if block.kind not in ("wrong", "step")]
WRONG_BLOCKS = [block for block in ALL_BLOCKS if block.kind == "wrong"]
REGISTER, CAMPAIGN, CONTACTS = first("register"), first("campaign"), first("contacts")


def named(block: Block) -> str:
    return f"{block.page}:{block.line}"


# --- a small data folder around an example ----------------------------------------------------


def entries(text: str) -> dict[str, str]:
    """The lines of a mapping by their key."""
    parts = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)
    return {part.split(":")[0]: part for part in parts if part.strip()}


def merged(base: str, fragment: str) -> tuple[str, int]:
    """The base with a fragment in the place of its own keys, and the line where the fragment begins."""
    typed = _KEY.findall(fragment)
    kept = "".join(text for key, text in entries(base).items() if key not in typed)
    return kept + fragment, kept.count("\n") + 1


def activity_of(campaign: str) -> str:
    """The only activity of the small campaign, as a mapping."""
    item = entries(campaign)["activities"].partition("\n")[2]
    return textwrap.dedent(item.replace("  - ", "    ", 1))


def with_activity(activity: str) -> tuple[str, int]:
    """The small campaign with another activity, and the line where it begins."""
    head = merged(CAMPAIGN, "activities:\n")[0]
    return head + "  - " + textwrap.indent(activity, "    ")[4:], head.count("\n") + 1


def with_fragment(fragment: str) -> tuple[str, str, int]:
    """File, text and first line of the record that a fragment belongs to, told by its keys."""
    typed = set(_KEY.findall(fragment))
    if "organisations" in typed:
        return "organisations/demo.yml", *merged(REGISTER, fragment)
    if "contacts" in typed:
        return "contacts/demo-2025.yml", *merged(CONTACTS, fragment)
    if not typed or typed - set(by_key(Activity)) & set(by_key(Campaign)):
        return "campaigns/demo-2025.yml", *merged(CAMPAIGN, fragment)
    activity, line = merged(activity_of(CAMPAIGN), fragment)
    text, begin = with_activity(activity)
    return "campaigns/demo-2025.yml", text, begin + line - 1


def problems_of(folder: Path, changed: dict[str, str]) -> tuple[Problem, ...]:
    """What is wrong with the small data folder when some of its files are others."""
    files = {"organisations/demo.yml": REGISTER, "campaigns/demo-2025.yml": CAMPAIGN, **changed}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    try:
        data_folder.folder(folder, AS_OF)
    except InvalidData as invalid:
        return invalid.problems
    return ()


def whole_file(block: Block) -> dict[str, str]:
    """The files that an example of a whole file changes."""
    match block.kind:
        case "register":
            return {"organisations/demo.yml": block.text}
        case "campaign":
            return {f"campaigns/{entries(block.text)['id'][4:].strip()}.yml": block.text}
        case "contacts":
            return {"contacts/demo-2025.yml": block.text}
        case "places":
            return {"places/demo.yml": block.text}
        case "synonyms":
            return {"synonyms.yml": block.text}
        case "activity":
            return {"campaigns/demo-2025.yml": with_activity(block.text)[0]}
    file, text, _ = with_fragment(block.text)
    return {file: text}


# --- examples ---------------------------------------------------------------------------------


def test_every_example_says_what_it_is() -> None:
    kinds = {"campaign", "activity", "register", "contacts", "places", "synonyms", "when", "right", "wrong", "step"}
    assert {named(block): block.kind for block in ALL_BLOCKS if block.kind not in kinds} == {}
    assert kinds == {block.kind for block in ALL_BLOCKS}


@pytest.mark.parametrize("block", [b for b in RIGHT_BLOCKS if b.kind != "when"], ids=named)
def test_a_right_example_can_be_copied_as_it_stands(block: Block, tmp_path: Path) -> None:
    assert problems_of(tmp_path, whole_file(block)) == ()


@pytest.mark.parametrize("block", [b for b in RIGHT_BLOCKS if b.kind == "when"], ids=named)
def test_every_time_of_an_example_can_be_read(block: Block, tmp_path: Path) -> None:
    for number, when in enumerate(yaml.load(block.text, yaml.BaseLoader).values()):  # noqa: S506 - text only
        _, text, _ = with_fragment(f"when: {json.dumps(when, ensure_ascii=False)}\n")
        assert problems_of(tmp_path / str(number), {"campaigns/demo-2025.yml": text}) == ()


@pytest.mark.parametrize("block", WRONG_BLOCKS, ids=named)
def test_a_wrong_example_gives_the_problem_it_is_named_after(block: Block, tmp_path: Path) -> None:
    file, text, line = with_fragment(block.text)
    found = problems_of(tmp_path, {file: text})
    assert {(problem.code, problem.mark.file) for problem in found} == {(block.code, f"data/{file}")}
    assert line <= found[0].mark.line <= line + block.text.count("\n")


@pytest.mark.parametrize("page", CHINESE, ids=lambda page: page.name)
def test_both_languages_show_the_same_examples(page: Path) -> None:
    english = page.with_suffix(".en.md")
    assert [b.kind + b.code + b.text for b in blocks(page)] == [
        b.kind + b.code + b.text for b in blocks(english)
    ]


# --- the exercise of the first day ------------------------------------------------------------


def data_file(folder: Path, place: str) -> Path:
    kept = "contacts" if place == "contacts" else "campaigns"
    return folder / kept / "jiangxi-2022.yml"


def end_of(text: str, begin: int, beginning: str) -> int:
    """Where the next line with such a beginning stands, before the empty lines and comments above it."""
    found = re.compile(rf"(?:^(?: *#.*)?\n)*^{beginning}", re.MULTILINE).search(text, begin)
    return found.start() if found else len(text)


def of_the_activity(step: Block) -> Block:
    """The mistake of the exercise is made in the first activity, with the spaces that stand there."""
    if step.kind != "wrong":
        return step
    return dataclasses.replace(step, code="open-courses", text=textwrap.indent(step.text, "    "))


def do(step: Block, folder: Path) -> None:
    """Add or replace what the box shows: an item of a list, or a key of the activity that it names."""
    file = data_file(folder, step.code)
    text = file.read_text("utf-8")
    if step.code in ("activities", "contacts"):
        end = end_of(text, text.index(f"\n{step.code}:\n") + len(step.code) + 3, "[a-z]")
        file.write_text(text[:end] + step.text + text[end:], "utf-8")
        return
    begin = text.index(f"  - id: {step.code}\n")
    begin, end = text.index("\n", begin) + 1, end_of(text, begin + 3, "(?:  - |[a-z])")
    old, key = text[begin:end], step.text.split(":")[0].strip()
    standing = re.search(rf"^    {key}:.*\n", old, re.MULTILINE)
    new = old.replace(standing[0], step.text) if standing else old + step.text
    file.write_text(text[:begin] + new + text[end:], "utf-8")


def told(folder: Path) -> list[str]:
    try:
        data_folder.folder(folder, AS_OF)
    except InvalidData as invalid:
        return [f"{problem} [{problem.code}]" for problem in invalid.problems]
    return []


@pytest.mark.parametrize("name", ["first-day.md", "first-day.en.md"])
def test_the_exercise_of_the_first_day_can_be_done_as_it_stands(name: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    shown = [text.strip() for _, text in fences(MANUAL / name, "text")]
    messages = []
    for step in blocks(MANUAL / name):
        do(of_the_activity(step), folder)
        messages += told(folder)
    assert messages == shown
    added = yaml.load(data_file(folder, "activities").read_text("utf-8"), yaml.BaseLoader)["activities"][-1]  # noqa: S506 - text only
    assert (added["id"], added["when"]["means"], added["corrections"][0]["means"]) == (
        "digital-reading",
        "7月至9月",
        "智能手机",
    )


# --- the reference of the format --------------------------------------------------------------


def section(pages: list[Path], anchor: str) -> str:
    """What stands between a heading and the next one."""
    text = "\n".join(page.read_text("utf-8") for page in pages)
    found = re.search(rf"^#+ .*\{{#{anchor}\}}\n(.*?)(?=^#+ .*\{{#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found is not None, anchor
    return found[1]


def rows(text: str) -> list[list[str]]:
    """Cells of the body rows of the tables in a section."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    return [row for row in cells[2:] if row]


@pytest.mark.parametrize("page", ["format.md", "format.en.md"])
def test_every_record_and_every_choice_has_its_table_in_its_own_section(page: str) -> None:
    """The tables are made from the declarations of the fields when the manual is built."""
    fields = [
        anchor
        for anchor in reference.records()
        if f"<!-- fields: {anchor} -->" in section(parts_of(page), anchor)
    ]
    listed = [
        name
        for name in choices.CHOICES
        if f"<!-- choices: {name} -->" in section(parts_of(page), f"choices-{name}")
    ]
    assert (fields, listed) == (list(reference.records()), list(choices.CHOICES))
    asked = [name for part in parts_of(page) for name in re.findall("^<!-- fields: ([a-z-]+) -->$", part.read_text("utf-8"), re.MULTILINE)]
    assert sorted(asked) == sorted(reference.records())


def test_a_table_of_fields_says_in_each_language_what_is_required_and_what_it_means() -> None:
    marker = "前\n\n<!-- fields: theme -->\n\n后"
    assert reference.filled(marker, "zh") == (
        "前\n\n| 键 | 必填 | 含义 | 例子 |\n|:--|:--|:--|:--|\n| `text` | 必填 | 网站统一用的写法 | `数字赋能 全民共享` |\n"
        "| `printed` | 可不写 | 原文里出现过的各种写法 | `[数字赋能 全民共享]` |\n\n后"
    )
    assert "见[文件](#document)" in reference.filled("# 文件 {#document}\n\n<!-- fields: campaign -->", "zh")
    assert "见[文件](format.md#document)" in reference.filled("<!-- fields: campaign -->", "zh")
    assert "| `both` | On site |" not in reference.filled("<!-- choices: form -->", "en")
    assert "| `onsite` | On site |" in reference.filled("<!-- choices: form -->", "en")


@pytest.mark.parametrize("table", ["date-forms", "hour-forms", "english-forms"])
@pytest.mark.parametrize("name", ["format.md", "format.en.md"])
def test_every_listed_form_of_a_time_means_what_the_table_says(name: str, table: str) -> None:
    window = phrases.parse("2024年6月中旬至7月中旬")
    parse = english.parse if table == "english-forms" else phrases.parse
    listed = rows(section(parts_of(name), table))
    assert len(listed) > 15
    for written, earliest, latest, _ in listed:
        for form in re.findall(r"`([^`]+)`", written):
            time = parse(form, year=2024, window=window)
            assert (form, str(time.earliest or "—"), str(time.latest or "—")) == (form, earliest, latest)


@pytest.mark.parametrize("name", ["publish.md", "publish.en.md"])
def test_every_setting_is_listed(name: str) -> None:
    listed = {
        at: [row[0].strip("| `") for row in rows(section([MANUAL / name], at))]
        for at in ("settings", "government")
    }
    named = [each.name for each in dataclasses.fields(government.Government)]
    assert {at: sorted(keys) for at, keys in listed.items()} == {
        "settings": sorted(settings._OURS),
        "government": sorted(named),
    }


# --- problems and notes -----------------------------------------------------------------------

_CODED = {
    "Problem": 2, "Note": 1, "RefusalError": 3, "DateError": 0, "Mistake": 0, "MistakeBeside": 0, "__init__": 0, "tell": 2,
    "wrong_value": 0, "wrong": 1, "remark": 1, "_of_a_time": 1, "_note_of": 2,
}  # fmt: skip
"""Where the code stands among the arguments of what tells a problem."""


def codes_in(tree: ast.Module) -> Iterator[str]:
    """Every code that a module can tell."""
    for node in ast.walk(tree):
        called = (
            getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        )
        if isinstance(node, ast.Call) and called in _CODED:
            given = [*node.args, *(word.value for word in node.keywords if word.arg == "code")]
            yield from constant(given[_CODED[called]]) if len(given) > _CODED[called] else ()
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_twins":
            yield from (f"duplicate-{key}" for key in constant(node.args[1]))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_unlisted":
            yield from (f"unknown-{key}" for key in constant(node.args[1]))
        elif isinstance(node, ast.FunctionDef) and _gives_code_and_words(node):
            returned = (each.value for each in ast.walk(node) if isinstance(each, ast.Return))
            yield from (
                code for each in returned if isinstance(each, ast.Tuple) for code in constant(each.elts[0])
            )


def _gives_code_and_words(function: ast.FunctionDef) -> bool:
    return function.returns is not None and ast.unparse(function.returns) == "tuple[str, str, str]"


def constant(node: ast.AST) -> list[str]:
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def all_codes() -> set[str]:
    trees = [ast.parse(file.read_text("utf-8")) for file in CODE.rglob("*.py")]
    personal = {f"personal-{kind}" for kind in personal_data._NAMED}
    return {code for tree in trees for code in codes_in(tree)} | set(CODES) | personal


@pytest.mark.parametrize("name", ["problems.md", "problems.en.md"])
def test_every_problem_and_note_has_its_section_in_the_manual(name: str) -> None:
    headings = [found for page in parts_of(name) for found in _HEADING.findall(page.read_text("utf-8"))]
    assert sorted(anchor for level, anchor in headings if level == "##") == sorted(all_codes())


@pytest.mark.parametrize("name", ["format.md", "format.en.md", "problems.md", "problems.en.md"])
def test_the_list_of_contents_leads_on_from_every_address_that_was_its_own(name: str) -> None:
    """Links to the long pages that these were must find their section; a new section is listed like them."""
    listed = re.findall(r"^- \[.*\]\((\S+)\.md#(\S+)\)\{#(\S+)\}", (MANUAL / name).read_text("utf-8"), re.MULTILINE)
    own = [(page.name.partition(".")[0], anchor) for page in parts_of(name) for anchor in anchors(page)]
    assert sorted((page, anchor) for page, anchor, _ in listed) == sorted(each for each in own if each[0] != each[1])
    assert [(anchor, at) for _, anchor, at in listed if anchor != at] == []


def test_known_codes_are_found_in_the_source() -> None:
    told = {
        "missing", "empty", "duplicate-body", "not-an-id", "not-a-day", "year-missing", "unknown-office",
        "wrong-setting", "broken-translation", "contacts-without-campaign", "in-the-way", "no-lead", "yaml-tab",
    }  # fmt: skip
    assert told - all_codes() == set()


# --- pages ------------------------------------------------------------------------------------


def anchors(page: Path) -> list[str]:
    """The address of every heading outside of examples."""
    return [anchor for _, anchor in _HEADING.findall(_FENCE.sub("", page.read_text("utf-8")))]


@pytest.mark.parametrize("page", HAND_WRITTEN, ids=lambda page: page.name)
def test_headings_have_the_same_addresses_in_both_languages(page: Path) -> None:
    found = anchors(page)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", anchor) for anchor in found), found
    assert len(found) == len(set(found))
    assert found == anchors(page.with_suffix(".en.md"))


def test_the_readme_gives_the_commands_of_the_makefile() -> None:
    makefile, readme = ((ROOT / name).read_text("utf-8") for name in ("Makefile", "README.md"))
    for command in (
        "-m venv", "install --require-hashes -r requirements-build.txt",
        "install --require-hashes --no-build-isolation -r requirements.txt", "hooks/install.py", "mkdocs build --strict",
        "install --require-hashes --no-build-isolation -r requirements.txt -r requirements-dev.txt", "ruff check .", "mypy", "pytest",
    ):  # fmt: skip
        assert command in makefile
        assert command in readme


# --- words in files, reports and messages ------------------------------------------------------


def sayings() -> Iterator[tuple[str, str]]:
    """Every text in the program but docstrings, with the name of its module."""
    for path in sorted(CODE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
                yield path.name, node.value


def test_files_and_messages_name_commands_as_an_editor_types_them() -> None:
    bare = re.compile(
        r"(?<![./\w-])microsite (?:check|import|new|translations|export|status|compare|release)\b"
    )
    assert [(name, text) for name, text in sayings() if bare.search(text)] == []


def test_headings_of_the_manual_that_comments_name_are_there() -> None:
    named = {
        found.groups() for _, text in sayings() for found in re.finditer(r"见手册“(.+?)”的“(.+?)”", text)
    }
    assert named == {("数据格式", "可选值"), ("发布", "正式使用前：换掉示例")}
    for title, heading in named:
        pages = [text for page in CHINESE if f"title: {title}\n" in (text := page.read_text("utf-8"))]
        assert [f"\n## {heading} {{#" in text for text in pages] == [True]
    assert [text for _, text in sayings() if "见手册“" in text and "”的“" not in text] == []


def test_the_manual_begins_the_next_year_with_the_commands_of_the_makefile() -> None:
    for page in (MANUAL / "next-year.md", MANUAL / "next-year.en.md"):
        shown = [
            command.strip()
            for language, command in _FENCE.findall(page.read_text("utf-8"))
            if language == "bash"
        ]
        assert shown == [
            "make new YEAR=2025 FROM=shandong-2024",
            ".venv/bin/microsite new 2025 --from shandong-2024 --contacts",
            "make status",
        ]


def test_a_heading_without_an_id_has_an_address_of_its_own_words() -> None:
    """What an office writes in docs/ keeps its places when a heading is added above."""
    settings = yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    (options,) = (
        each["toc"] for each in settings["markdown_extensions"] if isinstance(each, dict) and "toc" in each
    )
    for before in ("", "## 新添的一节\n\n"):
        page = f"{before}## 怎样报名？\n\n## 怎样取消\n"
        made = markdown.markdown(page, extensions=["toc"], extension_configs={"toc": options})
        assert re.findall(r'id="([^"]*)"', made)[-2:] == ["怎样报名", "怎样取消"]
