"""The floor: how long the work takes that nobody can leave out, in one plain Python process.

``python bench/floor.py DATA SITE MODULES`` reads the same YAML (libyaml) and the same translations,
puts them through precompiled Jinja templates with autoescape, and writes the pages straight to their
files. Nothing is checked, kept or looked up twice. ``--compile`` compiles the templates beforehand,
which is not measured.
"""

from __future__ import annotations

import compileall
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import dialects
import pages
import plain
from jinja2 import DictLoader, Environment, ModuleLoader
from markupsafe import Markup, escape
from pages import Page

_BOLD = re.compile(r"\*\*(.+?)\*\*")


def prose(text: str) -> Markup:
    """Paragraphs, lists and bold words: all the Markdown that the data has."""
    made = []
    for block in _BOLD.sub(r"<strong>\1</strong>", str(escape(text))).split("\n\n"):
        if block[:2] == "- ":
            items = "".join(f"<li>{line[2:]}</li>\n" for line in block.split("\n"))
            made.append(f"<ul>\n{items}</ul>")
        else:
            made.append(f"<p>{block}</p>")
    return Markup("\n".join(made))  # noqa: S704 - escaped above


def as_json(value: object) -> Markup:
    """A value within a script element."""
    return Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 - cannot end it


FILTERS: dict[str, Callable[..., object]] = {"prose": prose, "json": as_json, "raw": Markup}


def compile_templates(to: Path) -> None:
    env = Environment(loader=DictLoader(dialects.jinja()), autoescape=True)
    env.filters |= FILTERS
    env.compile_templates(str(to), zip=None, ignore_errors=False)
    compileall.compile_dir(to, quiet=1)


class Writer:
    """Writes files below a folder and makes each folder once."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self.made: set[str] = set()

    def __call__(self, path: str, text: str) -> None:
        full = f"{self.root}/{path}"
        folder = full.rpartition("/")[0]
        if folder not in self.made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - counts here
            self.made.add(folder)
        descriptor = os.open(full, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.write(descriptor, text.encode())
        os.close(descriptor)


def build(data: Path, to: Path, modules: Path) -> None:
    env = Environment(loader=ModuleLoader(str(modules)), autoescape=True)
    env.filters |= FILTERS
    env.globals["icons"] = plain.icons()
    templates = {name: env.get_template(f"{name}.html") for name in dialects.PAGES}
    calendar = env.get_template(dialects.CALENDAR)
    write, paths = Writer(to), []
    for each in pages.all_pages(data):
        path = each.page["path"]
        if each.template == "index":
            write(
                f"{path}index.json", json.dumps(each.view["found"], ensure_ascii=False, separators=(",", ":"))
            )
            continue
        if "calendar" in each.view:
            write(f"{path}calendar.ics", calendar.render(calendar=each.view["calendar"]))
        html = templates[each.template].render(page=each.page, w=pages.WORDS[each.language], **each.view)
        write("404.html" if each.template == "lost" else f"{path}index.html", html)
        if each.page["type"]:
            paths.append(_listed(each))
    write("sitemap.xml", sitemap(paths))


def _listed(each: Page) -> tuple[str, str, str]:
    """A page for the sitemap: its own address, the Chinese and the English one."""
    own, other = each.page["path"], each.page["other"]
    return (own, own, other) if each.language == "zh" else (own, other, own)


def sitemap(paths: list[tuple[str, str, str]]) -> str:
    """Every page with its other language."""
    lines = [
        f' <url><loc>/{own}</loc>\n  <xhtml:link rel="alternate" hreflang="zh-CN" href="/{zh}"/>\n'
        f'  <xhtml:link rel="alternate" hreflang="en" href="/{en}"/>\n </url>\n'
        for own, zh, en in paths
    ]
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    )
    return f'{head}xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{"".join(lines)}</urlset>\n'


if __name__ == "__main__":
    if sys.argv[1] == "--compile":
        compile_templates(Path(sys.argv[2]))
    else:
        build(*map(Path, sys.argv[1:4]))
