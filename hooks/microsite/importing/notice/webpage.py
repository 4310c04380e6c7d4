"""A saved web page (.html, .mht): its article, line by line, without menus, forms and what stands below it.

What an article has beside its text (buttons, pictures, links, what is hidden) is told.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

from ...core.problems import RefusalError
from ...core.typography import clean, counted
from . import documents
from .documents import BREAK, Counter, Document, clean_lines, grid, within
from .pieces import PAPER, Line, Place

_SKIPPED = frozenset("script style noscript template head title rp rt".split())
_ASIDE = {
    **dict.fromkeys(("nav", "footer", "form", "select", "button", "label"), "处栏目、按钮和页脚"), "svg": "处图形",
    **dict.fromkeys(("s", "strike", "del"), "处划去的字"), **dict.fromkeys(("iframe", "object", "embed"), documents.EMBEDDED[0]),
}  # fmt: skip
"""Elements whose words are only told."""
_SHOWN = ("text", "button", "submit", "reset")
"""Kinds of inputs whose value is seen."""
_KEPT = ("pre", "textarea")
_BLOCKS = frozenset((
    *"p div section article h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote table tr center pre textarea header main aside".split(),
    *"address figure figcaption details summary fieldset legend caption hr".split(),
))
_ARTICLE = 0.6
"""The smallest part of the page with so much of its text is the article."""
_MAX_TAGS = 100_000
_LABELLED = "\x02"
"""Ends the number of an item, whose paragraph may begin on a line of its own."""
_TITLE = re.compile(rf"关于.{{2,110}}的{PAPER}")


def archived(data: bytes) -> bytes:
    """The page of an archive of one file (.mht), which is built like a mail."""
    parts = email.message_from_bytes(data).walk()
    pages = (part.get_payload(decode=True) for part in parts if part.get_content_type() == "text/html")
    page = next(pages, b"")
    return page if isinstance(page, bytes) else b""


def read(text: str) -> Document:
    """The lines of a web page; raises RefusalError."""
    if text.count("<") > _MAX_TAGS:
        raise RefusalError("网页太大；请粘贴通知的文字，存为 .txt", "the page is too large; paste the words of the notice into a .txt file")
    try:
        page = html.fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text))
    except (etree.ParserError, ValueError) as error:
        raise RefusalError("网页里没有文字；请检查文件", "there is no text in the page; check it") from error
    sheet = _sheet(" ".join(each.text or "" for each in page.iter("style")))
    for node in [each for each in page.iter() if not isinstance(each.tag, str) or each.tag in _SKIPPED]:
        node.drop_tree() if node.getparent() is not None else None
    whole = _weight(page)
    if not whole and next(page.iter("iframe", "frame"), None) is not None:
        raise RefusalError(
            "网页的内容在框架里；请在浏览器里单独打开那个框架，存下来再导入，或粘贴文字",
            "the words of the page are in a frame; open that frame on its own and save it, or paste its text",
        )
    gone: dict[Any, str] = {}
    for each in page.iterdescendants():
        if (why := _left_out(each, sheet, whole)) and not any(above in gone for above in each.iterancestors()):
            gone[each] = why
    told = [(each.getparent(), why, dict([documents.EMBEDDED]).get(why) or each.text_content()) for each, why in gone.items()]
    for each in gone:
        each.drop_tree()
    article = _article(page)
    around = next(article.iterancestors("article"), article)
    aside = [(why, text) for parent, why, text in told if around in (parent, *parent.iterancestors())]
    aside += [("处图片", each.get("alt", "")) for each in around.iter("img")]
    aside += [(_ASIDE["button"], each.get("value", "")) for each in around.iter("input") if each.get("type", "text") in _SHOWN]
    aside += [documents.linked(each.text_content(), each.get("href", "")) for each in around.iter("a")]
    lines = list(within(_lines(article)))
    headline = next((" ".join(each.text_content().split()) for each in page.iter("h1", "h2") if _TITLE.search(each.text_content())), "")
    if headline and not any(_TITLE.search(re.sub(r"\s", "", line.text)) for line in lines):
        lines.insert(0, Line(headline, Place(0), True))
    elif headline and sum("".join(line.text.split()) == "".join(headline.split()) for line in lines) > 1:
        lines = lines[next(at for at, line in enumerate(lines) if "".join(line.text.split()) == "".join(headline.split())) + 1 :]
    return Document(tuple(lines), documents.beside(aside))


_STYLES = (
    ("处划去的字", "line-through"),
    ("处隐藏文字", r"display\s*:\s*none|visibility\s*:\s*hidden"),
    ("", r"\b(?:display|visibility)\s*:"),
    ("font-size", r"(?<![\w-])font-size\s*:\s*0(?!\.?[0-9]*[1-9])"),
)


def _said(style: str) -> str | None:
    """Why a style leaves words out, "" where it shows them, None where it says nothing of that."""
    return next((why for why, pattern in _STYLES if re.search(pattern, style.lower())), None)


def _sheet(text: str) -> dict[str, str]:
    """What the page's own style says of a class (.x) or an id (#x); what several of them must share only shows words."""
    found: dict[str, str] = {}
    depth, selectors = 0, ""
    parts = re.split("([{}])", "".join(each.partition("/*")[0] for each in text.replace("<!--", "").split("*/")))
    for words, brace in zip(parts[::2], parts[1::2], strict=False):
        if brace == "{":
            selectors, depth = "" if depth else words.rpartition(";")[2], depth + 1
            continue
        depth, said = max(depth - 1, 0), _said(words)
        for each in selectors.split(",") if said is not None else ():
            named = re.search(r"([.#][\w-]+)$", each.strip())
            if named and (not said or re.fullmatch(r"\w*[.#][\w-]+", each.strip())):
                found[named[1]] = said or ""
        selectors = ""
    return found


