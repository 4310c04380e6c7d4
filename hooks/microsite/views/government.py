"""What every page of a government website carries: the site's own tags, and the lines at its foot."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.settings import Settings
from .meta_tags import Meta

ICP_REGISTER = "https://beian.miit.gov.cn/"
POLICE_REGISTER = "https://beian.mps.gov.cn/#/query/webSearch?code="


@dataclass(frozen=True, slots=True)
class GovernmentFoot:
    """The lines that inspections look for; each may be empty."""

    contact: str
    site_id_code: str
    icp: str
    icp_url: str
    police: str
    police_url: str
    mark: str
    mark_url: str


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


def foot(settings: Settings) -> GovernmentFoot | None:
    government = settings.government
    if not government.is_given:
        return None
    return GovernmentFoot(
        contact=government.contact,
        site_id_code=government.site_id_code,
        icp=government.icp,
        icp_url=ICP_REGISTER,
        police=government.public_security,
        police_url=f"{POLICE_REGISTER}{government.police_code}",
        mark=government.organ_mark,
        mark_url=government.organ_mark_url,
    )
