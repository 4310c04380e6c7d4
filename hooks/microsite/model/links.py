"""Addresses of web pages as they are typed, in a field of their own or as links in texts: whether a program would go there."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ..core.problems import Mistake, wrong_value
from .phones import dial

_SENTENCE = re.compile(r"[。｡，、；：？！…]|[,;](?=https?://)")
"""Signs of a Chinese sentence, which stand behind an address and never in one, and what stands before another address."""
_WHAT_IT_IS = re.compile(
    r"[（【〔(][^（【〔()]{0,40}(?:官网|官方|网[址站页]|链接|[首主]页|入口|报名|点击|点此|此处|这里|下载|复制|打开|平台|系统|见)[^（【〔()]{0,40}[）】〕)]$"
)
"""A bracket behind an address that says what is there."""
_BRACKETS = dict(zip("（《〈「『【〔“‘([{", "）》〉」』】〕”’)]}", strict=True))
_BEHIND = f".,．｡～—–{''.join(_BRACKETS)}"
"""Signs at the end of an address that are none of it; a bracket that opens there is not closed."""
_DOT_OF_A_HOST = re.compile(r"(?<=[A-Za-z0-9])[。｡．](?=[A-Za-z0-9.。｡．-]{0,253}(?::[0-9]+)?(?:/|$))(?=.)")
"""A full stop that an input method made of the dot between the names of a host."""
_HOST = r"[^\s<>\"'\\/?#@:\[\]\x00-\x1f\x7f]+(?::(?P<port>[0-9]{1,5}))?"
_URL = re.compile(rf"https?://{_HOST}([/?#][^\s<>\"'\\\x00-\x1f\x7f]*)?")
MAILBOX = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def read(text: str) -> str:
    """The address of a web page as it is typed in one line. Raises Mistake with the address that was meant where it can be seen."""
    ended = _before_the_sentence(text)
    if ended != text and _is_address(ended):
        zh, en = f"不是网址的一部分；请只写 {ended[:200]}", f"is not part of the address; write only {ended[:200]}"
        raise wrong_value("not-an-address", text[len(ended) :], zh, en)
    if not _is_address(text):
        zh, en = _better_address(text)
        raise wrong_value("not-an-address", text, f"不是网址；{zh}", f"is not a web address; {en}", 60)
    return text


def _is_address(text: str) -> bool:
    """Whether a program would go where a text says: a scheme, a host of whole names, a port that there is."""
    found = _URL.fullmatch(text)
    if found is None or int(found["port"] or 0) > 65535:
        return False
    host = re.split(r"[/?#:]", text.partition("//")[2], maxsplit=1)[0]
    return all(host.rstrip(".").split(".")) and not re.search("[．。｡／]", host) and "&amp;" not in text


def _better_address(text: str) -> tuple[str, str]:
    """What to write instead of a text that is no address: the address that was meant where it can be seen."""
    meant = _meant_address(text)
    if _is_address(meant):
        return f"请只写 {meant[:200]}", f"write only {meant[:200]}"
    if re.search("(?i)小程序|公众号|微信|抖音|扫码|二维码|app$|wechat|mini[ -]?program", text):
        return "没有网址的小程序、公众号、二维码请写进 joining（参加办法）", "name mini-programs and accounts without an address in joining"
    if not re.match("https?://", meant):
        return "请以 https:// 或 http:// 开头", "begin with https:// or http://"
    if re.search(r"\s", meant):
        return "里面有空格，一处只写一个网址，网址里的空格写成 %20", "it has a space; write only one address, and %20 for a space in it"
    if "@" in meant.partition("//")[2].partition("/")[0]:
        return "请去掉用户名和密码", "remove the user name and the password"
    return "主机名、端口或里面的符号不对，请从浏览器的地址栏重新复制", (
        "its host, port or a character in it is wrong; copy it again from the browser’s address bar"
    )


def _meant_address(text: str) -> str:
    """An address without the words, signs and widths that other programs put around it.

    >>> [_meant_address(each) for each in ("网址：https：//a.cn/x", "<HTTP://a.cn>", "[报名](https://a.cn/)", "https:/a．cn/报名")]
    ['https://a.cn/x', 'http://a.cn', 'https://a.cn/', 'https://a.cn/报名']
    """
    link = re.search(r"\]\(\s*(\S+?)\s*\)", text)
    found = re.search(r"(?i)(https?)\s*[:：]?\s*[/／\\]{1,2}\s*(\S.*)", link[1] if link else text)
    if found is None:
        return text
    alone = _before_the_sentence(f"{found[1].lower()}://{found[2]}".rstrip("<>").replace("&amp;", "&").replace("／", "/"))
    host, slash, rest = alone.partition("//")[2].partition("/")
    return f"{found[1].lower()}://{re.sub('[．。｡]+', '.', host).rstrip('.') if slash else host}{slash}{rest}"


def _before_the_sentence(text: str) -> str:
    """An address without the signs that belong to the sentence or the bracket around it.

    >>> _before_the_sentence("https://a.cn/f。详见附件"), _before_the_sentence("https://a.cn/f）")
    ('https://a.cn/f', 'https://a.cn/f')
    >>> _before_the_sentence("https://a.cn/f.")
    'https://a.cn/f'
    """
    host = re.match(r"https?://[^/]*/?", text)
    sign = _SENTENCE.search(_DOT_OF_A_HOST.sub(".", host[0]) + text[host.end() :] if host else text)
    text = text[: sign.start()] if sign else text
    for _ in range(9):  # a few brackets and signs behind each other
        text = _WHAT_IT_IS.sub("", text.removesuffix("**").rstrip(_BEHIND if "?" in text else f"{_BEHIND}:;!"))
        for opening, closing in _BRACKETS.items():
            text = text.removesuffix(closing) if text.count(opening) < text.count(closing) else text
    return text


_LINK_TO = r"<?(?P<{}>(?:[^\s()<>]|\([^\s()<>]*\))+)"
_LINK = re.compile(
    rf"(?<!!)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*{_LINK_TO.format('link')}"
    rf"|^ {{0,3}}\[[^\[\]]+\]:\s*{_LINK_TO.format('named')}|<(?P<bare>(?:https?|mailto|tel):[^\s<>]+)>",
    re.MULTILINE | re.IGNORECASE,
)
"""The address of a link in Markdown: behind its words, by a name, or alone."""
_LIKE_AN_ADDRESS = re.compile(r"(?:https?\s*[:：/／]|(?P<mail>mailto[:：])|(?P<tel>tel[:：])|www[.．。])", re.IGNORECASE)


_MAIL_TO = re.compile(rf"mailto:{MAILBOX.pattern}(?:,{MAILBOX.pattern})*(?:\?\S*)?", re.IGNORECASE)
_CALL_TO = re.compile(r"tel:\+?[0-9().-]{3,30}(?:;ext=[0-9]+)?", re.IGNORECASE)


def wrong_links(text: str) -> Iterator[tuple[int, Mistake]]:
    """Links in Markdown that lead nowhere or tell a password, with their places; those within the site are not asked about."""
    for found in _LINK.finditer(text):
        name = found.lastgroup or ""
        to = html.unescape(found[name])
        if (like := _LIKE_AN_ADDRESS.match(to)) and (mistake := _wrong_link(to, like)):
            yield found.start(name), mistake


def _wrong_link(to: str, like: re.Match[str]) -> Mistake | None:
    rest = to[like.end() :]
    if like["mail"]:
        box = MAILBOX.match(rest)
        is_right, meant, example = _MAIL_TO.fullmatch(to), f"mailto:{box[0]}" if box else "", "mailto:bgs@example.gov.cn"
    elif like["tel"]:
        is_right, meant, example = _CALL_TO.fullmatch(to), f"tel:{dial(rest)}" if dial(rest) else "", "tel:+8679188912762"
    else:
        try:
            read(to)
        except Mistake as mistake:
            return mistake
        return None
    zh, en = (f" {meant}", f" {meant}") if meant else (f"成 {example} 这样", f" it like {example}")
    return None if is_right else wrong_value("not-an-address", to, f"点了没有用；请写{zh}", f"leads nowhere; write{en}", 60)
