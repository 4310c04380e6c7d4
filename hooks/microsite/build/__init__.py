"""One build from its first event to its last, and the preview: everything that a host's adapter asks for."""

from __future__ import annotations

from ..checks.report import untouched
from ..core.problems import InvalidData, RefusalError
from ..core.settings import SHANGHAI
from ..core.urls import in_language
from ..loading.reference import filled
from ..site.pages import HandWritten
from ..views.safe_markdown import targets, without_comments
from .build import COMPILED
from .docs_files import check, finished, for_readers
from .preview import GLANCE, PROMPTLY
from .running import RUNNING, Host

__all__ = [
    "COMPILED",
    "GLANCE",
    "PROMPTLY",
    "RUNNING",
    "SHANGHAI",
    "HandWritten",
    "Host",
    "InvalidData",
    "RefusalError",
    "check",
    "filled",
    "finished",
    "for_readers",
    "in_language",
    "targets",
    "untouched",
    "without_comments",
]
