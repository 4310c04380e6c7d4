"""Files that are ZIP packages of XML (.docx, .odt, .ofd): opened within bounds, or refused in one sentence."""

from __future__ import annotations

import contextlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from ...core.problems import RefusalError

_MAX_UNPACKED = 60 * 1024 * 1024
_MAX_TEXT = 24 * 1024 * 1024
_MAX_MARKS = 600_000
"""Tags and attributes: of each the reader makes an object; a notice of fifty pages has some 100,000."""
_MAX_RELATIONS = 10_000
_MAX_PARTS = 3000


@contextlib.contextmanager
def opened(data: bytes, kind: str) -> Iterator[zipfile.ZipFile]:
    """The package, for as long as it is read; ``kind`` is how its files are called. Raises RefusalError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if any(part.flag_bits & 1 for part in package.infolist()):
                raise locked()
            _measure(package, kind)
            yield package
    # Of a kind of ZIP that it does not know the library says NotImplementedError.
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, LookupError, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise broken(kind) from error


def _measure(package: zipfile.ZipFile, kind: str) -> None:
    """Refuse what would grow without end when unpacked."""
    parts = package.infolist()
    much = len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED
    if much or _grows(package, parts):
        raise RefusalError(
            f"这个 {kind} 文件展开后太大；请去掉图片等附带内容后另存再试",
            f"this {kind} file is too large when unpacked; remove pictures and the like and save it again",
        )


def _grows(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> bool:
    """Whether the XML of its parts, whatever their names, would be too much for a parser that holds a whole tree."""
    text = marks = relations = 0
    for part in parts:
        content = package.read(part)
        if content.lstrip()[:1] not in _XML:
            continue
        text += len(content)
        marks += content.count(b"<") + content.count(b"=")
        relations += content.count(b"<") if part.filename.lower().endswith(".rels") else 0
    return text > _MAX_TEXT or marks > _MAX_MARKS or relations > _MAX_RELATIONS


_XML = (b"<", b"\xef", b"\xfe", b"\xff", b"\0")
"""What XML begins with, also in UTF-16 and with a mark of its bytes."""


def parsed(data: bytes) -> Any:
    """The root of a part, whatever it asks to be fetched or unfolded."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def named(node: Any) -> str:
    """What a tag is called without its name space; nothing for a comment."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def every(node: Any, *names: str) -> Iterator[Any]:
    return (each for each in node.iter() if named(each) in names)


def broken(kind: str) -> RefusalError:
    return RefusalError(
        f"打不开这个 {kind} 文件，可能已损坏；请打开后另存为 .docx 再试",
        f"this {kind} file cannot be opened and may be damaged; open it and save it as .docx",
    )


def locked() -> RefusalError:
    return RefusalError(
        "这个文件加了密码；请打开后去掉密码，另存再试", "this file has a password; open it and save it without one"
    )
