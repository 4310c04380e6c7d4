"""What a built page says, read with Python's own parser: no template, no view, no browser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

LINKING = ("href", "src", "data-finder", "data-index", "data-engine", "poster")
VOID = frozenset("area base br col embed hr img input link meta source track wbr path rect line".split())
SILENT = ("script", "style", "template")
ROOT = "https://host.test"


@dataclass
class Page:
    """``text`` has no white space at all, so that it can be searched whatever the markup."""

    path: str
    html: str
    language: str = ""
    ids: set = field(default_factory=set)
    links: list = field(default_factory=list)
    headings: list = field(default_factory=list)
    metas: list = field(default_factory=list)
    relations: list = field(default_factory=list)
    classes: set = field(default_factory=set)
    text: str = ""

    def meta(self, name):
        return [each.get("content") for each in self.metas if each.get("name") == name]

    @property
    def h1(self):
        return [text for level, text in self.headings if level == "h1"]

    @property
    def skipped(self):
        """Headings that stand more than one level below the one before."""
        levels = [int(level[1]) for level, _ in self.headings]
        steps = zip(self.headings, levels, [0, *levels], strict=False)
        return [text for (_, text), level, before in steps if level > before + 1]


class _Reader(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.page, self.said, self.silent, self.heading = page, [], 0, None

    def handle_starttag(self, tag, attributes):
        given, page = dict(attributes), self.page
        if tag == "html":
            page.language = given.get("lang")
        if tag == "meta":
            page.metas.append(given)
        if tag == "link":
            page.relations.append(given)
        if "id" in given:
            page.ids.add(given["id"])
        page.classes.update((given.get("class") or "").split())
        page.links += [(name, given[name]) for name in LINKING if given.get(name) is not None]
        self.silent += tag in SILENT
        if tag in ("h1", "h2", "h3"):
            self.heading = len(self.said)

    def handle_endtag(self, tag):
        self.silent -= tag in SILENT
        if tag in ("h1", "h2", "h3"):
            self.page.headings.append((tag, " ".join("".join(self.said[self.heading :]).split())))

    def handle_data(self, data):
        if not self.silent:
            self.said.append(data)


def page(path, html):
    made = Page(path, html)
    reader = _Reader(made)
    reader.feed(html)
    reader.close()
    made.text = squeezed("".join(reader.said))
    return made


def pages(site):
    """Every page below a site's folder by its address: ``en/about/``, ``404.html``."""
    found = (each.relative_to(site).as_posix() for each in sorted(site.rglob("*.html")))
    return {address(path): page(address(path), (site / path).read_text("utf-8")) for path in found}


def address(path):
    return path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path


def leads_elsewhere(page):
    """A page that only stands at a former or a short address."""
    return any(each.get("http-equiv") == "refresh" for each in page.metas)


def squeezed(text):
    return "".join(text.split())


def broken_links(pages, files, base):
    """Links of pages that lead to no file or to no place in one, as readable lines.

    ``base`` is the path under which the site is served; ``files`` are all its paths.
    """
    return [
        f"{one.path}: {name}={link}"
        for one in pages.values()
        for name, link in one.links
        if not _arrives(one.path, link, pages, files, base)
    ]


def _arrives(path, link, pages, files, base):
    whole, fragment = urldefrag(urljoin(f"{ROOT}{base}{path}", link))
    if not whole.startswith(f"{ROOT}/"):
        return True
    at = unquote(urlsplit(whole).path)
    if not at.startswith(base):
        return False
    target = at.removeprefix(base)
    if target == "" or target.endswith("/"):
        target += "index.html"
    if target not in files:
        return False
    return not fragment or unquote(fragment) in pages[address(target)].ids
