"""Files that an office gives to its readers, in ``docs/files/``: what they are called and of which kinds they are."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..core.problems import Mistake

FOLDER = "files"
"""Where they lie in ``docs/``, and in the site."""

_OFFICE, _OPEN = "application/vnd.openxmlformats-officedocument", "application/vnd.oasis.opendocument"
KINDS: Mapping[str, tuple[str, str]] = {
    "pdf": ("PDF", "application/pdf"),
    "ofd": ("OFD", "application/ofd"),
    "docx": ("Word", f"{_OFFICE}.wordprocessingml.document"),
    "doc": ("Word", "application/msword"),
    "xlsx": ("Excel", f"{_OFFICE}.spreadsheetml.sheet"),
    "xls": ("Excel", "application/vnd.ms-excel"),
    "pptx": ("PowerPoint", f"{_OFFICE}.presentationml.presentation"),
    "ppt": ("PowerPoint", "application/vnd.ms-powerpoint"),
    "wps": ("WPS", "application/octet-stream"),
    "et": ("WPS", "application/octet-stream"),
    "odt": ("ODT", f"{_OPEN}.text"),
    "ods": ("ODS", f"{_OPEN}.spreadsheet"),
    "txt": ("TXT", "text/plain"),
    "csv": ("CSV", "text/csv"),
    "jpg": ("JPG", "image/jpeg"),
    "jpeg": ("JPG", "image/jpeg"),
    "png": ("PNG", "image/png"),
    "zip": ("ZIP", "application/zip"),
}
"""By their endings: what readers call them, and their media type (RFC 6838; WPS has registered none)."""

_PART = "[A-Za-z0-9][A-Za-z0-9_-]*"
NAME = rf"(?:{_PART}/)*{_PART}\.(?:{'|'.join(KINDS)})"
"""Letters, digits, hyphens and folders: an address that can be typed. A second dot could name a language."""


def kind(name: str) -> tuple[str, str]:
    """What readers call a file of this name, and its media type."""
    return KINDS[name.rpartition(".")[2]]


_BEGINNINGS = (
    (rb"%PDF-", "pdf", "PDF", "a PDF"),
    (rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text", "odt", "OpenDocument 文字（.odt）", "an ODF text (.odt)"),
    (rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.spr", "ods", "OpenDocument 表格（.ods）", "an ODF table (.ods)"),
    (rb"PK\x03\x04", "docx xlsx pptx ofd zip wps et odt ods", "ZIP 一类的压缩文件", "a kind of ZIP"),
    (rb"\xd0\xcf\x11\xe0", "doc xls ppt wps et", "旧的 Office 文件，或者加了密码", "an older file of Office, or has a password"),
    (rb"\x89PNG", "png", "PNG 图片", "a PNG picture"),
    (rb"\xff\xd8\xff", "jpg jpeg", "JPG 图片", "a JPG picture"),
    (rb"\s*(?i:<!doctype html|<html)", "txt", "网页", "a web page"),
)
"""How files begin, with the endings of those that do, and what they are."""
MOST_TO_KNOW = 100
"""The bytes that tell it."""


def disguise(name: str, begins: bytes) -> tuple[str, str] | None:
    """What a file is whose ending says that it is of another kind; None where nothing tells so."""
    found = next(((endings, zh, en) for form, endings, zh, en in _BEGINNINGS if re.match(form, begins, re.DOTALL)), None)
    return found[1:] if found and name.rpartition(".")[2] not in found[0].split() else None


def in_words(size: int) -> str:
    """How large a file is, as the list of files of a computer says it.

    >>> in_words(300), in_words(131_000), in_words(12_500_000)
    ('1 KB', '128 KB', '11.9 MB')
    """
    if size < 1000 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024**2:.1f} MB"


def read_name(text: str) -> str:
    """The path of a file below ``docs/files``, as it is typed; raises Mistake."""
    bare = text.replace("\\", "/").removeprefix("/").removeprefix("docs/").removeprefix(f"{FOLDER}/")
    if bare != text and re.fullmatch(NAME, bare):
        raise Mistake(
            "not-an-attachment",
            f"“{text[:80]}”从 docs/{FOLDER} 算起，用 / 隔开；请写 {bare}",
            f"“{text[:80]}” is counted from docs/{FOLDER}, with / between folders; write {bare}",
        )
    if bare == text and re.fullmatch(NAME, text):
        return text
    if re.match("https?:", text):
        raise Mistake(
            "not-an-attachment",
            "附件是 docs/files 里的文件，不是网址；请把文件放进去，写文件名，或者写进 links",
            "an attachment is a file in docs/files, not an address; put the file there and write its name, or write the address in links",
        )
    ending = bare.rpartition(".")[2]
    if "." in bare and re.fullmatch("[A-Za-z0-9]{1,8}", ending) and ending not in KINDS:
        raise Mistake(
            "not-an-attachment",
            f"不公布 .{ending} 文件；请另存为其中一种：{'、'.join(KINDS)}",
            f"files ending in .{ending} are not published; save it as one of {', '.join(KINDS)}",
        )
    raise Mistake(
        "not-an-attachment",
        f"“{text[:80]}”不能做网址；请给文件改名，只用英文字母、数字和连字符，如 form-1.docx",
        f"“{text[:80]}” cannot be part of an address; rename the file with letters, digits and hyphens, such as form-1.docx",
    )
