"""Markdown of the data, rendered once and made safe.

The only place where text from data becomes markup. Raw HTML in Markdown is shown as text;
what is rendered is sanitised again (nh3, an allow-list of tags, attributes and schemes).
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from ..core.language import TAGS, Language, Text, in_html, mark_parts_in_html, unbroken

SCHEMES = {"http", "https", "mailto", "tel"}
"""What a link may begin with; one without leads nowhere, for a browser takes //host for another site."""

_ADDRESS = re.compile(r"(?:https?://[^\s\\/]|mailto:|tel:)[^\s\\]+", re.IGNORECASE)
_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "blockquote", "br", "code", "hr"}
_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}


@dataclass(frozen=True, slots=True)
class Html:
    """A rendered text with the text it came from."""

    html: str
    source: Text

    def __html__(self) -> str:
        return self.html

    def __bool__(self) -> bool:
        return bool(self.source)

    def markup(self) -> Markup:
        return Markup(self.html)  # noqa: S704 - sanitised by render


class _NoRawHtml(markdown.extensions.Extension):
    """Tags written in Markdown are text like any other; headings stand below those of the page."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_LowHeadings(md), "low-headings", 5)


class _LowHeadings(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in ("h1", "h2"):
                element.tag = "h3"
            elif element.tag in ("h5", "h6"):
                element.tag = "h4"


_LINK = re.compile(r"""\]\(\s*<?([^\s()<>#?]+\.html)|href=["']([^"'#?]+\.html)""")


def targets(text: str, source: str) -> tuple[str, ...]:
    """Pages that a hand-written page links to as files of the finished site, from the site's root.

    >>> targets("[Plan](../jiangxi-2022/plan/index.html#phase-1)", "manual/format.md")
    ('jiangxi-2022/plan/index.html',)
    """
    links = (one or other for one, other in _LINK.findall(text))
    folder = posixpath.dirname(source)
    return tuple(dict.fromkeys(posixpath.normpath(posixpath.join(folder, link)) for link in links))


_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def without_comments(html: str) -> str:
    """A hand-written page without what its writer noted for herself; an example of a comment is no comment.

    >>> without_comments("<p>一<!-- 等办公室确认 --></p><code>&lt;!-- --&gt;</code>")
    '<p>一</p><code>&lt;!-- --&gt;</code>'
    """
    return _COMMENT.sub("", html)


def render(text: str, language: Language, page: Language) -> str:
    """Markdown in ``language`` as safe HTML for a page in ``page``; foreign parts are marked."""
    html = _safe_html(text)
    if language != page:
        return f'<div lang="{TAGS[language]}">{html}</div>'
    return mark_parts_in_html(html) if page == "en" else html


# A line in which no character can mean anything to Markdown: letters, ideographs, their punctuation. The
# underscore, which counts as a letter here, is asked for apart.
_WORDS = r"""(?!\d+[.)])[^\W_][\w ，。、；：？！（）《》“”‘’·—–…％%/,;?.:'"()+!-]*(?<! )"""
_PLAIN = re.compile(_WORDS)
_BOLD = re.compile(rf"\*\*({_WORDS})\*\*")
_ITEMS = re.compile(rf"- {_WORDS}(?:\n- {_WORDS})*")


@lru_cache(maxsize=4096)
def _safe_html(text: str) -> str:
    """Plain paragraphs and lists are what Markdown would make of them, at a hundredth of the cost."""
    simple = _simple(text)
    return in_html(unbroken, _by_the_library(text) if simple is None else simple)


def _simple(text: str) -> str | None:
    """HTML of paragraphs and lists without any other sign; None for a text with more in it."""
    if "_" in text:
        return None
    made = []
    was_list = False
    for block in text.split("\n\n"):
        is_list = block.startswith("- ")
        html = None if is_list and was_list else _block(block, is_list)
        if html is None:  # lists in a row are one with wide lines, and so on
            return None
        was_list = is_list
        made.append(html)
    return "\n".join(made)


def _block(block: str, is_list: bool) -> str | None:
    """One paragraph of one line, or one list."""
    if is_list:
        if not _ITEMS.fullmatch(block):
            return None
        items = "</li>\n<li>".join(block[2:].split("\n- "))
        return f"<ul>\n<li>{items}</li>\n</ul>"
    if _PLAIN.fullmatch(block):
        return f"<p>{block}</p>"
    bold = _BOLD.fullmatch(block)
    return f"<p><strong>{bold[1]}</strong></p>" if bold else None


_MARKDOWN = markdown.Markdown(extensions=["sane_lists", "tables", _NoRawHtml()], output_format="html")


def _by_the_library(text: str) -> str:
    html = _MARKDOWN.reset().convert(text)
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "*": set()},  # else the library lets lang and title through
        attribute_filter=lambda tag, attribute, value: value if attribute != "href" or _ADDRESS.fullmatch(value) else None,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
