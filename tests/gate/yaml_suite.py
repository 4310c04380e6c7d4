"""What the reader makes of the YAML test suite, against what the suite says each file means.

The reader refuses much that YAML allows (anchors, tags, several documents). What it does accept has to
mean exactly what the suite says: the same keys, lists and texts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from microsite.yamlfile import tree, yaml_parser

Plain = str | list["Plain"] | dict[str, "Plain"]

LENIENT = {
    "9C9N/0": "brackets that go on without indentation",
    "QB6E/0": "quotation marks that go on without indentation",
    "G5U8/0": "a dash as an entry in brackets is the text it looks like",
    "YJV2/0": "the same",
    "JEF9/2": "a line of spaces at the end of the file",
    "L24T/1": "the same: whether it is an empty line of the text",
    "S98Z/0": "an empty text whose lines of spaces are not alike",
}
"""Where the parser of PyYAML takes what YAML 1.2 does not; nothing of what was typed is lost."""

STRICTER = "read where YAML 1.2 is stricter"

_ESCAPES = {"\\": "\\", "n": "\n", "t": "\t", "b": "\b", "r": "\r"}
_STYLES = ":'\"|>"


def cases(package: Path) -> Iterator[tuple[str, str, str | None]]:
    """Name, YAML and the tree in the suite's own words; None where the file is wrong YAML."""
    for path in sorted((package / "data").glob("*.js")):
        text = path.read_text("utf-8")
        found = re.search(r"export default (\{.*\})\s*;?\s*\Z", text, re.DOTALL)
        if found is None:
            continue
        for number, case in enumerate(json.loads(found[1])["cases"]):
            if "yaml" in case and not case.get("skip"):
                tree = None if case.get("fail") else case.get("tree")
                yield f"{path.stem}/{number}", case["yaml"], tree


def meant(tree: str) -> Plain | None:
    """The one document of a tree; None where there is not exactly one."""
    lines = [line.strip() if line.lstrip()[:1] in "+-" else line.lstrip() for line in tree.split("\n")]
    lines = [line for line in lines if line]
    if sum(line.startswith("+DOC") for line in lines) != 1:
        return None
    inside = [line for line in lines if line[:4] not in ("+STR", "-STR", "+DOC", "-DOC")]
    return _node(iter(inside))


def _node(lines: Iterator[str]) -> Plain | None:
    line = next(lines)
    if line.startswith("=VAL"):
        return _value(line)
    if line.startswith("+SEQ"):
        return list(_items(lines))
    if line.startswith("+MAP"):
        items = list(_items(lines))
        return dict(zip(map(str, items[::2]), items[1::2], strict=True))
    return None


def _items(lines: Iterator[str]) -> Iterator[Plain]:
    """The nodes up to the end of a list or a set of keys."""
    while (made := _node(lines)) is not None:
        yield made


def _value(line: str) -> str:
    text = line.removeprefix("=VAL ")
    while text[0] in "&<":  # an anchor, a tag
        text = text.partition(" ")[2]
    return re.sub(r"\\(.)", lambda sign: _ESCAPES.get(sign[1], sign[0]), text[1:])


def plain(node: tree.Node) -> Plain:
    if isinstance(node, tree.Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, tree.Sequence):
        return [plain(item) for item in node.items]
    return node.text


def verdict(yaml: str, tree: str | None) -> str:
    node, problems = yaml_parser.parse(yaml.encode(), "case.yml")
    if problems or node is None:
        return "refused, as YAML does" if tree is None else "refused by name"
    if tree is None:
        return "ACCEPTED, but wrong YAML"
    return "read alike" if plain(node) == meant(tree) else "READ OTHERWISE"


def verdicts(package: Path) -> list[tuple[str, str]]:
    """Each case's name and what became of it; in capitals what must not be."""
    return [(name, _excused(name, verdict(yaml, tree))) for name, yaml, tree in cases(package)]


def _excused(name: str, said: str) -> str:
    return STRICTER if name in LENIENT and said[0].isupper() else said
