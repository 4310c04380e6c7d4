"""Addresses in the data: http and https where a field is an address; mailto and tel in prose; nothing else."""

from __future__ import annotations

import re

import pytest

from microsite.core.problems import Mistake
from microsite.model.fields import Value, marked
from microsite.model.values import Url
from microsite.views.safe_markdown import render

ADDRESS = marked(Url, Value)
assert ADDRESS is not None

REFUSED = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "java\nscript:alert(1)", "\x01javascript:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
    "javascript://example.org/%0aalert(1)", "data:text/html,<script>", "DATA:text/html;base64,PHN2Zz4=", "vbscript:x",
    "file:///etc/passwd", "ftp://a.cn/", "blob:https://a.cn/1", "view-source:https://a.cn/", "about:blank", "ws://a.cn/",
    "//evil.test/", "///evil.test/", "\\\\evil.test\\", "/\\evil.test/", "\\/evil.test", "/path", "path", "?q", "#x", "",
    "http:evil.test", "http:/evil.test", "https:\\\\evil.test", "http://", "https://?x", "https://:80/", "HTTPS//a.cn",
    "https://gov.cn@evil.test/", "https://user:word@a.cn/", "https://a.cn\\@evil.test/", "https://a.cn:port/",
    "https://a.cn:99999/", "https://[::1]/", "https://a b.cn/", "https://a.cn/a b", "https://a.cn/\"x", "https://a.cn/'x",
    "https://a.cn/<x>", "https://a.cn/\x00", "https://a.cn/\x7f", "https://a.cn/a\tb", "https://a.cn/a\u3000b",
)  # fmt: skip

ACCEPTED = (
    "https://a.cn", "http://a.cn/", "https://www.example.gov.cn:8443/a/b.html?c=d&e=f#g", "https://数字.中国/活动",
    "https://a.cn/?next=javascript:x", "https://a.cn/(b);c,d", "https://a.cn/%E6%B4%BB", "https://a-b.c_d.cn/~e/@f",
)  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_a_field_for_an_address_refuses_whatever_is_no_plain_web_address(text: str) -> None:
    with pytest.raises(Mistake):
        ADDRESS.read(text)


@pytest.mark.parametrize("text", ACCEPTED)
def test_a_field_for_an_address_takes_web_addresses_as_they_are(text: str) -> None:
    assert ADDRESS.read(text) == text


def links(markdown: str) -> list[str]:
    """Where the links of a prose lead, as a browser reads it."""
    return re.findall(r'<a[^>]* href="([^"]*)"', render(markdown, "zh", "zh"))


WAYS = ("[x]({})", "[x](<{}>)", "[x][1]\n\n[1]: {}", "<{}>", "![x]({})", "[x]({} 'title')")

# In prose an address that is cut off by a space or a sign is what stands before it; those are no tricks.
TRICKS = [text for text in REFUSED if text and not text.startswith(("https://", "http://"))]


@pytest.mark.parametrize("text", TRICKS)
@pytest.mark.parametrize("way", WAYS)
def test_prose_links_to_web_addresses_mail_and_telephones_only(text: str, way: str) -> None:
    assert [link for link in links(way.format(text)) if not re.match(r"(?:https?://[^/\\]|mailto:.|tel:.)", link)] == []


@pytest.mark.parametrize("text", ["https://a.cn/b?c=d", "http://a.cn", "mailto:a@a.cn", "tel:079188912762", "MAILTO:a@a.cn"])
def test_prose_keeps_the_links_that_are_allowed(text: str) -> None:
    assert links(f"[x]({text})") == [text]
