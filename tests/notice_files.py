"""A notice as the files that offices have: Word, rich text, OpenDocument, a saved web page; paragraphs typed, tables as tables."""

import email.mime.multipart
import email.mime.text
import html
import io
import re
import struct
import zipfile

import docx

from microsite.importing.notice import documents

ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("fo", "xsl-fo-compatible"))
)
STYLES = (
    f"<office:document-styles {ODF}><office:master-styles><style:master-page><style:footer><text:p>— 1 —</text:p></style:footer>"
    "</style:master-page></office:master-styles></office:document-styles>"
)
LISTS = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/>'
    "</text:list-style>"
)


def blocks(notice):
    """Paragraphs as text and tables as lists of rows, in their order."""
    found = []
    for line in documents.text_document(notice).lines:
        if not line.cells:
            found.append(line.text if line.starts is None else f"　　{line.text}")
        elif found and isinstance(found[-1], list):
            found[-1].append(line.cells)
        else:
            found.append([line.cells])
    return found


def word(notice):
    made = docx.Document()
    for block in blocks(notice):
        if isinstance(block, str):
            made.add_paragraph(block)
            continue
        table = made.add_table(rows=0, cols=max(map(len, block)))
        for row in block:
            for cell, words in zip(table.add_row().cells, row, strict=False):
                cell.text = words
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


RICH_HEAD = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f13\fnil\fcharset134 \'cb\'ce\'cc\'e5;}}"
    r"{\colortbl;\red255\green0\blue0;}{\*\generator Msftedit 5;}{\stylesheet{\s0 Normal;}}{\footer\pard\plain \'a1\'aa 1 \'a1\'aa\par}"
)


def rich_text(notice):
    """As Word and WPS write it: bytes of GBK, those below 128 as letters where they are some."""
    return _rich(notice, lambda words: "\\loch\\f0\\hich\\f0\\dbch\\f13 " + "".join(map(_in_bytes, words)))


def _in_bytes(sign):
    if sign in "{}\\":
        return f"\\{sign}"
    if sign == "\t":
        return "\\tab "
    codes = sign.encode("gb18030")
    if len(codes) > 2:  # what GBK lacks has its number, and two signs for programs that know none
        return "".join(f"\\uc2\\u{unit}\\'a1\\'f5\\uc1 " for unit in _units(sign))
    plain = "".join(map(chr, codes))
    return "".join(each if len(codes) == 1 or re.match("[A-Za-z0-9]", each) else f"\\'{ord(each):02x}" for each in plain)


def rich_text_of_libreoffice(notice):
    """Every sign by its number in Unicode, with a sign for programs that know none."""
    return _rich(notice, lambda words: "".join(f"\\u{unit}\\'3f" for unit in _units(words)))


def _units(words):
    """The units of UTF-16 as signed numbers, of which a picture (📍) has two."""
    data = words.encode("utf-16-le")
    return struct.unpack(f"<{len(data) // 2}h", data)


def _rich(notice, written):
    made = []
    for block in blocks(notice):
        if isinstance(block, str):
            indent = "\\fi640" if block.startswith("　　") else ""
            made.append(f"\\pard\\plain{indent} {{{written(block.strip())}}}\\par\r\n")
            continue
        for row in block:
            edges = "".join(f"\\cellx{at * 900}" for at in range(1, len(row) + 1))
            cells = "".join(f"\\pard\\plain\\intbl {{{written(each)}}}\\cell" for each in row)
            made.append(f"\\trowd{edges}{cells}\\row\r\n")
    return (RICH_HEAD + "".join(made) + "}").encode("ascii")


def opendocument(notice, body=None):
    def table(rows):
        cells = ("".join(f"<table:table-cell><text:p>{html.escape(each)}</text:p></table:table-cell>" for each in row) for row in rows)
        return f"<table:table>{''.join(f'<table:table-row>{each}</table:table-row>' for each in cells)}</table:table>"

    given = body or "".join(
        f"<text:p>{html.escape(each)}</text:p>" if isinstance(each, str) else table(each) for each in blocks(notice)
    )
    content = (
        f"<office:document-content {ODF}><office:automatic-styles>{LISTS}</office:automatic-styles>"
        f"<office:body><office:text>{given}</office:text></office:body></office:document-content>"
    )
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("content.xml", content)
        packed.writestr("styles.xml", STYLES)
    return saved.getvalue()


