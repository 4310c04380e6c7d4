"""Settings that the host takes as they are, and that would make a wrong site, or one without any plan."""

from __future__ import annotations

import contextlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from ..core import web_addresses
from ..core.language import DEFAULT, LANGUAGES
from ..core.problems import Mark, Problem, unknown_key
from . import personal_data

HOOKS = "hooks/mkdocs_hooks.py"

OURS = ("data", "docs", "hooks", "overrides", "examples", "tests", "deploy", "bench", "findings", ".git", ".cache", ".venv")
"""Folders of a project in which somebody writes, or a program other than the build."""

def problems(values: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with the settings outside ``extra.microsite``, without their places."""
    yield from _texts(values)
    yield from _shape(values)
    yield from _languages(values)
    if "theme" in values or "hooks" in values:  # those of a whole site
        yield from _as_shipped(values)
        yield from _excluded(values)
    yield from personal_data.in_settings(values, "mkdocs.yml")


def _texts(values: Mapping[str, Any]) -> Iterator[Problem]:
    name, address = values.get("site_name"), values.get("site_url")
    if name is not None and not isinstance(name, str):
        yield _wrong("site_name", f"“{name}”应是一句文字，请加引号", f"“{name}” must be text, in quotes")
    if address is not None and address != "" and not is_site_address(address):
        shown = web_addresses.without_password(str(address))
        yield _wrong(
            "site_url",
            f"“{shown}”应是网站的完整地址，以 https:// 开头，没有用户名、空格、中文标点、?、#、//、/./、.. 和 index.html，如 https://www.example.gov.cn/ztzl/2024/",
            f"“{shown}” must be the full address of the site: https://, without a user name, spaces, Chinese punctuation, "
            "?, #, //, /./, .. and index.html, such as https://www.example.gov.cn/ztzl/2024/",
        )


def is_site_address(address: object) -> bool:
    """Whether the addresses of pages can begin with this one.

    >>> [is_site_address(f"https://{rest}") for rest in ("a.gov.cn", "a.gov.cn:8080/x/", "u:p@a.cn/", "a.cn/?x", "a.cn/a。")]
    [True, True, False, False, False]
    """
    found = re.fullmatch(web_addresses.WEB, address) if isinstance(address, str) else None
    if found is None or not 0 < int(found["port"] or 443) < 65536:
        return False
    path = unquote(found["path"] or "")
    _, *inner = path.removesuffix("/").split("/")
    return path.isprintable() and not re.search(r"[?#@]|\.html?/?$", path) and not {"", ".", ".."} & {*inner}


def _shape(values: Mapping[str, Any]) -> Iterator[Problem]:
    extra = values.get("extra") or {}
    ours = extra.get("microsite") if isinstance(extra, Mapping) else None
    for path, found in (("extra", extra), ("extra.microsite", ours or {})):
        if not isinstance(found, Mapping):
            yield _wrong(path, "下面应有若干项设置，如 official: false", "must hold settings such as official: false")


def of_the_host(values: Mapping[str, Any]) -> Iterator[Problem]:
    """What the host needs, and would tell only when it builds; nothing where there is no file."""
    if values:
        yield from _without_hooks(values)
        yield from _kinds(values)
        yield from _folders(values)
        if not values.get("site_name"):
            zh, en = "缺网站的名称；请写 site_name: 提升月 这样", "the site has no name; write one, such as site_name: Skills Month"
            yield _wrong("site_name", zh, en)


_OF_THE_HOST = (
    "INHERIT copyright dev_addr docs_dir draft_docs edit_uri edit_uri_template exclude_docs extra extra_css extra_javascript "
    "extra_templates hooks markdown_extensions mdx_configs nav not_in_nav plugins remote_branch remote_name repo_name repo_url "
    "site_author site_description site_dir site_name site_url strict theme use_directory_urls validation watch"
).split()


def _as_shipped(values: Mapping[str, Any]) -> Iterator[Problem]:
    """What the host would pass over, and settings without which pages lie elsewhere or are no pages of the site."""
    for key in (str(key) for key in values if str(key) not in _OF_THE_HOST):
        yield unknown_key("mkdocs.yml", key, key, _OF_THE_HOST)
    extra = values.get("extra") or {}
    if isinstance(extra, Mapping) and "microsite" not in extra:
        zh, en = "缺这一项，页面离不开它；请写 extra: {microsite: {official: false}}", "write extra: {microsite: {official: false}}"
        yield _wrong("extra.microsite", zh, f"pages need it; {en}")
    theme, plugins = _mapping(values.get("theme")), values.get("plugins")
    if theme.get("name") != "material" or posixpath.basename(str(theme.get("custom_dir")).rstrip("/")) != "overrides":
        zh, en = "手写的页面离不开它；请写 name: material 和 custom_dir: overrides", "write name: material and custom_dir: overrides"
        yield _wrong("theme", zh, f"pages written by hand need it; {en}")
    if values.get("use_directory_urls", True) is not True:
        zh, en = "只能写 true，不然公布过的地址都变了", "must be true, or every published address would change"
        yield _wrong("use_directory_urls", zh, en)
    i18n = (_mapping(_mapping(each).get("i18n")) for each in (plugins if isinstance(plugins, list) else [plugins]))
    options = next(filter(None, i18n), _mapping(None))
    languages = options.get("languages")
    locales = {_mapping(each).get("locale") for each in languages} if isinstance(languages, list) else set()
    if options.get("docs_structure") != "suffix" or not locales >= {*LANGUAGES}:
        zh = "里要有 i18n，写 docs_structure: suffix 和 zh、en 两种语言"
        yield _wrong("plugins", zh, "needs i18n with docs_structure: suffix and the languages zh and en")


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


_TEXTS = (
    "copyright dev_addr draft_docs edit_uri edit_uri_template exclude_docs not_in_nav remote_branch remote_name repo_name repo_url "
    "site_author site_description site_dir"
).split()
_LISTS = "extra_css extra_templates watch".split()
_TEXT, _LIST = ("一句文字，请加引号", "text, in quotes"), ("一张清单，每项前写 -", "a list, with - before each item")
_FITS: Mapping[str, tuple[type | tuple[type, ...], str, str]] = {
    **dict.fromkeys(_TEXTS, (str, *_TEXT)),
    **dict.fromkeys(_LISTS, (list, *_LIST)),
    "nav": (list, *_LIST),
    "extra_javascript": (list, *_LIST),
    "plugins": ((list, dict), *_LIST),
    "markdown_extensions": ((list, dict), *_LIST),
    "strict": (bool, "true 或 false", "true or false"),
    "validation": (dict, "若干项设置，如 nav:", "settings such as nav:"),
}
_MAY_BE_NAMED = ("extra_javascript", "markdown_extensions", "nav", "plugins")
"""Lists of texts, or of texts with something of their own after a colon."""


def _kinds(values: Mapping[str, Any]) -> Iterator[Problem]:
    for key, (kind, zh, en) in _FITS.items():
        value = values.get(key)
        if value is not None and not isinstance(value, kind):
            yield _unfit(key, value, zh, en)
    for key in (*_LISTS, "hooks", *_MAY_BE_NAMED):
        if isinstance(value := values.get(key), list):
            yield from _items(key, value, (str, dict) if key in _MAY_BE_NAMED else (str,))
    address, server = values.get("repo_url"), values.get("dev_addr")
    if isinstance(address, str) and address and not re.fullmatch(web_addresses.WEB, address):
        yield _unfit("repo_url", web_addresses.without_password(address), "完整的网址", "a full address")
    if isinstance(server, str) and not re.fullmatch(r".*:[0-9]{1,5}", server):
        yield _unfit("dev_addr", server, "地址和端口，如 127.0.0.1:8000", "an address and a port such as 127.0.0.1:8000")


def _items(path: str, items: list[Any], kinds: tuple[type, ...]) -> Iterator[Problem]:
    """The items of a list; those of the navigation may be lists with names."""
    for number, item in enumerate(items):
        if not isinstance(item, kinds):
            yield _unfit(f"{path}[{number}]", item, *_TEXT)
        elif path.startswith("nav") and isinstance(item, dict):
            for name, below in item.items():
                if isinstance(below, list):
                    yield from _items(f"{path}[{number}].{name}", below, kinds)
                elif not isinstance(below, str):
                    yield _unfit(f"{path}[{number}].{name}", below, "一页的名字，如 about.md", "the name of a page such as about.md")


def _unfit(path: str, value: object, zh: str, en: str) -> Problem:
    return _wrong(path, f"“{str(value)[:40]}”应是{zh}", f"“{str(value)[:40]}” must be {en}")


def _folders(values: Mapping[str, Any]) -> Iterator[Problem]:
    """The folder of the site is replaced whole, so it is none in which somebody writes."""
    docs, site = (posixpath.normpath(str(values.get(key) or own)) for key, own in (("docs_dir", "docs"), ("site_dir", "site")))
    if docs != "docs":
        zh = f"“{docs}”：手写的页面要放在 docs 里；请写 docs_dir: docs"
        en = f"“{docs}”: pages written by hand belong in docs; write docs_dir: docs"
        yield _wrong("docs_dir", zh, en)
    first = site.partition("/")[0]
    if first in OURS or set(site.split("/")) <= {".", ".."}:
        zh = f"“{site}”里有项目自己的文件，网站会整个替换它；请写 site_dir: site"
        en = f"“{site}” holds files of the project, and the site would replace it whole; write site_dir: site"
        yield _wrong("site_dir", zh, en)


_LINKED = tuple(f"{name}{end}" for name in ("about", "accessibility", "press", "manual/index") for end in (".md", ".en.md"))
"""Pages of docs/ to which every page of the site has a link."""


def _excluded(values: Mapping[str, Any]) -> Iterator[Problem]:
    """Settings that leave out pages to which the others link: the host would not say it."""
    for key in ("exclude_docs", "draft_docs"):
        lines = [line for line in str(values.get(key) or "").splitlines() if line.strip() and line.lstrip()[0] not in "#!"]
        if not lines:
            continue
        from pathspec.gitignore import GitIgnoreSpec  # noqa: PLC0415 - seldom needed

        with contextlib.suppress(ValueError):  # the host says what is wrong with a pattern
            spec = GitIgnoreSpec.from_lines(str(values[key]).splitlines())
            if page := next(filter(spec.match_file, _LINKED), None):
                zh = f"这样 docs/{page} 就不公布，而每一页下面都有它的链接；请改掉匹配它的那一行"
                en = f"leaves out docs/{page}, which every page links to; change the line that matches it"
                yield _wrong(key, zh, en)


def _without_hooks(values: Mapping[str, Any]) -> Iterator[Problem]:
    """Without the hooks the host would publish the hand-written pages alone."""
    given = values.get("hooks")
    names = [str(each) for each in given] if isinstance(given, list) else []
    if not any(name.replace("\\", "/").endswith(HOOKS) for name in names):
        zh = f"缺“{HOOKS}”这一项，没有它就不生成方案的页面；请写 hooks: [{HOOKS}]"
        en = f"lacks “{HOOKS}”, without which no page of a plan is made; write hooks: [{HOOKS}]"
        yield _wrong("hooks", zh, en)


def _languages(values: Mapping[str, Any]) -> Iterator[Problem]:
    """Pages of docs/ lie where the public pages look for them only where Chinese is the default."""
    plugins = values.get("plugins")
    for index, plugin in enumerate(plugins if isinstance(plugins, list) else []):
        languages = _mapping(_mapping(plugin).get("i18n")).get("languages")
        for number, each in enumerate(languages if isinstance(languages, list) else []):
            path = f"plugins[{index}].i18n.languages[{number}]"
            if isinstance(each, Mapping) and isinstance(locale := each.get("locale"), str) and locale not in LANGUAGES:
                zh = f"网站只有 zh 和 en；请删去 {locale[:20]} 这一种语言"
                yield _wrong(path, zh, f"the site has only zh and en; delete the language {locale[:20]}")
            elif isinstance(each, Mapping) and each.get("build") is False:
                zh, en = "每一页都有到这种语言的链接；请删去 build: false", "every page links to this language; delete build: false"
                yield _wrong(path, zh, en)
            elif isinstance(each, Mapping) and bool(each.get("default")) != (each.get("locale") == DEFAULT):
                zh = "网站的首选语言只能是中文；请只在 locale: zh 那里写 default: true"
                en = "the site’s default language is Chinese; write default: true only at locale: zh"
                yield _wrong(path, zh, en)


def _wrong(path: str, zh: str, en: str) -> Problem:
    return Problem(Mark("mkdocs.yml"), path, "wrong-setting", zh, en)
