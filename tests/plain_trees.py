"""What a data file says, without its places: for comparing what was read with what was typed."""

from __future__ import annotations

from microsite.yamlfile.tree import Mapping, Node, Sequence

FILE = "jiangxi-2022.yml"

Plain = str | list["Plain"] | dict[str, "Plain"]


def plain(node: Node | None) -> Plain | None:
    """A tree without its places."""
    return None if node is None else _plain(node)


def _plain(node: Node) -> Plain:
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return node.text