def numbered(notice):
    """The body of an .odt whose 一、 and （一） the program counts, as LibreOffice writes it: a list for each item."""
    made = []
    for line in (each.strip("　") for each in notice.splitlines()):
        first = re.match(r"[一二三四五六七八九十]、(.*)", line)
        second = re.match(r"（[一二三四五六七八九十]）(.*)", line)
        found = first or second
        text = f"<text:p>{html.escape(found[1] if found else line)}</text:p>"
        item = f"<text:list-item>{text}</text:list-item>"
        if second:
            item = f"<text:list-item><text:list>{item}</text:list></text:list-item>"
        going = ' text:continue-numbering="true"' if any("text:list" in each for each in made) else ""
        made.append(f'<text:list text:style-name="L1"{going}>{item}</text:list>' if found else text)
    return "".join(made)


def article(notice):
    """The notice as paragraphs and tables of a page."""
    rows = []
    for block in blocks(notice):
        if isinstance(block, str):
            rows.append(f"<p>{html.escape(block)}</p>")
        else:
            cells = ("".join(f"<td><p>{html.escape(each)}</p></td>" for each in row) for row in block)
            rows.append(f"<table border=1>{''.join(f'<tr>{each}</tr>' for each in cells)}</table>")
    return "\n".join(rows)


def page(notice):
    """The same within the menus and the foot of an office's site."""
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("首页", "政务公开", "通知公告", "互动交流"))
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>通知公告</title><script>var a = "关于";</script></head><body>'
        f'<div class="top"><ul>{menu}</ul></div><div class="main">'
        '<div class="crumbs"><a href="/">首页</a> &gt; <a href="/tz">通知公告</a></div>'
        f'<div class="article">{article(notice)}</div></div>'
        '<footer><p>主办：青禾市人民政府办公室　备案号：青ICP备99999999号</p></footer></body></html>'
    )


WORD_PAGE_HEAD = (
    '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">'
    '<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><style><!-- p.MsoNormal {margin:0cm} --></style>'
    "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]--></head>"
)


def page_of_word(notice):
    """As Word and WPS save a page: spans around every stretch, numbers that were counted in a condition, empty <o:p>."""
    made = []
    for block in blocks(notice):
        if isinstance(block, str):
            made.append(_word_paragraph(block))
            continue
        cells = ("".join(f"<td width=99 valign=top>{_word_paragraph(each)}</td>" for each in row) for row in block)
        made.append(f"<table class=MsoTableGrid border=1>{''.join(f'<tr>{each}</tr>' for each in cells)}</table>")
    body = "\r\n".join(made)
    return f"{WORD_PAGE_HEAD}<body lang=ZH-CN style='tab-interval:21.0pt'><div class=Section1>{body}</div></body></html>".encode("gb18030")


def _word_paragraph(text):
    number = re.match("　*([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)", text)
    label, rest = (number[1], text[number.end() :]) if number else ("", text)
    counted = f"<![if !supportLists]><span style='mso-list:Ignore'>{label}</span><![endif]>" if label else ""
    halves = (rest[: len(rest) // 2], rest[len(rest) // 2 :])
    spans = "".join(f"<span style='font-family:宋体;mso-hansi-font-family:Times'>{html.escape(each)}</span>" for each in halves)
    return f"<p class=MsoNormal style='text-indent:32.0pt'>{counted}{spans}<span lang=EN-US><o:p></o:p></span></p>"


def archive(notice):
    """The same page in an archive of one file."""
    mail = email.mime.multipart.MIMEMultipart("related", type="text/html")
    mail.attach(email.mime.text.MIMEText(page(notice), "html", "utf-8"))
    mail.attach(email.mime.text.MIMEText("p {margin: 0}", "css"))
    return b"From: <Saved by Blink>\r\n" + mail.as_bytes()
