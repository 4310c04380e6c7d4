"""Files for readers to download: what each is, of which kind and how large."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import file_kinds
from ..model.activity import Attachment
from ..model.campaign import Campaign
from .scope import Said, Scope


def views(scope: Scope, attachments: Iterable[Attachment]) -> tuple[Said, ...]:
    """Each with its kind and size (PDF, 128 KB) as ``about``."""
    return tuple(scope.said(each, about=_about(scope, each)) for each in attachments)


def of_campaign(scope: Scope, campaign: Campaign) -> tuple[Said, ...]:
    """All of a campaign, its own first, then those of its activities."""
    of_activities = (each for activity in campaign.activities for each in activity.attachments)
    return views(scope, (*campaign.attachments, *of_activities))


def _about(scope: Scope, attachment: Attachment) -> str:
    kind, _ = file_kinds.kind(attachment.file)
    return scope.t("attachment.about", kind=kind, size=file_kinds.in_words(attachment.size))
