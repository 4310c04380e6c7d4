"""Translation files in a few words, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence

from babel.messages.catalog import Catalog

from microsite.loading import po
from microsite.loading.po import as_po
from microsite.model.values import Words

HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'


def entry(context: str, zh: str, en: str, flags: str = "") -> str:
    lines = [f"#, {flags}"] if flags else []
    return "\n".join(["", *lines, f'msgctxt "{context}"', f'msgid "{zh}"', f'msgstr "{en}"', ""])


def parsed(*entries: str) -> Catalog:
    made, problems = po.parse((HEADER + "".join(entries)).encode(), "x.po")
    assert problems == []
    return made


def updated(catalog: Catalog, wanted: Sequence[Words]) -> Catalog:
    """Through a file and back, as the command does it."""
    made, problems = po.parse(as_po(po.updated(catalog, wanted, "x", "en")), "x.po")
    assert problems == []
    return made


def entries(catalog: Catalog) -> list[tuple[str, str, str, bool]]:
    """Context, Chinese, English and whether it is outdated, in the order of the file."""
    return [(str(m.context), str(m.id), str(m.string), m.fuzzy) for m in catalog if m.id]


def gone(catalog: Catalog) -> list[tuple[str, str, str]]:
    return [(str(m.context), str(m.id), str(m.string)) for m in catalog.obsolete.values()]
