"""Files for readers to download: what each is, of which kind and how large."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..core.language import Text
from ..model import file_kinds
from ..model.activity import Attachment
from ..model.campaign import Campaign
from .scope import Scope


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """``path`` is from the site's root; ``about`` is its kind and size (PDF, 128 KB)."""

    title: Text
    path: str
    media: str
    about: str


def views(scope: Scope, attachments: Iterable[Attachment]) -> tuple[AttachmentView, ...]:
    return tuple(_view(scope, each) for each in attachments)


def of_campaign(scope: Scope, campaign: Campaign) -> tuple[AttachmentView, ...]:
    """All of a campaign, its own first, then those of its activities."""
    of_activities = (each for activity in campaign.activities for each in activity.attachments)
    return views(scope, (*campaign.attachments, *of_activities))


def _view(scope: Scope, attachment: Attachment) -> AttachmentView:
    kind, media = file_kinds.kind(attachment.file)
    about = scope.t("attachment.about", kind=kind, size=file_kinds.in_words(attachment.size))
    return AttachmentView(scope.say(attachment.title), attachment.address, media, about)
