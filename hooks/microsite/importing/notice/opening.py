"""A notice as an office has it, from .docx to .txt: bytes in, lines out, or why it cannot be read."""

from __future__ import annotations

import codecs
import re
import unicodedata

from ...core.problems import RefusalError
from . import doc, documents, docx, odt, ofd, pdf, rtf, webpage

MAX_BYTES = 30 * 1024 * 1024


def read(data: bytes, name: str) -> documents.Document:
    """The lines of a file; raises RefusalError. What it is, its bytes say, not its name."""
    if not data.strip():
        raise RefusalError("文件是空的；请给出通知的文件", "the file is empty; give the file of the notice")
    if len(data) > MAX_BYTES:
        raise RefusalError("文件超过 30 MB；请给出只含文字的文件", "the file is larger than 30 MB; give one with text only")
    made = _of_kind(data, name)
    broken = sum(line.text.count("\ufffd") for line in made.lines)
    if broken > 2:
        raise RefusalError(
            f"文件里有 {broken} 个字读不出来（字体没有给出文字）；请给出原来的 .docx，或换一个程序重新导出 PDF",
            f"{broken} characters of the file cannot be read; give the .docx, or export the PDF with another program",
        )
    if not any(character.isalnum() for line in made.lines for character in line.text):
        raise RefusalError("文件里没有文字；请检查文件", "there is no text in the file; check it")
    if sum(len(line.text) for line in made.lines) > documents.MAX_SIGNS:
        raise documents.too_long()
    return made


_OTHERS = (
    (rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*",
     "这是图片，要先做文字识别；请用 Word 或 WPS 打开，另存为 .docx 再导入，或粘贴文字",
     "this is a picture; have its text recognised first; open it in Word or WPS and save it as .docx, or paste its text"),
    (rb"Founder CEB",
     "这是方正的版式文件（.ceb）；请在阅读器里打印成 .pdf 再导入，或复制文字粘贴",
     "this is a Founder .ceb file; print it as a .pdf in its reader, or copy and paste its text"),
    (rb"(?i)(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,100}?(?:mime-version|received|message-id|content-type):",
     "这是一封邮件；请把附件里的通知另存后导入，或粘贴邮件的文字",
     "this is an email; save the attached notice and import that, or paste the text of the email"),
)  # fmt: skip


_WEB_PAGE = re.compile(r"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,400}?-->\s*)?(?:<!doctype html|<html|<head|<body|<p\b|<div)")
_ARCHIVE = re.compile(rb"(?is)(?:from|mime-version|subject|date|content-type):.{0,2000}multipart/related")
_ODT = re.compile(rb"(?s)PK.{20,40}mimetypeapplication/vnd\.oasis\.opendocument\.text")


def _of_kind(data: bytes, name: str) -> documents.Document:
    archive = _ARCHIVE.match(data)
    for begins, zh, en in _OTHERS:
        if not archive and re.match(begins, data):
            raise RefusalError(zh, en)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return doc.read(data)
    if data.startswith(b"{\\rtf"):
        return rtf.read(data)
    if re.match(rb"(?is)PK.*OFD\.xml", data):
        return ofd.read(data)
    if _ODT.match(data):
        return odt.read(data)
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return docx.read(data)
    if b"%PDF-" in data[:1024]:
        return pdf.read(data)
    text = decoded(webpage.archived(data) if archive else data)
    if _WEB_PAGE.match(text):
        return webpage.read(text)
    return documents.text_document(text, markdown=name.lower().endswith((".md", ".markdown")))


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
