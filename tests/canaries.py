"""What must not be published, planted in every place where it may lie, and looked for in every byte of a site."""

from __future__ import annotations

import base64
import gzip
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

WORD, NAME = "kenari9f3c", "金丝雀"
"""A word that is nowhere else, and a name of a person that is nobody's."""

STRAYS = (
    "data/notes.docx", "data/campaigns/.hidden.yml", "data/campaigns/shandong-2024.yml.bak", "data/.env", "data/x.tsv",
    "data/contacts/.~lock.jiangxi-2022.yml#", "data/contacts/jiangxi-2022.yml~", "data/Thumbs.db", ".env", "notes.txt",
    "docs/secret.txt~", "docs/about.md~", "docs/about.md.bak", "docs/.env", "docs/.DS_Store", "docs/Thumbs.db",
    "docs/.private/about.md", "docs/~$form.docx", "docs/.~lock.form.docx#", "docs/#about.md#", "docs/.about.md.swp",
    "overrides/.DS_Store", "overrides/main.html~", "overrides/microsite/old.html.bak", "overrides/Thumbs.db",
)  # fmt: skip
"""Files that lie about, by their places in a repository."""

REFUSED = ("docs/form.docx", "docs/assets/list.xlsx", "docs/all.zip", "docs/private.yml", "docs/noending", "overrides/notes.docx")
"""Files that the build asks about: they could be meant for readers."""


def plant(root: Path) -> int:
    """Put the word and the name wherever nothing is published; how many places there are.

    Names of contacts have expired in the repository's own data.
    """
    for stray in STRAYS:
        put(root, stray)
    (root / "data/campaigns/.linked.yml").symlink_to(put(root, "outside.yml"))
    (root / "data/.linked").symlink_to(root)
    comments = sum(_commented(path) for path in sorted((root / "data").glob("*/*.yml")))
    comments += sum(map(_commented, (root / "data/synonyms.yml", root / "mkdocs.yml")))
    translations = sum(_annotated(path) for path in sorted((root / "data").rglob("*.po")))
    ledger = root / "data/published-urls.txt"
    ledger.write_text(f"{ledger.read_text('utf-8')}# {WORD} {NAME}\n", "utf-8")
    pages = [_noted(path) for path in sorted((root / "docs").rglob("*.md")) if not path.name.startswith((".", "~", "#"))]
    return len(STRAYS) + 2 + comments + translations + 1 + len(pages) + _named(root / "data/contacts/jiangxi-2022.yml")


def put(root: Path, name: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# {WORD} {NAME}\n", "utf-8")
    return path


def _commented(path: Path) -> int:
    """A comment above every key of a data file, and one at its end."""
    text = path.read_text("utf-8")
    with_comments, count = re.subn(r"^(?= *(?:- )?[a-z_]+:)", f"# {WORD} {NAME}\n", text, flags=re.MULTILINE)
    path.write_text(f"{with_comments}# {WORD} {NAME}\n", "utf-8")
    return count + 1


def _annotated(path: Path) -> int:
    """What translators write beside their work: comments, references, former texts, entries out of use."""
    text = path.read_text("utf-8")
    notes = f'# {WORD} {NAME}\n#. {WORD} {NAME}\n#: {WORD}:1\n'
    annotated, count = re.subn(r"^(?=(?:#, .*\n)?msgctxt )", notes, text, flags=re.MULTILINE)
    gone = f'\n#~ msgctxt "{WORD}"\n#~ msgid "{NAME}"\n#~ msgstr "{WORD}"\n\nmsgctxt "{WORD}"\nmsgid "{NAME}"\nmsgstr "{WORD}"\n'
    path.write_text(annotated + gone, "utf-8")
    return count + 2


def _noted(path: Path) -> int:
    """A comment for herself of the writer of a page, and a key that no page shows."""
    text = path.read_text("utf-8")
    note = f"\n\n<!-- {WORD}\n{NAME} -->\n"
    begin = "" if text.startswith("---") else f"---\nremark: {WORD} {NAME}\n---\n"
    path.write_text(f"{begin}{text}{note}", "utf-8")
    return 2


def _named(path: Path) -> int:
    """The names of all contacts, whose day has passed."""
    named, count = re.subn(r"^( +person: ).*$", rf"\g<1>{NAME}{WORD}", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(named, "utf-8")
    return count


# --- looking for it ---------------------------------------------------------------------------


def _writings() -> dict[str, bytes]:
    found = {}
    for word in (WORD, NAME):
        found |= {
            f"{word} as text": word.encode(),
            f"{word} in UTF-16": word.encode("utf-16-le"),
            f"{word} in GB 18030": word.encode("gb18030"),
            f"{word} in an address": quote(word).encode(),
            f"{word} in JSON": json.dumps(word)[1:-1].encode(),
            f"{word} in HTML": "".join(f"&#{ord(sign)};" for sign in word).encode(),
            f"{word} in hexadecimal HTML": "".join(f"&#x{ord(sign):x};" for sign in word).encode(),
            f"{word} as quoted-printable": "".join(f"={byte:02X}" for byte in word.encode()).encode(),
        }
        for shift in range(3):
            inner = base64.b64encode(b"\0" * shift + word.encode())[4 if shift else 0 :].rstrip(b"=")[:-1]
            found[f"{word} as base64, {shift}"] = inner
    return found


WRITINGS = _writings()


def found(files: dict[str, bytes]) -> list[str]:
    """Every file with the word or the name in its path or in its content, however it is written or packed."""
    return [f"{path}: {what}" for path, content in files.items() for what in _in_file(path, content)]


def _in_file(path: str, content: bytes) -> Iterator[str]:
    layers = [path.encode(), *_layers(path, content)]
    for layer in layers:
        lower = layer.lower()
        yield from (what for what, written in WRITINGS.items() if written in layer or written.lower() in lower)


def _layers(path: str, content: bytes) -> Iterator[bytes]:
    """A file as it lies there, without the folds of calendars and cards, and unpacked."""
    yield content
    if path.endswith((".ics", ".vcf")):
        yield re.sub(rb"\r?\n[ \t]", b"", content)
    if content.startswith(b"\x89PNG"):
        yield from _chunks(content)
    if content.startswith(b"\x1f\x8b"):
        yield from _layers(path, gzip.decompress(content))
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield from _layers(name, packed.read(name))


def _chunks(png: bytes) -> Iterator[bytes]:
    """The texts of a picture, unpacked where they are packed (PNG, 11.3.4)."""
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind != b"IDAT":
            yield content
            for start in range(len(content)):
                if content[start : start + 1] == b"\x78":
                    try:
                        yield zlib.decompress(content[start:])
                    except zlib.error:
                        continue
        at += 12 + length
