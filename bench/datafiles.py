"""Records of texts in pairs as the files of the data folder: the Chinese as YAML, the English as PO."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml
from wording import T

Record = dict[str, Any]


class _Dumper(yaml.SafeDumper):
    """Chinese from pairs, blocks for paragraphs, as an editor would type it."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(T, lambda dumper, pair: _text(dumper, pair.zh))


def as_yaml(record: Record) -> str:
    return yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


_HEADER = """\
# {name}
msgid ""
msgstr ""
"Project-Id-Version: {name} 1\\n"
"POT-Creation-Date: 2024-01-01 00:00+0000\\n"
"PO-Revision-Date: 2024-01-01 00:00+0000\\n"
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


def as_po(name: str, record: Record) -> str:
    """The translation file of a record: an entry for every pair in it, once each."""
    entries = dict.fromkeys(_pairs(record, ""))
    messages = [
        f'\nmsgctxt "{context}"\nmsgid {_quoted(text.zh)}\nmsgstr {_quoted(text.en)}\n'
        for context, text in entries
    ]
    return _HEADER.format(name=name) + "".join(messages)


def _quoted(text: str) -> str:
    lines = [json.dumps(line, ensure_ascii=False) for line in text.splitlines(keepends=True)]
    return lines[0] if len(lines) == 1 else "\n".join(['""', *lines])


_ONE_TEXT = {"theme", "counts", "offices"}
"""Records of one text: their field's name is no part of the context."""


def _pairs(value: object, context: str) -> Iterator[tuple[str, T]]:
    if isinstance(value, T):
        yield context, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            is_only = context.rsplit("/", 1)[-1] in _ONE_TEXT or "/offices/" in context
            yield from _pairs(each, context if is_only else f"{context}/{key}".lstrip("/"))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            own = f"/{each['id']}" if isinstance(each, Mapping) and "id" in each else ""
            yield from _pairs(each, f"{context}{own}")
