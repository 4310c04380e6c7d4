"""Settings that the host takes as they are, and that would make a wrong site, or one without any plan."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..core.language import DEFAULT
from ..core.problems import Mark, Problem
from . import personal_data

HOOKS = "hooks/mkdocs_hooks.py"

OURS = ("data", "docs", "hooks", "overrides", "examples", "tests", "deploy", "bench", "findings", ".git", ".cache", ".venv")
"""Folders of a project in which somebody writes, or a program other than the build."""

_ADDRESS = re.compile(
    r"https?://(?:[^\W_](?:[\w.-]*[^\W_])?|\[[0-9A-Fa-f:.]+\])(?::(?P<port>\d{1,5}))?(?:/[^\s?#\\<>\"'`{}|^@]*)?"
)


def problems(values: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with the settings outside ``extra.microsite``, without their places."""
    yield from _texts(values)
    yield from _shape(values)
    yield from _languages(values)
    yield from personal_data.in_settings(values, "mkdocs.yml")


def _texts(values: Mapping[str, Any]) -> Iterator[Problem]:
    name, address = values.get("site_name"), values.get("site_url")
    if name is not None and not isinstance(name, str):
        yield _wrong("site_name", f"“{name}”应是一句文字，请加引号", f"“{name}” must be text, in quotes")
    if address is not None and address != "" and not is_site_address(address):
        shown = re.sub(r"//[^/]*@", "//…@", str(address))
        yield _wrong(
            "site_url",
            f"“{shown}”应是网站的完整地址，以 https:// 开头，没有用户名、空格、?、# 和 ..，如 https://www.example.gov.cn/ztzl/2024/",
            f"“{shown}” must be the full address of the site: https://, without a user name, spaces, ?, # and .., "
            "such as https://www.example.gov.cn/ztzl/2024/",
        )


def is_site_address(address: object) -> bool:
    """Whether the addresses of pages can begin with this one.

    >>> [is_site_address(f"https://{rest}") for rest in ("a.gov.cn", "a.gov.cn:8080/x/", "u:p@a.cn/", "a.cn/?x", "a.cn/../")]
    [True, True, False, False, False]
    """
    found = _ADDRESS.fullmatch(address) if isinstance(address, str) else None
    if found is None or ".." in found[0]:
        return False
    return found["port"] is None or 0 < int(found["port"]) < 65536


def _shape(values: Mapping[str, Any]) -> Iterator[Problem]:
    extra = values.get("extra") or {}
    ours = extra.get("microsite") if isinstance(extra, Mapping) else None
    for path, found in (("extra", extra), ("extra.microsite", ours or {})):
        if not isinstance(found, Mapping):
            yield _wrong(
                path, "下面应有若干项设置，如 official: false", "must hold settings such as official: false"
            )


def of_the_host(values: Mapping[str, Any]) -> Iterator[Problem]:
    """What the host needs, and would tell only when it builds; nothing where there is no file."""
    if values:
        yield from _without_hooks(values)
        yield from _folders(values)
        if not values.get("site_name"):
            zh, en = "缺网站的名称；请写 site_name: 提升月 这样", "the site has no name; write site_name: Skills Month, say"
            yield _wrong("site_name", zh, en)


def _folders(values: Mapping[str, Any]) -> Iterator[Problem]:
    """The folder of the site is replaced whole, so it is none in which somebody writes."""
    docs, site = (posixpath.normpath(str(values.get(key) or own)) for key, own in (("docs_dir", "docs"), ("site_dir", "site")))
    if docs != "docs":
        zh, en = f"“{docs}”：手写的页面要放在 docs 里；请写 docs_dir: docs", f"“{docs}”: pages lie in docs; write docs_dir: docs"
        yield _wrong("docs_dir", zh, en)
    first = site.partition("/")[0]
    if first in OURS or set(site.split("/")) <= {".", ".."}:
        zh = f"“{site}”里有项目自己的文件，网站会整个替换它；请写 site_dir: site"
        en = f"“{site}” holds files of the project, and the site would replace it whole; write site_dir: site"
        yield _wrong("site_dir", zh, en)


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
        options = plugin.get("i18n") if isinstance(plugin, Mapping) else None
        languages = options.get("languages") if isinstance(options, Mapping) else None
        for number, each in enumerate(languages if isinstance(languages, list) else []):
            if isinstance(each, Mapping) and bool(each.get("default")) != (each.get("locale") == DEFAULT):
                path = f"plugins[{index}].i18n.languages[{number}]"
                zh = "网站的首选语言只能是中文；请只在 locale: zh 那里写 default: true"
                en = "the site’s own language is Chinese; write default: true at locale: zh and nowhere else"
                yield _wrong(path, zh, en)


def _wrong(path: str, zh: str, en: str) -> Problem:
    return Problem(Mark("mkdocs.yml"), path, "wrong-setting", zh, en)
