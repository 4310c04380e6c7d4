"""Everything for programs (JSON, versioned): what the site says, in both languages, with its schema.

The same data gives the same bytes: fields stand in the order of their shapes. A time is never made
more exact than the notice: its days are bounds. Of contacts only what pages may show is here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ...checks import remarks
from ...checks.permalinks import names_of
from ...core import model, uids, urls
from ...core.organisations import Words
from ...core.settings import Settings
from ...loading.data_folder import Data
from ...loading.translations import Catalogue, say
from .api_files import CampaignFile, Edition, IndexFile, OrganisationsFile, RegisterOfRegion
from .api_read import Context
from .api_schema import schema
from .api_shapes import Pages, Text

Files = Iterator[tuple[str, bytes]]


def files(data: Data) -> Files:
    """A file for each campaign."""
    for campaign in data.plan.campaigns:
        content = _bytes(of_campaign(data, campaign))
        yield from ((urls.data(name), content) for name in names_of(campaign))


def of_campaign(data: Data, campaign: model.Campaign) -> CampaignFile:
    said, registered = data.catalogue("en", campaign.id), data.catalogue("en", campaign.region.id)
    context = Context(_speaker(said), _speaker(registered), campaign.id)
    notes = remarks.notes_on(campaign) if campaign.show_notes else ()
    made = CampaignFile.model_validate(campaign, context=context)
    return made.model_copy(update={"notes": tuple(Text(zh=n.text("zh"), en=n.text("en")) for n in notes)})


def shared(editions: Iterable[Mapping[str, Any]], registers: Iterable[Mapping[str, Any]], settings: Settings) -> Files:
    """The files that name everything there is: index, registers, schema."""
    yield urls.data("index"), _indented(index(editions, settings))
    bare = OrganisationsFile(regions=()).model_dump(mode="json", by_alias=True)
    yield urls.data("organisations"), _indented({**bare, "regions": list(registers)})
    yield urls.data("schema"), _indented(schema())


def register(data: Data, region: model.Region) -> dict[str, Any]:
    """The register of one region as it is published."""
    said = _speaker(data.catalogue("en", region.id))
    made = RegisterOfRegion.model_validate(region, context=Context(said, said))
    return made.model_dump(mode="json", by_alias=True)


def index(editions: Iterable[Mapping[str, Any]], settings: Settings) -> dict[str, Any]:
    """Where everything is; ``editions`` are the lines that ``edition`` gives."""
    bare = IndexFile(
        site_url=settings.site_url or None,
        official=settings.official,
        name=Text(zh=settings.site_name, en=settings.site_name_en or None),
        campaigns=(),
        organisations=urls.data("organisations"),
        schema_=urls.data("schema"),
    )
    return {**bare.model_dump(mode="json", by_alias=True), "campaigns": list(editions)}


def edition(data: Data, campaign: model.Campaign) -> dict[str, Any]:
    """The line of a campaign in the index, as it is published."""
    said = _speaker(data.catalogue("en", campaign.id))
    made = Edition(
        id=campaign.id,
        region=campaign.region.id,
        year=campaign.year,
        name=Text(**said(campaign.name)),
        changed=uids.changed(campaign),
        data=urls.data(campaign.id),
        pages=Pages(zh=urls.campaign("zh", campaign.id), en=urls.campaign("en", campaign.id)),
    )
    return made.model_dump(mode="json", by_alias=True)


def _speaker(english: Catalogue) -> Callable[[Words], dict[str, Any]]:
    def said(words: Words) -> dict[str, Any]:
        text = say(words, "en", english)
        return {"zh": words.text, "en": None if text.is_foreign else text.plain}

    return said


def _bytes(made: BaseModel) -> bytes:
    return made.model_dump_json(indent=1, by_alias=True).encode() + b"\n"


def _indented(made: Mapping[str, Any]) -> bytes:
    return json.dumps(made, ensure_ascii=False, indent=1).encode() + b"\n"
