"""What always holds of the reader, whatever it is given: an answer, and never a third thing."""

from __future__ import annotations

import json
from collections.abc import Callable

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from microsite.yamlfile.encoding import suspects
from microsite.yamlfile.messages import CODES
from microsite.yamlfile.yaml_parser import parse
from plain_trees import FILE, Plain, plain
from properties import examples

PIECES = st.sampled_from([
    "a", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\n\t", "\r\n", "[", "]", "{", "}", ",", "#", " #", "&a ", "*a ",
    "!t ", "|", ">\n", "'", '"', "\\", "\\ud800", "%", "@", "`", "---\n", "...\n", "<<: ", "：", "\u3000", "\u00a0",
    "k:v", "-x", "数", "\u200b", "\ufeff", "\0", "\n%YAML 1.1\n", "\U000e0001", "~",
])  # fmt: skip


def _is_answered(data: bytes) -> None:
    """Nothing is raised; there is a tree or a reason; the problems are in order and without repeats."""
    node, problems = parse(data, FILE)
    assert node is not None or problems
    assert list(problems) == sorted(set(problems))
    assert {problem.code for problem in problems} <= set(CODES)
    str(plain(node)).encode()


@given(st.binary(max_size=200))
@settings(max_examples=examples(400), deadline=None)
def test_no_bytes_whatever_raise_an_error(data: bytes) -> None:
    _is_answered(data)


@given(st.text(max_size=200))
@settings(max_examples=examples(400), deadline=None)
def test_no_text_whatever_raises_an_error(text: str) -> None:
    _is_answered(text.encode("utf-8", "surrogatepass"))


@given(st.lists(PIECES, max_size=20).map("".join))
@settings(max_examples=examples(600), deadline=None)
def test_no_heap_of_yaml_signs_raises_an_error(text: str) -> None:
    _is_answered(text.encode())


@given(st.lists(PIECES, max_size=20).map("".join))
@settings(max_examples=examples(300), deadline=None)
def test_line_ends_never_matter(text: str) -> None:
    lines = text.replace("\r\n", "\n")
    assert parse(lines.replace("\n", "\r\n").encode(), FILE) == parse(lines.encode(), FILE)


LETTERS: st.SearchStrategy[str] = st.characters(min_codepoint=32, max_codepoint=0x9FFF).filter(
    lambda letter: not list(suspects(letter)) and letter != "锟"
)
TEXTS = st.text(LETTERS, max_size=12)
TREES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(bool), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(TEXTS.filter(bool), TREES, min_size=1, max_size=4))
@settings(max_examples=examples(300), deadline=None)
def test_texts_written_in_quotes_read_back_as_they_were(tree: dict[str, Plain]) -> None:
    node, problems = parse(json.dumps(tree, ensure_ascii=False, indent=2).encode(), FILE)
    assert (plain(node), problems) == (tree, ())


# --- any tree, written in any of the ways of YAML ----------------------------------------------------

STYLES = {"plain": None, "single": "'", "double": '"', "literal": "|", "folded": ">"}
LINES = st.text(LETTERS.filter(lambda letter: letter.isprintable() and letter != "\u3000"), min_size=1, max_size=8)


class Writer(yaml.SafeDumper):
    """Writes a tree with a style and a shape drawn for each value; no anchors, for nothing is shared."""

    draw: Callable[[str, list[object]], object]

    def ignore_aliases(self, data: object) -> bool:
        return True


def _styled(writer: Writer, text: str) -> yaml.ScalarNode:
    style = writer.draw("style", list(STYLES.values()))
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _listed(writer: Writer, items: list[Plain]) -> yaml.SequenceNode:
    flow = writer.draw("flow", [True, False])
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=flow)


def _keyed(writer: Writer, entries: dict[str, Plain]) -> yaml.MappingNode:
    flow = writer.draw("flow", [True, False])
    return writer.represent_mapping("tag:yaml.org,2002:map", entries, flow_style=flow)


Writer.add_representer(str, _styled)
Writer.add_representer(list, _listed)
Writer.add_representer(dict, _keyed)


def written(tree: Plain, drawing: st.DataObject, width: int) -> str:
    kind = type("Drawn", (Writer,), {"draw": lambda _, name, choices: drawing.draw(st.sampled_from(choices), name)})
    return str(yaml.dump(tree, Dumper=kind, allow_unicode=True, width=width, sort_keys=False))


@given(st.dictionaries(LINES, st.recursive(
    LINES,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(LINES, inner, min_size=1, max_size=3),
    max_leaves=8,
), min_size=1, max_size=3), st.data(), st.sampled_from([20, 80, 10_000]))  # fmt: skip
@settings(max_examples=examples(400), deadline=None)
def test_a_tree_written_in_any_style_is_read_as_it_was_or_refused(
    tree: dict[str, Plain], drawing: st.DataObject, width: int
) -> None:
    """Never a third thing: what is read without a word is what was written, value by value."""
    node, problems = parse(written(tree, drawing, width).encode(), FILE)
    if problems:
        assert {problem.code for problem in problems} <= set(CODES)
    else:
        assert plain(node) == tree


@given(st.lists(PIECES, min_size=1, max_size=14).map("".join))
@settings(max_examples=examples(600), deadline=None)
def test_what_is_read_without_a_word_is_what_another_reader_reads(text: str) -> None:
    """PyYAML's own loader for texts, which never turns one into a number, is asked for a second opinion."""
    node, problems = parse(text.encode(), FILE)
    if problems:
        return
    assert plain(node) == yaml.load(text.replace("\r\n", "\n").removeprefix("\ufeff"), yaml.BaseLoader)  # noqa: S506