def _left_out(node: Any, sheet: dict[str, str], whole: int) -> str:
    """Why the words of an element are only told: hidden, struck through, or no part of the text; empty where they are read."""
    if node.tag in _ASIDE and not (node.tag == "form" and _weight(node) >= _ARTICLE * whole):  # some pages are one form
        return _ASIDE[node.tag]
    names = [f"#{node.get('id', '')}", *(f".{each}" for each in node.get("class", "").split())]
    by_sheet = [sheet[each] for each in names if each in sheet]
    own = _said(node.get("style", ""))
    why = own if own is not None else "" if "" in by_sheet else next(iter(by_sheet), "")
    if why == "font-size":  # a part of it may have a size of its own
        why = "" if len(node) else "处隐藏文字"
    return "处隐藏文字" if node.get("hidden") is not None else why


def _article(page: Any) -> Any:
    """The smallest part that holds most of the text; links do not count."""
    whole = _weight(page)
    node = page
    while True:
        inner = next((each for each in node if _weight(each) >= _ARTICLE * whole and each.tag not in ("table", "tbody", "tr")), None)
        inner = inner if inner is not None else _only_cell(node, whole)
        if inner is None:
            return node
        if inner.tag == "p":
            return node
        node = inner


def _only_cell(node: Any, whole: int) -> Any:
    """A cell of a table that lays out the page."""
    return next((each for each in node.iter("td") if _weight(each) >= _ARTICLE * whole and len(list(each.iter("p", "br"))) > 3), None)


def _weight(node: Any) -> int:
    return len("".join(node.text_content().split())) - sum(len("".join(each.text_content().split())) for each in node.iter("a"))


def _lines(article: Any) -> Iterator[Line]:
    counter = Counter()
    for piece in _pieces(article):
        if isinstance(piece, str):
            for line, broken in clean_lines(re.sub(rf"{_LABELLED}\s*", "", piece)):
                counter.paragraphs += 1
                if line.strip():
                    begins = True if re.match(r"\u3000\u3000|\xa0\xa0|\u2003\u2003", line) else None
                    yield Line(line.strip(), Place(counter.paragraphs), begins, broken=broken and not begins)
        else:
            yield from counter.table(grid(piece))


def _pieces(article: Any) -> Iterator[str | list[list[tuple[str, int, int]]]]:
    """Text with a line for each block, and tables as rows of cells, in their order."""
    text = ""
    for part in _walk(article):
        if isinstance(part, str):
            text += part
        else:
            yield text
            yield part
            text = ""
    yield text


def _walk(node: Any, kept: bool = False) -> Iterator[str | list[list[tuple[str, int, int]]]]:
    kept = kept or node.tag in _KEPT
    yield _spaced(node.text, kept)
    for child in node:
        if child.tag == "br":
            yield BREAK
        elif child.tag == "table" and _is_data(child):
            yield "\n" + "\n".join(each.text_content() for each in child.iterchildren("caption")) + "\n"
            yield _rows(child)
        else:
            block = child.tag in _BLOCKS
            yield ("\n" if block else "") + _label(child)
            yield from _walk(child, kept)
            yield "\n" if block else "\u3000" if child.tag in ("td", "th") else ""
        yield _spaced(child.tail, kept)


def _spaced(text: str | None, kept: bool) -> str:
    """Line breaks of the source are spaces, unless they are ``kept``; wide ones stay, as they part names."""
    return text or "" if kept else re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", text or "")


def _label(node: Any) -> str:
    """The number that a browser prints before an item of a numbered list."""
    parent = node.getparent()
    if node.tag != "li" or parent is None or parent.tag != "ol":
        return ""
    start = parent.get("start", "1")
    number = int(node.xpath("count(preceding-sibling::li)")) + (int(start) if re.fullmatch("[0-9]{1,6}", start) else 1)
    kind = "chineseCounting" if re.search("cjk|chinese|hant|hans", parent.get("style", "")) else "decimal"
    inner = any(each.tag == "ol" for each in parent.iterancestors())
    label = f"（{counted(number, kind)}）" if inner else f"{counted(number, kind)}{'、' if kind != 'decimal' else '.'}"
    return label + _LABELLED


def _is_data(table: Any) -> bool:
    """Whether a table has rows of several cells; others only lay out the page."""
    return sum(len(row.findall("td") + row.findall("th")) > 1 for row in table.iter("tr")) > 1


def _rows(table: Any) -> list[list[tuple[str, int, int]]]:
    return [
        [(_cell(each), _span(each, "colspan"), _span(each, "rowspan")) for each in row if each.tag in ("td", "th")]
        for row in table.iter("tr")
        if next(row.iterancestors("table")) is table
    ]


def _cell(cell: Any) -> str:
    """The words of a cell; its lines, and the cells of a table in it, stay apart."""
    parts = (each if isinstance(each, str) else " ".join(text for row in each for text, _, _ in row) for each in _walk(cell))
    return clean(" ".join("".join(parts).replace(_LABELLED, "").split()))


def _span(cell: Any, name: str) -> int:
    given = cell.get(name, "1")
    return min(max(int(given), 1), 100) if re.fullmatch("[0-9]{1,6}", given) else 1
