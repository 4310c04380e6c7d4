"""The templates in ``floor/``, for Jinja, Nunjucks and Go: the same parts and the same bytes for everybody.

They keep to what all three know: ``{{ a["b"] }}``, ``for``, ``if``, blocks, and the filters ``json``,
``prose`` and ``raw``. ``<<part it>>`` stands for the text of a part, with ``IT`` replaced; it is put in
before anybody compiles anything, so nobody pays for including it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import plain

FOLDER = Path(__file__).parent / "floor"
CALENDAR = "calendar.ics"
PAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.html") if path.stem != "base"))

_PART = re.compile(r"<<(\w+)(?: ([\w-]+))?>>")
_ICON = '<svg class="ms-icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>'


@cache
def expanded(name: str) -> str:
    """A template with its parts in it, and without the spaces that tags leave behind."""
    text = _with_parts((FOLDER / (name if name == CALENDAR else f"{name}.html")).read_text("utf-8"))
    text = re.sub(r"^[ \t]+(?={%)", "", text, flags=re.MULTILINE)
    return re.sub(r"%}\n", "%}", text)


def _with_parts(text: str) -> str:
    def part(found: re.Match[str]) -> str:
        name, it = found.groups()
        if name == "icon":
            return _ICON.format(_icons()[it])
        inner = (FOLDER / f"{name}.part").read_text("utf-8").rstrip("\n")
        return _with_parts(re.sub(r"\bIT\b|(?<=__)IT\b", it or "", inner))

    return _PART.sub(part, text)


@cache
def _icons() -> dict[str, str]:
    return plain.icons()


def jinja() -> dict[str, str]:
    return {CALENDAR: expanded(CALENDAR)} | {f"{name}.html": expanded(name) for name in ("base", *PAGES)}


# --- Nunjucks ---------------------------------------------------------------------------------


def nunjucks(name: str) -> str:
    """``page`` belongs to Eleventy."""
    return re.sub(r'\bpage(?=\[")', "own", expanded(name)).replace("|raw", "|safe")


# --- Go ---------------------------------------------------------------------------------------

_TAG = re.compile(r"{{ (.+?) }}|{% (.+?) %}")
_BLOCK = re.compile(r"{% block (\w+) %}(.*?){% endblock %}", re.DOTALL)

_ACTIVITIES = (
    '{{ $activities := slice }}{{ range where .CurrentSection.RegularPages "Params.a" "!=" nil }}'
    "{{ $activities = $activities | append .Params.a }}{{ end }}"
)
_SORTED = _ACTIVITIES + '{{ $activities = sort $activities "key" }}'
_NEEDED = {**dict.fromkeys(("campaign", "contacts", "finder", "plan", "sessions"), _ACTIVITIES), "timeline": _SORTED}
_SITE = (
    "{{ $w := .Site.Params.w }}{{ $icons := .Site.Params.icons }}{{ $page := or .Params.page .Site.Params.lost }}"
    "{{ $campaign := .CurrentSection.Params.campaign }}"
)
_OWN = "".join(
    f"{{{{ ${name} := .Params.{name} }}}}"
    for name in ("a", "body", "editions", "regions", "newest", "years", "groups", "held")
)
_MOVED = (
    "{{ $a := .Page.Params.a }}{{ $w := .Page.Site.Params.w }}{{ $campaign := false }}"
    '{{ $page := dict "kind" "moved" "title" (printf "%s%s%s" $w.moved_title $w.colon $a.title) "name" $a.title '
    '"root" $w.alias_root "canonical" $a.path "other" (printf "%sa/%s/" $w.other $a.code) '
    '"feed" (printf "%schanges.atom" $w.home) "script" "assets/redirect.js" }}'
)


def go_base() -> str:
    """The frame of all pages (baseof.html)."""
    return _SITE + _TAG.sub(_go_tag, expanded("base"))


def go(name: str) -> str:
    """What a page has of its own; every block begins with nothing known."""
    blocks = dict(_BLOCK.findall(expanded(name)))
    preamble = _SITE + _OWN + _NEEDED.get(name, "")
    return "\n".join(
        f'{{{{ define "{block}" }}}}{preamble}{_TAG.sub(_go_tag, text)}{{{{ end }}}}'
        for block, text in blocks.items()
    )


def go_calendar() -> str:
    """Plain text, which has no frame."""
    return "{{ $calendar := .Params.calendar }}" + _TAG.sub(_go_tag, expanded(CALENDAR))


def go_moved() -> str:
    """Hugo's template of an address that leads elsewhere, which has no frame."""
    blocks = dict(_BLOCK.findall(expanded("moved")))
    text = _BLOCK.sub(lambda found: blocks.get(found[1], ""), expanded("base"))
    return _MOVED + _TAG.sub(_go_tag, text)


def _go_tag(found: re.Match[str]) -> str:
    shown, tag = found.groups()
    if shown is not None:
        return _shown_in_go(shown)
    word, _, rest = tag.partition(" ")
    if word == "for":
        name, _, listed = rest.partition(" in ")
        return f"{{{{ range ${name} := {_go_value(listed)} }}}}"
    if word == "block":
        return f'{{{{ block "{rest}" . }}}}'
    if word == "if":
        return f"{{{{ if {_go_condition(rest)} }}}}"
    return "{{ else }}" if word == "else" else "{{ end }}"


def _go_condition(text: str) -> str:
    if text.startswith("not "):
        return f"not {_go_value(text[4:])}"
    left, equal, right = text.partition(" == ")
    return f"eq {_go_value(left)} {_go_value(right)}" if equal else _go_value(text)


def _shown_in_go(text: str) -> str:
    value, _, how = text.partition("|")
    if how == "prose":
        return f"{{{{ {_PROSE.get(value) or _RENDERED.format(_go_value(value))} }}}}"
    after = {"json": " | jsonify | safeJS", "raw": " | safeJS"}.get(how, "")
    return f"{{{{ {_go_value(value)}{after} }}}}"


_PROSE = {'a["description"]': "$.Content", 'campaign["aims"]': "$.CurrentSection.Content"}
_RENDERED = '$.RenderString (dict "display" "block") {}'


def _go_value(text: str) -> str:
    if text.startswith("icons["):
        return f"index $icons {_go_value(text[6:-1])}"
    return "$" + re.sub(r'\["(\w+)"\]', r".\1", text)
