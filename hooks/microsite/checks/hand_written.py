"""The pages of docs/: what the host would publish as something else, what would ask another host for something, equal headings.

Who reads a page asks this site alone; the policy of the pages would leave a hole where a picture from elsewhere belongs.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html.parser import HTMLParser

import yaml

from ..core.problems import Mark, Note, Problem
from ..model.links import wrong_links
from ..yamlfile import conflicts, settings_yaml
from ..yamlfile.encoding import decode, told_hidden
from ..yamlfile.messages import Findings, say, shown

TEXTS = (".md", ".html", ".css", ".svg")
"""Endings of files that are looked into."""

_FRONT = re.compile(r"---[ \t]*\n(?P<values>.*?)^(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"^(?P<indent> *)(?P<sign>`{3,}|~{3,}).*?^ *(?P=sign)[`~]*[ \t]*$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(?<!`)(?P<sign>`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=sign)(?!`)|<!--.*?-->", re.DOTALL)
_WORDS = r"!\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]"
_PICTURE = re.compile(rf"{_WORDS}\(\s*<?(?P<url>[^\s)>]+)")
_BY_NAME = re.compile(rf"{_WORDS}(?:\s?\[(?P<name>[^\]]*)\])?(?!\()")
_DEFINED = re.compile(r"^ {0,3}\[(?P<name>[^\]]+)\]:\s*<?(?P<url>[^\s>]+)", re.MULTILINE)
_STYLE = re.compile(r"""(?:url\(\s*|@import\s+|image-set\(\s*)["']?(?P<url>[^"')]+)""", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"(?:(?<=[)\]>*_`])|^)\{:?(?P<given>[^\n{}=]*=[^\n{}]*)\}", re.MULTILINE)
_ELSEWHERE = re.compile(r"(?:https?:)?[/\\]{2,}[^/\\\s]|https?:[/\\][^/\\]", re.IGNORECASE)
_LINK = re.compile(r'<a href="[^"<>]*"')
_MAY_ASK = re.compile(r"[:/\\][\t\n\r]*[/\\]|&(?!lt;|gt;|amp;|quot;|nbsp;)")
_SEVERAL = {"srcset": ",", "imagesrcset": ",", "values": ";"}
_LOADS = frozenset({*_SEVERAL, "src", "data", "poster", "background", "archive", "from", "to", "by"})
_SENDS = frozenset({"action", "formaction", "ping", "attributionsrc"})
_ONLY_SAYS = frozenset("canonical alternate author license help me next prev search index up bookmark".split())
"""Kinds of ``<link>`` for which no browser asks anybody."""


def problems(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """What is wrong with the files of docs/, by their names for messages."""
    return (problem for file, data in files.items() for problem in _problems(file, data))


@lru_cache(1000)
def _problems(file: str, data: bytes) -> tuple[Problem, ...]:
    """The host asks about the same files for each language, and again in every build of a preview."""
    if file.endswith(".svg"):
        return tuple(_foreign(file, data.decode(errors="replace").replace("\0", "")))
    found = Findings(file)
    text = decode(data, found)
    told = [conflict] if (conflict := conflicts.found(data, file)) else []
    if text is None:
        return (*told, *found.problems)
    if not text.strip() and file.endswith(".md"):
        return (*told, say("yaml-empty-file", Mark(file)))
    front = _front_matter(file, text) if file.endswith(".md") else ()
    return (*told, *told_hidden(found, text), *front, *_foreign(file, text), *_links(file, text))


def _front_matter(file: str, text: str) -> Iterator[Problem]:
    """Settings of a page that the host could not read: it would show them as text."""
    if not re.match(r"---[ \t]*\n", text):
        return
    found = _FRONT.match(text)
    if found is None:
        zh = "页面开头的设置没有结束；请在设置后面另起一行写 ---"
        yield _problem(Mark(file), zh, "the settings at the top of the page are not closed; write --- on a line after them")
        return
    try:
        values = yaml.load(found["values"], settings_yaml.Loader)  # noqa: S506 - a safe one
    except (yaml.YAMLError, RecursionError) as error:
        place = getattr(error, "problem_mark", None)
        mark = Mark(file, place.line + 2, place.column + 1) if place else Mark(file, 2)
        zh = "页面开头的设置读不懂；请检查这一行和上一行的冒号和引号，如 title: 关于本站"
        en = "the settings at the top of the page cannot be read; check the colons and quotes here and on the line above, "
        yield _problem(mark, zh, f"{en}such as title: About this site")
        return
    if not isinstance(values, dict):
        zh = "页面开头两行 --- 之间应是设置，如 title: 关于本站；只要一条横线请写 ***"
        en = "the two --- lines at the top must enclose settings such as title: About this site; for a horizontal line write ***"
        yield _problem(Mark(file, 2), zh, en)


def _problem(mark: Mark, zh: str, en: str) -> Problem:
    return Problem(mark, "", "broken-front-matter", zh, en)


class _Tags(HTMLParser):
    """The addresses of other hosts that the tags of a page load, send to or lead to by themselves."""

    def __init__(self, starts: list[int]) -> None:
        super().__init__()
        self.starts, self.found = starts, set[tuple[int, str]]()

    @classmethod
    def in_text(cls, text: str) -> set[tuple[int, str]]:
        """Where each tag begins, and the address."""
        if not _MAY_ASK.search(_LINK.sub("", text)):  # most pages have nothing but links, and reading tags takes its time
            return set()
        starts = [0, *(found.end() for found in re.finditer("\n", text))]
        reader = cls(starts)
        reader.feed(text.replace("<![", "   "))  # a declaration that the reader does not know would stop it
        reader.close()
        return reader.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            self._take(_asked(tag, name, value, given))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            self._take(_elsewhere(found["url"] for found in _STYLE.finditer(data)))

    def handle_pi(self, data: str) -> None:
        self._take(url for _, url in _Tags.in_text(f"<{data.rstrip('?')}>"))  # <?xml-stylesheet href="…"?>

    def _take(self, urls: Iterable[str]) -> None:
        line, column = self.getpos()
        self.found |= {(self.starts[line - 1] + column, url) for url in urls}


def _asked(tag: str, name: str, value: str, given: Mapping[str, str]) -> Iterator[str]:
    """The addresses of other hosts in one attribute."""
    if name == "srcdoc":
        yield from (url for _, url in _Tags.in_text(value))
        return
    loads = name in _LOADS or name in _SENDS
    if name in ("href", "xlink:href"):
        kinds = set(given.get("rel", "").lower().split())
        loads = tag not in ("a", "area") and not (tag == "link" and kinds and kinds <= _ONLY_SAYS)
    elif name == "content" and given.get("http-equiv", "").lower() == "refresh":
        value, loads = re.sub(r"^[\s\d.;,]*(?:url\s*=)?[\s'\"]*", "", value, flags=re.IGNORECASE), True
    elif name not in ("alt", "title", "content"):
        yield from _elsewhere(found["url"] for found in _STYLE.finditer(value))
    if loads:
        yield from _elsewhere(value.split(_SEVERAL[name]) if name in _SEVERAL else [value])


def _elsewhere(urls: Iterable[str]) -> Iterator[str]:
    """Those that lead to another host; browsers pass over line breaks and tabs in an address, and over signs before it."""
    for url in (re.sub(r"^[\0-\x20]+|[\t\n\r]", "", url) for url in urls):
        if _ELSEWHERE.match(url):
            yield url.split()[0]


def _foreign(file: str, text: str) -> Iterator[Problem]:
    """Pictures, frames, scripts and styles of other hosts; an example in code asks nobody."""
    if file.endswith(".css"):
        found = {(each.start(), url) for each in _STYLE.finditer(text) for url in _elsewhere([each["url"]])}
    elif file.endswith(".md"):
        plain = _CODE.sub(_blank, _FENCE.sub(_blank, text))
        found = {*_Tags.in_text(plain), *_in_markdown(plain)}
    else:
        found = _Tags.in_text(text)
    yield from (_another_host(file, text, start, url) for start, url in sorted(found))


def _in_markdown(plain: str) -> Iterator[tuple[int, str]]:
    """The same of pictures in Markdown, and of attributes that are given to anything (``{ src=… }``)."""
    named = {_label(each["name"]): each["url"] for each in _DEFINED.finditer(plain)}
    pictures = [(each.start(), each["url"]) for each in _PICTURE.finditer(plain)]
    pictures += [(each.start(), named.get(_label(each["name"] or each["text"]), "")) for each in _BY_NAME.finditer(plain)]
    yield from ((start, url) for start, written in pictures for url in _elsewhere([html.unescape(written)]))
    for each in _ATTRIBUTES.finditer(plain):
        yield from ((each.start(), url) for _, url in _Tags.in_text(f"<a {each['given']}>"))


def _label(name: str) -> str:
    return " ".join(name.casefold().split())


def finished(file: str, text: str, made: str) -> Iterator[Problem]:
    """The same of a page as the host made it of ``text``, in whatever way that was written."""
    for url in sorted({url for _, url in _Tags.in_text(made)}):
        yield _another_host(file, text, max(text.find(url), 0), url)


def _another_host(file: str, text: str, start: int, url: str) -> Problem:
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return Problem(
        Mark(file, line, column),
        "",
        "from-another-host",
        f"“{shown(url)}”在别的网站上，读者打开这一页就会被那个网站知道，图片也显示不出；请把文件放进 docs/，写它的相对地址，"
        "要读者去那里的，写成链接",
        f"“{shown(url)}” is on another site, which would learn of every reader, and would not be shown; "
        "put the file into docs/ and write its relative address, or make it a link if readers should go there",
    )


def _links(file: str, text: str) -> Iterator[Problem]:
    """Links that a typing error made useless, or that tell a password; the host says of other pages of the site where they are not."""
    plain = _CODE.sub(_blank, _FENCE.sub(_blank, text)) if file.endswith(".md") else ""
    for start, wrong in wrong_links(plain):
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        yield Problem(Mark(file, line, column), "", wrong.code, wrong.zh, wrong.en)


_HEADING = re.compile(r"^#{1,6}[ \t]*(?P<text>[^\n]*?)[ \t]*#*[ \t]*$|^(?P<above>[^\s#>|*+-][^\n]*)\n(?:=+|-+)[ \t]*$", re.MULTILINE)
_OWN_ID = re.compile(r"\{:?[^{}]*#(?P<id>[^\s{}]+)[^{}]*\}\s*$")
_MARKUP = re.compile(r"\]\([^)]*\)|<[^<>]*>|[^\w\s-]")


def notes(pages: Mapping[str, str]) -> Iterator[Note]:
    """Headings of a page that the host tells apart by numbers alone: those move when one is added above."""
    for file, text in pages.items():
        seen: dict[str, int] = {}
        for found in _HEADING.finditer(_FENCE.sub(_blank, _FRONT.sub(_blank, text, count=1) if text.startswith("---") else text)):
            heading, line = found["text"] or found["above"] or "", text.count("\n", 0, found.start()) + 1
            own = _OWN_ID.search(heading)
            name = own["id"] if own else "-".join(_MARKUP.sub("", heading).lower().split())
            if name in seen:
                zh = f"“{shown(heading)}”和第 {seen[name]} 行的标题同名，链接只能靠序号，添一个标题就会变；请写上自己的编号"
                en = f"“{shown(heading)}” is the heading of line {seen[name]}, too: links would have a number that moves; "
                given = f"{_OWN_ID.sub('', heading).strip()} {{#{'example' if own else 'id'}-2}}"
                yield Note(Mark(file, line), "equal-headings", f"{zh}，如 {given}", f"{en}give it an id of its own, such as {given}")
            seen.setdefault(name, line)


def _blank(found: re.Match[str]) -> str:
    """As many signs, so that places stay what they are."""
    return re.sub(r"[^\n]", " ", found[0])
