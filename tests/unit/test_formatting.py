"""``fmt`` writes every data file alike and changes nothing that it says."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders as b
from microsite.cli import main, style
from microsite.loading import json_schema
from microsite.yamlfile import comments, yaml_parser

ROOT = Path(__file__).parents[2]
REAL = sorted((ROOT / "data").rglob("*.yml"))
SHAPES = {name: root[0] for name, root in json_schema.ROOTS.items()}


def formatted(text: str, kind: str = "campaign") -> str:
    made, problems = style.formatted(text.encode(), "a.yml", SHAPES[kind])
    assert made is not None, problems
    return made.decode()


def said(text: str) -> object:
    node, problems = yaml_parser.parse(text.encode(), "a.yml")
    assert node is not None, problems
    assert problems == ()
    return style.said(node)


def kind_of(path: Path) -> str:
    return path.stem if path.stem == "synonyms" else {"campaigns": "campaign"}.get(path.parent.name, path.parent.name)


# --- the style --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", REAL, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_real_data_is_written_in_this_style(path: Path) -> None:
    text = path.read_text("utf-8")
    assert formatted(text, kind_of(path)) == text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("year:   2024\n", "year: 2024\n"),
        ("year : 2024\n", "year: 2024\n"),
        ("name: '甲'\n", "name: 甲\n"),
        ('name: "甲"\n', "name: 甲\n"),
        ("name: '12'\n", 'name: "12"\n'),
        ("name: '0791-88'\n", 'name: "0791-88"\n'),
        ("name: '2025-06-03'\n", 'name: "2025-06-03"\n'),
        ("name: 'no'\n", 'name: "no"\n'),
        ("name: 'null'\n", 'name: "null"\n'),
        ("name: ''\n", 'name: ""\n'),
        ("name: '#甲'\n", 'name: "#甲"\n'),
        ("name: '甲, 乙'\n", 'name: "甲, 乙"\n'),
        ("name: '甲: 乙'\n", 'name: "甲: 乙"\n'),
        ("name: '说\"好\"'\n", 'name: 说"好"\n'),
        ("name: '\"好\"'\n", 'name: "\\"好\\""\n'),
        ("'name': 甲\n", "name: 甲\n"),
        ("name: 12\n", "name: 12\n"),
        ("name: 甲\n  乙\n", "name: 甲 乙\n"),
        ("name:\n  甲\n", "name: 甲\n"),
        ("platforms: []\n", "platforms: []\n"),
        ("platforms: [ 甲,乙 ,]\n", "platforms: [甲, 乙]\n"),
        ("platforms: [\n  甲,\n  乙,\n]\n", "platforms:\n  - 甲\n  - 乙\n"),
        ("platforms:\n- 甲\n-   乙\n", "platforms:\n  - 甲\n  - 乙\n"),
        ("platforms:\n- - 甲\n  - 乙\n", "platforms:\n  - - 甲\n    - 乙\n"),
        ("theme: {printed: 乙, text: 甲}\n", "theme: {text: 甲, printed: 乙}\n"),
        ("theme:\n      text: 甲\n", "theme:\n  text: 甲\n"),
        ("aims: |\n      甲\n\n        乙\n      \n", "aims: |\n  甲\n\n    乙\n"),
        ("aims: |-\n    甲\nid: a\n", "id: a\naims: |-\n  甲\n"),
        ("aims: |+\n  甲\n\n\nyear: 2\n", "year: 2\naims: |+\n  甲\n\n\n"),
        ("aims: |4\n      甲\n    乙\n", "aims: |2\n    甲\n  乙\n"),
        ("aims: >\n   甲\n   乙\n", "aims: >\n  甲\n  乙\n"),
        ("id: a\naims: |\n  甲", "id: a\naims: |-\n  甲\n"),
        ("aims: |+\n    \n\nid: a\n", "id: a\naims: |+\n\n\n"),
        ("'甲'\n", "'甲'\n"),
        ("\n\nid: a\n\n\n\nyear: 2\n\n", "id: a\n\nyear: 2\n"),
        ("---\nid: a\n...\n", "id: a\n"),
        ("id: a\r\nyear: 2\r\n", "id: a\nyear: 2\n"),
        ("\ufeffid: a\n", "id: a\n"),
        ("unknown: x\nyear: 2\nid: a\n", "id: a\nyear: 2\nunknown: x\n"),
        ("activities:\n  - title: 甲\n    id: a\n", "activities:\n  - id: a\n    title: 甲\n"),
    ],
)
def test_spacing_quotes_and_order_are_the_same_everywhere(typed: str, expected: str) -> None:
    assert formatted(typed) == expected
    assert formatted(expected) == expected


# --- comments ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # a comment goes where the entry below it goes
        ("name: 甲\n\n# 编号\nid: a\n", "\n# 编号\nid: a\nname: 甲\n"),
        ("# 文件\n\n# 名称\nname: 甲\nid: a\n", "# 文件\n\nid: a\n# 名称\nname: 甲\n"),
        ("# 文件\nname: 甲\nid: a\n", "# 文件\nid: a\nname: 甲\n"),
        # beside a value, a list in brackets, a key or a long text it stays there
        ('name: "甲" # 全称\n', 'name: "甲"  # 全称\n'),
        ("name: '甲' # 全称\n", 'name: "甲"  # 全称\n'),
        ("name: 甲     # 全称\n", "name: 甲  # 全称\n"),
        ("platforms: [甲]  # 一个\n", "platforms: [甲]  # 一个\n"),
        ("theme:   # 主题\n    text: 甲\n", "theme:  # 主题\n  text: 甲\n"),
        ("aims: |  # 长\n    甲\n", "aims: |  # 长\n  甲\n"),
        # a # in a text is no comment
        ("aims: |\n  # 甲\n  乙 # 丙\n", "aims: |\n  # 甲\n  乙 # 丙\n"),
        ('name: "甲 # 乙"\n', 'name: "甲 # 乙"\n'),
        # where it cannot stay it goes above its entry
        ("platforms: [甲, # 一\n  乙]\n", "# 一\nplatforms:\n  - 甲\n  - 乙\n"),
        ("name:\n  # 全称\n  甲\n", "# 全称\nname: 甲\n"),
        ("platforms:\n  - # 一\n    name: 甲\n", "platforms:\n  # 一\n  - name: 甲\n"),
        ("activities:\n  - title: 甲\n    # 编号\n    id: a\n", "activities:\n  # 编号\n  - id: a\n    title: 甲\n"),
        # an entry that was commented out stays at the end of its list
        ("phases:\n  - id: a\n  # - id: b\nplatforms: []\n", "phases:\n  - id: a\n  # - id: b\nplatforms: []\n"),
        ("theme:\n   text: 甲\n   # printed: 乙\n\n# 编号\nid: a\n", "\n# 编号\nid: a\ntheme:\n  text: 甲\n  # printed: 乙\n"),
        ("id: a\n# 完\n", "id: a\n# 完\n"),
        ("theme:\n  text: 甲\n  # 里\n# 外\n", "theme:\n  text: 甲\n  # 里\n# 外\n"),
    ],
)  # fmt: skip
def test_comments_stay_with_what_they_are_about(typed: str, expected: str) -> None:
    assert formatted(typed) == expected.removeprefix("\n")
    assert formatted(formatted(typed)) == formatted(typed)


# --- what always holds ------------------------------------------------------------------------

SOURCES = [
    *(path.read_text("utf-8") for path in REAL),
    b.a_campaign_yaml(),
    b.a_register_yaml(),
    b.contacts_yaml(),
]  # fmt: skip


def disturbed(text: str, chance: random.Random) -> str:
    """The same data as a careless hand would type it: odd comments, blank lines, quotes and order."""
    lines: list[str] = []
    for line in text.split("\n"):
        if chance.random() < 0.08:
            lines.append(" " * chance.randrange(9) + f"# 注{chance.randrange(99)}")
        if chance.random() < 0.05:
            lines += [""] * chance.randrange(1, 4)
        lines.append(quoted(line, chance) if chance.random() < 0.1 else line)
    parts = re.split(r"^(?=[a-z_]+:)", "\n".join(lines), flags=re.MULTILINE)
    if chance.random() < 0.5:
        chance.shuffle(parts)
    return "".join(part if part.endswith("\n") else f"{part}\n" for part in parts)


def quoted(line: str, chance: random.Random) -> str:
    found = re.fullmatch(r"( *(?:- )?[a-z_]+: +)([^\[\]{}\"'|>]+)", line)
    if found is None:
        return line
    return found[1] + chance.choice(["'{}'", '"{}"', '"{}" # 注', "  {}", "\n" + " " * 16 + "{}"]).format(found[2])


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SOURCES), st.integers(0, 2**32))
def test_nothing_said_and_no_comment_is_lost_and_twice_is_once(text: str, seed: int) -> None:
    typed = disturbed(text, random.Random(seed))  # noqa: S311 - only to choose where to be careless
    node, problems = yaml_parser.parse(typed.encode(), "a.yml")
    made, told = style.formatted(typed.encode(), "a.yml", SHAPES["campaign"])
    if node is None or problems:
        assert (made, told) == (None, problems)
        return
    assert made is not None
    assert said(made.decode()) == said(typed)
    assert sorted(comments.comments(made.decode())) == sorted(comments.comments(typed))
    assert formatted(made.decode()) == made.decode()


# --- on the command line ----------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def a_folder(**files: str) -> None:
    """A data folder in the common style, but for the files that are given."""
    b.a_data_folder(Path("data"), **{"campaigns__yunling_2025": formatted(b.a_campaign_yaml()), **files})


def test_files_are_written_anew_and_named(capsys: pytest.CaptureFixture[str]) -> None:
    a_folder(contacts__yunling_2025=b.contacts_yaml(("source: 通知附件", "source:   '通知附件'")))
    assert main.main(["fmt"]) == 0
    assert capsys.readouterr().out == "data/contacts/yunling-2025.yml: 已统一 / written anew\n"
    assert Path("data/contacts/yunling-2025.yml").read_text("utf-8") == b.contacts_yaml()
    assert main.main(["fmt"]) == 0
    assert capsys.readouterr().out == ""
    assert sorted(path.name for path in Path("data/contacts").iterdir()) == ["yunling-2025.yml"]


def test_with_check_files_are_only_named(capsys: pytest.CaptureFixture[str]) -> None:
    a_folder(synonyms="zh: [[甲,乙]]\n")
    assert main.main(["fmt", "--check"]) == 1
    assert capsys.readouterr().out == "data/synonyms.yml: 写法不统一 / written differently\n"
    assert Path("data/synonyms.yml").read_text("utf-8") == "zh: [[甲,乙]]\n"
    assert main.main(["fmt", "--check", "data/contacts/yunling-2025.yml"]) == 0


def test_a_broken_file_is_told_and_left_alone_and_the_others_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    a_folder(synonyms="zh: [[甲,乙]]\n")
    broken = b.write(Path("data"), "contacts/yunling-2025.yml", "campaign: a\ncampaign: b\n")
    assert main.main(["fmt"]) == 1
    told = capsys.readouterr()
    assert told.out == "data/synonyms.yml: 已统一 / written anew\n"
    assert told.err.startswith(
        "data/contacts/yunling-2025.yml: 有错误，没有改动 / left alone because of problems\n"
        "发现 1 处错误 / 1 problems:\n"
        "data/contacts/yunling-2025.yml:2:1: "
    )
    assert told.err.endswith(" [yaml-duplicate-key]\n")
    assert broken.read_text("utf-8") == "campaign: a\ncampaign: b\n"


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["fmt", "nowhere.yml"]) == 1
    assert capsys.readouterr().err.startswith("nowhere.yml: 读不了这个文件 / this file cannot be read (")
