"""How to quote an activity: citations in Chinese and English form, its facts as plain text, a QR code.

The Chinese form follows GB/T 7714-2015, 8.6 (electronic resources): responsible bodies (three,
then 等), title：other title information, [EB/OL], date of the last change, address. The date of
access, which only the person quoting knows, is left to that person.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from ..core import urls
from ..core.dates import in_words
from ..core.language import Language
from ..model.campaign import Activity, Campaign, Document
from ..model.uids import last_change
from .activity import ActivityView, Card
from .activity import title as title_of
from .scope import Bodies, Scope

NAMED = 3
"""Bodies that a citation names before 等 (GB/T 7714-2015, 8.1.2)."""


_INNER = str.maketrans("“”", "‘’")
"""Quotation marks inside of quotation marks, the English way."""


@dataclass(frozen=True, slots=True)
class Source:
    """All that a citation is made of, in one language."""

    title: str
    bodies: tuple[str, ...]
    document: str
    number: str
    clause: str
    address: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Quotable:
    """A text to copy. ``address`` is the page's in that language, as it stands in the text."""

    name: str
    language: Language
    text: str
    path: str
    address: str


@dataclass(frozen=True, slots=True)
class Quoting:
    """What an activity's page offers for quoting; ``qr`` is empty where the site's address is unknown."""

    address: str
    path: str
    qr: Markup
    texts: tuple[Quotable, ...]


def chinese(source: Source) -> str:
    """A citation in the form of GB/T 7714.

    >>> chinese(Source("网上竞答", ("省委网信办",), "工作方案", "云网办字〔2025〕1号", "四（一）",
    ...     "https://a.cn/quiz/", date(2025, 5, 20)))
    '省委网信办. 网上竞答：《工作方案》（云网办字〔2025〕1号）四（一）[EB/OL]. (2025-05-20). https://a.cn/quiz/'
    """
    bodies = "，".join(source.bodies[:NAMED]) + ("，等" if len(source.bodies) > NAMED else "")
    number = f"（{source.number}）" if source.number else ""
    document = f"：《{source.document}》{number}{source.clause}" if source.document else ""
    who = f"{bodies}. " if bodies else ""
    return f"{who}{source.title}{document}[EB/OL]. ({source.as_of.isoformat()}). {source.address}"


def english(source: Source) -> str:
    """A citation as English papers print it.

    >>> english(Source("Online quiz", ("CAC", "Education"), "Work plan", "No. 1", "四（一）",
    ...     "https://a.cn/en/quiz/", date(2025, 5, 20)))
    'CAC and Education. “Online quiz.” Work plan, No. 1, clause 四（一）. As of 20 May 2025. https://a.cn/en/quiz/'
    """
    few = len(source.bodies) <= NAMED
    bodies = in_words.listed(source.bodies, "en") if few else ", ".join(source.bodies[:NAMED]) + ", et al"
    day = in_words.day(source.as_of, "en")
    title = source.title.translate(_INNER)
    clause = f"clause {source.clause}" if source.clause else ""
    document = ", ".join(filter(None, (source.document, source.number, clause)))
    who, where = f"{bodies}. " if bodies else "", f" {document}." if source.document else ""
    return f"{who}“{title}.”{where} As of {day}. {source.address}"


def source_of(scope: Scope, campaign: Campaign, activity: Activity) -> Source:
    document = campaign.document
    address = scope.settings.absolute(urls.activity(scope.language, campaign.id, activity.id))
    issuers, title = scope.once(("cited", campaign.id), lambda: _cited(scope, document))
    return Source(
        title=title_of(scope, activity).plain,
        bodies=issuers,
        document=title,
        number=document.number,
        clause=activity.source,
        address=address,
        as_of=last_change(campaign, activity.updates),
    )


def _cited(scope: Scope, document: Document) -> tuple[tuple[str, ...], str]:
    """Who issued the document, and its title."""
    issuers = tuple(scope.of_register(body.name).plain for body in document.issuers.organisations)
    return issuers, scope.say(document.plan_title).plain


def view(
    scope: Scope, both: tuple[Scope, Scope], campaign: Campaign, activity: Activity, seen: ActivityView
) -> Quoting:
    """The texts of one page; ``both`` says the same campaign in Chinese and in English."""
    zh, en = both
    path, address = seen.card.path, scope.settings.absolute(seen.card.path)
    key = ("citation", campaign.id, activity.id)  # it stands on the page in the other language, too
    citations = (
        zh.once(key, lambda: _quotable("gbt", zh, campaign, activity, chinese(source_of(zh, campaign, activity)))),
        en.once(key, lambda: _quotable("english", en, campaign, activity, english(source_of(en, campaign, activity)))),
    )
    ordered = citations if scope.language == "zh" else citations[::-1]
    fact_box = Quotable("facts", scope.language, facts(scope, seen, address), path, address)
    return Quoting(address, path, qr(address) if scope.settings.site_url else Markup(), (*ordered, fact_box))


def _quotable(name: str, scope: Scope, campaign: Campaign, activity: Activity, text: str) -> Quotable:
    path = urls.activity(scope.language, campaign.id, activity.id)
    return Quotable(name, scope.language, text, path, scope.settings.absolute(path))


# --- the fact box as plain text ---------------------------------------------------------------


def facts(scope: Scope, seen: ActivityView, address: str) -> str:
    """Title and facts of an activity in the order of its page, a line each. Offices and their lines only: names expire."""
    t, card = scope.t, seen.card
    lines = [
        (t("activity.call"), _lines(scope, seen)),
        (t("activity.when"), _when(scope, card)),
        (t("activity.where"), _where(scope, seen)),
        (t("activity.join"), seen.joining.plain if seen.joining and not seen.results else ""),
        (t("activity.for_whom"), _audience(scope, seen)),
        *((t(f"role.{role}"), _names(scope, listed)) for role, listed in seen.roles),
        *([(t("activity.source"), seen.clause)] if seen.clause else []),
        (t("share.address"), address),
    ]
    said = (f"{name}{t('colon')}{answer}" for name, answer in lines if answer)
    return "\n".join((card.title.plain, *said))


def _where(scope: Scope, seen: ActivityView) -> str:
    """On site or online, then the names of the places."""
    form = [seen.card.form.label] if seen.card.form else []
    return scope.t("list.comma").join([*form, *(name.plain for _, listed in seen.places for name in listed.items)])


def _audience(scope: Scope, seen: ActivityView) -> str:
    if seen.audience_printed:
        return seen.audience_printed.plain
    return scope.listed(tag.label for tag in seen.card.audiences)


def _when(scope: Scope, card: Card) -> str:
    when = card.when
    if when is None:
        return _in_phase(scope, card)
    if when.is_corrected:
        return f"{when.words} {scope.t('time.corrected', printed=when.printed)}"
    if when.is_changed:
        return f"{when.words} {scope.t('time.changed', printed=when.printed)}"
    return when.words


def _in_phase(scope: Scope, card: Card) -> str:
    if card.phase is None or card.phase_when is None:
        return ""
    return card.phase_when.words + scope.t("brackets", text=scope.t("activity.in_phase", phase=card.phase.plain))


def _lines(scope: Scope, seen: ActivityView) -> str:
    lines = (f"{contact.body.name.plain} {contact.phone}" for contact in seen.contacts)
    return scope.t("list.comma").join(lines)


def _names(scope: Scope, listed: Bodies) -> str:
    if listed.everyone:
        return scope.t("bodies.everyone")
    return scope.listed((body.name.plain for body in listed.items), listed.is_open)


# --- the QR code ------------------------------------------------------------------------------


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
