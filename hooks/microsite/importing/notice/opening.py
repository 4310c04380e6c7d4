"""A notice as an office has it (.docx, .pdf, .txt, .md): bytes in, lines out, or why it cannot be read."""

from __future__ import annotations

import codecs
import unicodedata

from ...core.problems import RefusalError
from . import documents, docx, pdf

MAX_BYTES = 30 * 1024 * 1024
MAX_SIGNS = 400_000


def read(data: bytes, name: str) -> documents.Document:
    """The lines of a file; raises RefusalError. What it is, its bytes say, not its name."""
    if not data.strip():
        raise RefusalError(
            "文件是空的；请给出通知的文件", "the file is empty; give the file of the notice"
        )
    if len(data) > MAX_BYTES:
        raise RefusalError(
            "文件超过 30 MB；请给出只含文字的文件", "the file is larger than 30 MB; give one with text only"
        )
    made = _of_kind(data, name)
    if not any(character.isalnum() for line in made.lines for character in line.text):
        raise RefusalError("文件里没有文字；请检查文件", "there is no text in the file; check it")
    if sum(len(line.text) for line in made.lines) > MAX_SIGNS:
        raise RefusalError(
            f"文件超过 {MAX_SIGNS // 10_000} 万字，不像一份通知；请只给出通知本身",
            f"the file has more than {MAX_SIGNS} characters; give the notice alone",
        )
    return made


def _of_kind(data: bytes, name: str) -> documents.Document:
    if data[:4] == b"PK\x03\x04" or data[:4] == b"PK\x05\x06":
        return docx.read(data)
    if b"%PDF-" in data[:1024]:
        return pdf.read(data)
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise RefusalError(
            "这是旧的 .doc（或加了密码的）文件；请用 Word 或 WPS 另存为不加密的 .docx",
            "this is an old .doc file, or one with a password; save it as .docx without a password",
        )
    return documents.text_document(decoded(data), markdown=name.lower().endswith((".md", ".markdown")))


def decoded(data: bytes) -> str:
    """Text in UTF-8 (with or without its mark), UTF-16 with its mark, or GB18030."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _is_binary(text):
            return text
    raise RefusalError(
        "这不是能读的文字；请给出 .docx、有文字的 .pdf，或 UTF-8、GB18030 编码的 .txt、.md",
        "this is not text that can be read; give a .docx, a .pdf with text, or .txt or .md in UTF-8 or GB18030",
    )


def _is_binary(text: str) -> bool:
    """Control signs do not occur in a text; the form feed between pages does."""
    odd = sum(
        unicodedata.category(sign) in ("Cc", "Cn", "Co") and sign not in "\n\r\t\f\v"
        for sign in text[:20_000]
    )
    return odd > len(text[:20_000]) // 500
