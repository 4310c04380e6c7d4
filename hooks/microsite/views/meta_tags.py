"""The tags by name in a page’s head, and those that every page of a government website has."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.settings import Settings


@dataclass(frozen=True, slots=True)
class Meta:
    """A tag of the head: ``attribute`` is ``name`` or ``property``."""

    attribute: str
    key: str
    content: str


def names(*pairs: tuple[str, str]) -> tuple[Meta, ...]:
    """Tags by name; one without content is left out."""
    return tuple(Meta("name", name, content) for name, content in pairs if content)


def site_tags(settings: Settings) -> tuple[Meta, ...]:
    """The tags of every page."""
    government = settings.government
    if not government.is_given:
        return ()
    return names(
        ("SiteName", settings.site_name),
        ("SiteDomain", government.site_domain),
        ("SiteIDCode", government.site_id_code),
    )
