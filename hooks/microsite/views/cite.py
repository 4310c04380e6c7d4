"""How to quote: citations of an activity's page and of its notice, the facts as plain text, a QR code.

A citation is of the notice, whose authors are the bodies that issued it, or of the page, which the
organiser of the site made from the notice; never of both in one. The Chinese form follows GB/T 7714-2025
(in force since 1 July 2026): three bodies, then 等; full-width brackets, commas and colons; a full stop at
the end. The day of citing, which only the reader knows, is a gap that the browser fills in.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from markupsafe import Markup

from ..core import urls
from ..core.dates import in_words
from ..core.language import Language
from ..model.activity import Activity
from ..model.campaign import Campaign
from ..model.uids import days_of, last_told
from . import attendance, due
from .activity import Card, place_of, title_of
from .formats import FormatLink
from .scope import Bodies, Said, Scope, Time

NAMED = 3
"""Bodies that a citation names before 等 (GB/T 7714-2025)."""

GAP = "\ufffc"
"""Where the day of citing belongs in a text (Unicode's own sign for something that is put in)."""

_INNER = str.maketrans("“”", "‘’")
"""Quotation marks inside of quotation marks, the English way."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is cited, in one language: a page of this site, or a notice (``is_notice``).

    ``address`` of a notice is empty where it is not on the Web, ``day`` None where none is known.
    """

    key: str
    language: Language
    is_notice: bool
    authors: tuple[str, ...]
    title: str
    number: str
    clause: str
    day: date | None
    address: str


@dataclass(frozen=True, slots=True)
class Quotable:
    """A text to copy; after ``text``, ``gap`` asks for the day of citing and ``rest`` follows.

    ``address`` is the page's in that language, as it stands in the text.
    """

    name: str
    language: Language
    text: str
    path: str
    address: str
    gap: str = ""
    rest: str = ""


Citation = tuple[str, tuple[Quotable, ...], tuple[FormatLink, ...]]
"""How one thing is cited: ``page`` or ``notice``, its texts, and files for programs that keep references."""


@dataclass(frozen=True, slots=True)
class Quoting:
    """What an activity's page offers for quoting; ``qr`` is empty where the site's address is unknown."""

    address: str
    path: str
    qr: Markup
    citations: tuple[Citation, ...]
    facts: Quotable


FORMATS = (
    ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json"),
    ("RIS", "ris", "application/x-research-info-systems"),
    ("BibTeX", "bib", "application/x-bibtex"),
)
"""What reference managers read: name, ending, media type."""


# --- what is cited ----------------------------------------------------------------------------


def of_page(scope: Scope, campaign: Campaign, activity: Activity) -> Source:
    """An activity's page, made from the notice by the organiser of the site."""
    settings = scope.settings
    english = (settings.organiser_en or settings.site_name_en) if scope.language == "en" else ""
    return Source(
        key=f"{campaign.id}/{activity.id}",
        language=scope.language,
        is_notice=False,
        authors=(english or settings.organiser or settings.site_name,),
        title=title_of(scope, activity).plain,
        number="",
        clause="",
        day=last_told(campaign, days_of(activity)),
        address=settings.absolute(urls.activity(scope.language, campaign.id, activity.id)),
    )


def of_notice(scope: Scope, campaign: Campaign, clause: str = "") -> Source:
    """The notice with its bodies as it prints them, whatever they are called today."""
    document = campaign.document
    title = document.title if document.title.text else document.plan_title
    if scope.language == "zh":
        authors = tuple(mention.printed for mention in document.issuers.mentions)
    else:
        authors = tuple(scope.full(body).plain for body in document.issuers.organisations)
    return Source(
        key=f"{campaign.id}/notice",
        language=scope.language,
        is_notice=True,
        authors=authors,
        title=scope.say(title).plain,
        number=document.number,
        clause=clause,
        day=document.signed,
        address=document.url or "",
    )


# --- the two forms ----------------------------------------------------------------------------


def chinese(source: Source) -> str:
    """A citation in the form of GB/T 7714-2025; the day of citing is a gap.

    >>> chinese(Source("a/b", "zh", True, ("甲", "乙", "丙", "丁"), "工作方案", "云网办字〔2025〕1号", "",
    ...     date(2025, 5, 20), ""))
    '甲，乙，丙，等. 工作方案：云网办字〔2025〕1号[R]. 2025-05-20.'
    """
    authors = "，".join(source.authors[:NAMED]) + ("，等" if len(source.authors) > NAMED else "")
    title = f"{source.title}：{source.number}" if source.number else source.title
    day = source.day.isoformat() if source.day else ""
    if not source.address:
        return " ".join(f"{part}." for part in (authors, f"{title}[R]", day) if part)
    seen = "" if source.is_notice else f"[{GAP}]"
    dated = f"（{day}）{seen}" if day else seen
    return " ".join(f"{part}." for part in (authors, f"{title}[EB/OL]", dated, source.address) if part)


def english(source: Source) -> str:
    """A citation as English papers print it; the day of citing is a gap.

    >>> english(Source("a/b", "en", False, ("Office",), "Online quiz", "", "", date(2025, 5, 20), "https://a.cn/en/quiz/"))
    'Office. “Online quiz.” 20 May 2025. Accessed \ufffc. https://a.cn/en/quiz/'
    """
    few = len(source.authors) <= NAMED
    authors = in_words.listed(source.authors, "en") if few else ", ".join(source.authors[:NAMED]) + ", et al"
    number = ", ".join(filter(None, (source.number, f"clause {source.clause}" if source.clause else "")))
    day = in_words.day(source.day, "en") if source.day else ""
    seen = "" if source.is_notice else f"Accessed {GAP}"
    before = (f"{part}." for part in (authors,) if part)
    after = (f"{part}." for part in (number, day, seen) if part)
    title = source.title.translate(_INNER)
    return " ".join(filter(None, (*before, f"“{title}{'' if title.endswith(('?', '!', '.')) else '.'}”", *after, source.address)))


# --- what a page offers -----------------------------------------------------------------------


def view(
    scope: Scope, both: tuple[Scope, Scope], campaign: Campaign, activity: Activity, seen: Said
) -> Quoting:
    """The texts of one page; ``both`` says the same campaign in Chinese and in English."""
    path, address = seen.card.path, scope.settings.absolute(seen.card.path)
    key = ("citation", campaign.id, activity.id)  # they stand on the page in the other language, too
    ordered = both if scope.language == "zh" else both[::-1]
    texts = [each.once(key, partial(_texts, each, campaign, activity)) for each in ordered]
    page: Citation = ("page", tuple(page for page, _ in texts), files_of(path))
    plan = files_of(urls.plan(scope.language, campaign.id))
    notice: Citation = ("notice", tuple(notice for _, notice in texts), plan)
    citations = (page, notice) if campaign.document.is_given else (page,)
    fact_box = Quotable("facts", scope.language, facts(scope, seen, activity, address), path, address)
    return Quoting(address, path, qr(address) if scope.settings.site_url else Markup(), citations, fact_box)


def files_of(page: str) -> tuple[FormatLink, ...]:
    """The files with the citation that belongs to a page."""
    return tuple(FormatLink(label, urls.citation(page, ending), media) for label, ending, media in FORMATS)


def _texts(scope: Scope, campaign: Campaign, activity: Activity) -> tuple[Quotable, Quotable]:
    """The citations of a page and of its notice in the form of one language."""
    name, form = ("gbt", chinese) if scope.language == "zh" else ("english", english)
    path = urls.activity(scope.language, campaign.id, activity.id)
    sources = of_page(scope, campaign, activity), of_notice(scope, campaign, activity.source)
    gap, address = scope.t("share.gap"), scope.settings.absolute(path)
    page, notice = (form(source).partition(GAP) for source in sources)
    return (
        Quotable(name, scope.language, page[0], path, address, gap, page[2]),
        Quotable(name, scope.language, notice[0], path, address),
    )


# --- the fact box as plain text ---------------------------------------------------------------


def facts(scope: Scope, seen: Said, activity: Activity, address: str) -> str:
    """Title and facts of an activity in the order of its page, a line each. Offices and their lines only: names expire.

    Where the site is an example or invented, the first line says so: nobody sees its banner where this is pasted.
    """
    t, card, banner = scope.t, seen.card, scope.settings.banner
    title = (t(f"{banner}.label") + t("colon") if banner else "") + card.title.plain
    lines = [
        (t("activity.call"), _lines(scope, seen)),
        (t("activity.when"), _when(scope, card)),
        ("" if seen.results else t(f"activity.{due.heading(seen.deadlines)}"), _due(scope, seen)),
        (t("activity.where"), _where(scope, seen, activity)),
        ("" if seen.results else t("activity.join"), _join(scope, seen)),
        (t("activity.for_whom"), _audience(scope, seen)),
        *((t(f"role.{role}"), _names(scope, listed)) for role, listed in seen.roles),
        *([(t("activity.source"), seen.clause)] if seen.clause else []),
        (t("share.address"), address),
    ]
    said = (f"{name}{t('colon')}{answer}" for name, answer in lines if name and answer)
    return "\n".join((title, *said))


def _due(scope: Scope, seen: Said) -> str:
    """Each deadline with who has to hand in what to whom."""
    return scope.apart(f"{each.due.words}{scope.t('colon')}{due.in_words(scope, each)}" for each in seen.deadlines)


def _join(scope: Scope, seen: Said) -> str:
    """How to join, with booking, cost and room."""
    joining = seen.joining.plain.rstrip("。.") if seen.joining else ""
    return scope.apart(filter(None, (joining, *attendance.in_words(scope, seen.attendance))))


def _where(scope: Scope, seen: Said, activity: Activity) -> str:
    """On site or online, then the names of the places, also of its sessions."""
    form = [seen.card.form.label] if seen.card.form else []
    names = [scope.listed((name.plain for name in listed.items), listed.is_open) for _, listed in seen.places]
    names = names or [scope.listed(dict.fromkeys(place.plain for each in activity.sessions if (place := place_of(scope, each))))]
    return scope.apart(filter(None, (*form, *names)))


def _audience(scope: Scope, seen: Said) -> str:
    if seen.audience_printed:
        return str(seen.audience_printed)
    return scope.listed(tag.label for tag in seen.card.audiences)


def _when(scope: Scope, card: Card) -> str:
    when: Time | None = card.when
    if when is None:
        return f"{card.phase_when.words}{scope.t('brackets', text=card.in_phase)}" if card.phase_when else ""
    if when.is_corrected:
        return f"{when.words} {scope.t('time.corrected', printed=when.printed)}"
    if when.is_changed:
        return f"{when.words} {scope.t('time.changed', printed=when.printed)}"
    return when.words


def _lines(scope: Scope, seen: Said) -> str:
    fax = scope.t("contacts.fax")
    lines = (f"{each.body.name.plain} {each.phone or each.email or fax + each.fax}" for each in seen.contacts)
    return scope.t("list.comma").join(lines)


def _names(scope: Scope, listed: Bodies) -> str:
    if listed.everyone:
        return scope.t("bodies.everyone")
    return scope.listed((body.name.plain for body in listed.items), listed.is_open)


# --- the QR code ------------------------------------------------------------------------------


@lru_cache(maxsize=1024)  # a code is a third of the work for a page, and a preview makes the page again
def qr(address: str) -> Markup:
    """The address as a QR code (ISO/IEC 18004), an SVG to stand in the page.

    Dark on light in every surrounding: not every reader's camera reads it the other way round.
    """
    import segno  # noqa: PLC0415 - long to read, and not needed where nothing changed

    out = io.BytesIO()
    segno.make_qr(address, error="m").save(
        out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=4,
        dark="#000", light="#fff", svgclass="ms-qr", lineclass=None, nl=False,
    )  # fmt: skip
    return Markup(out.getvalue().decode())  # noqa: S704 - digits and letters of segno's own
