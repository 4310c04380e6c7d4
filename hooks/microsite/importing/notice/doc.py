"""Word files of Word 97 to 2003 and of WPS (.doc, .wps): a library makes a .docx of them, which is read as such."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ...core.problems import RefusalError
from . import docx, packages
from .documents import MAX_SIGNS, Document, too_long

_FLAGS_AT = 0x0B
_ENCRYPTED = 1
_SIGNS_AT = slice(0x4C, 0x50)
"""Where the stream WordDocument says that it has a password, and how many characters (ccpText of [MS-DOC])."""


def read(data: bytes) -> Document:
    """The lines of a .doc or .wps; raises RefusalError."""
    if _holds(data, "EncryptedPackage") or _holds(data, "EncryptionInfo"):
        raise packages.locked()
    if not _holds(data, "WordDocument"):
        raise RefusalError(
            "这不是 Word 或 WPS 文字的文件（也许是表格、演示或邮件）；请另存为 .docx 再导入，或粘贴文字",
            "this is not a document of Word or WPS Writer (a spreadsheet, slides or an email?); save it as .docx, or paste its text",
        )
    return docx.read(_as_docx(data))


def _holds(data: bytes, stream: str) -> bool:
    return f"{stream}\0".encode("utf-16-le") in data


def _as_docx(data: bytes) -> bytes:
    """The same as a .docx; the library reads and writes files only."""
    import doc2docx  # type: ignore[import-untyped]  # noqa: PLC0415 - 22,000 lines that other files do not need
    from doc2docx import cfb, errors  # noqa: PLC0415

    try:
        head = cfb.CompoundFile(data).open_stream("WordDocument")[: _SIGNS_AT.stop].ljust(_SIGNS_AT.stop, b"\0")
        if head[_FLAGS_AT] & _ENCRYPTED:
            raise packages.locked()
        if int.from_bytes(head[_SIGNS_AT], "little") > MAX_SIGNS:
            raise too_long()
        with tempfile.TemporaryDirectory() as folder:
            given, made = Path(folder, "notice.doc"), Path(folder, "notice.docx")
            given.write_bytes(data)
            doc2docx.convert(given, made)
            return made.read_bytes()
    except errors.Doc2DocxError as error:
        raise RefusalError(
            "打不开这个 .doc 文件，可能已损坏，或比 Word 97 还旧；请用 Word 或 WPS 打开后另存为 .docx 再试",
            "this .doc file cannot be opened; it may be damaged or older than Word 97; open it in Word or WPS and save it as .docx",
        ) from error
