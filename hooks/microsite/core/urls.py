"""Every address of the site, decided once.

An address is a path from the site's own root without a leading slash (``jiangxi-2022/women/``),
so that the site works under any folder of a server. Pages are folders with an ``index.html``.
The English pages live under ``en/``.
"""

from __future__ import annotations

from collections.abc import Callable

from .language import DEFAULT, Language


def home(language: Language) -> str:
    return "" if language == DEFAULT else f"{language}/"


def campaign(language: Language, campaign_id: str) -> str:
    return f"{home(language)}{campaign_id}/"


def _section(name: str) -> Callable[[Language, str], str]:
    """The addresses of one of the pages that each campaign has."""
    return lambda language, campaign_id: f"{campaign(language, campaign_id)}{name}/"


activities, timeline, contacts, plan = map(_section, ("activities", "timeline", "contacts", "plan"))
changes, press, programme = map(_section, ("changes", "press", "print"))
sessions = _section("sessions")
"""By day; where there are too many for one page, those of a month lie below (``2026-06/``)."""


def finder_index(language: Language, campaign_id: str) -> str:
    """What the finder searches: a file of its own, read only when somebody types."""
    return f"{activities(language, campaign_id)}index.json"


def activity(language: Language, campaign_id: str, activity_id: str) -> str:
    return f"{campaign(language, campaign_id)}{activity_id}/"


def audience(language: Language, campaign_id: str, code: str) -> str:
    """What there is for one audience, such as ``older``."""
    return f"{campaign(language, campaign_id)}for/{code}/"


def organisations(language: Language) -> str:
    return f"{home(language)}organisations/"


def area(language: Language, campaign_id: str, area_id: str) -> str:
    """What there is in one city or county, with its months in the same way."""
    return f"{campaign(language, campaign_id)}in/{area_id}/"


def organisation(language: Language, organisation_id: str) -> str:
    return f"{organisations(language)}{organisation_id}/"


def short(language: Language, code: str) -> str:
    """An activity's short address, for print and speech; a code is never given twice."""
    return f"{home(language)}a/{code}/"


def vcard(organisation_id: str, campaign_id: str) -> str:
    """A body's line as a vCard; the same file serves both languages."""
    return f"{campaign_id}/contacts/{organisation_id}.vcf"


def vcards(campaign_id: str) -> str:
    """Every line of a campaign in one file."""
    return vcard("all", campaign_id)


def calendar(of: str) -> str:
    """The calendar that belongs to a page: of a campaign, an activity or a body."""
    return f"{of}calendar.ics"


def citation(of: str, ending: str) -> str:
    """How a page, or the notice of a campaign at its plan, is cited: a file for reference managers."""
    return f"{of}citation.{ending}"


def feed(of: str) -> str:
    """What changes, to be followed: of the whole site (its home page) or of one campaign."""
    return f"{of}changes.atom"


def table(language: Language, campaign_id: str, name: str) -> str:
    """A spreadsheet: ``activities``, ``sessions`` or ``contacts``."""
    return f"{campaign(language, campaign_id)}{name}.csv"


API = "api/v1/"


def data(name: str) -> str:
    """Everything for programs, both languages in one file: a campaign, or one of the shared files."""
    return f"{API}{name}.json"


def attachment(name: str) -> str:
    """A file of docs/files that readers download; the same in both languages."""
    return f"files/{name}"


def prose(language: Language, name: str) -> str:
    """A hand-written page, such as ``about``."""
    return f"{home(language)}{name}/"


def theme(campaign_id: str) -> str:
    """The colours of one campaign."""
    return f"assets/colours/{campaign_id}.css"


def themes() -> str:
    """The colours of all campaigns, for pages on which several stand."""
    return theme("editions")


def redirects() -> str:
    """Former addresses as a map for nginx."""
    return asset("redirects.map")


NOT_FOUND = "404.html"
"""One page for both languages, shown at whatever address there is nothing."""


def asset(name: str) -> str:
    return f"assets/{name}"


def anchor(kind: str, id_: str) -> str:
    """A fragment that never moves: made of the kind of record and its permanent id."""
    return f"{kind}-{id_}"


def file(path: str) -> str:
    """The file that a web server answers with for a page's address."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def root(path: str) -> str:
    """From a page back to the site's root: ``../../`` or ``./``.

    >>> root("jiangxi-2022/women/"), root("")
    ('../../', './')
    """
    return "../" * path.count("/") or "./"


def in_language(path: str, language: Language) -> str:
    """The same page in another language.

    >>> in_language("en/about/", "zh"), in_language("about/", "en")
    ('about/', 'en/about/')
    """
    bare = path.removeprefix("en/")
    return f"{home(language)}{bare}"


def embed(language: Language, campaign_id: str, activity_id: str = "") -> str:
    """A campaign or an activity as other sites show it in a frame."""
    return f"{home(language)}embed/{campaign_id}/" + (f"{activity_id}/" if activity_id else "")


def card(path: str, is_square: bool = False) -> str:
    """The picture that is shown with a shared link to the page at ``path``.

    >>> card("en/jiangxi-2022/women/"), card("", is_square=True)
    ('assets/cards/jiangxi-2022--women-en.png', 'assets/cards/index-zh-square.png')
    """
    bare = path.removeprefix("en/")
    language = DEFAULT if bare == path else "en"
    name = bare.rstrip("/").replace("/", "--") or "index"  # an id has no two hyphens in a row
    return asset(f"cards/{name}-{language}{'-square' if is_square else ''}.png")
