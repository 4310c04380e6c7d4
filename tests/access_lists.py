"""Access lists of files and folders (acl(5)), where the disk has them."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

_NAME = "system.posix_acl_access"


def for_one_user(place: Path) -> bytes:
    """An access list that lets user 4321 read (acl(5): version, then tag, rights and id of each entry)."""
    entries = ((0x01, 7, -1), (0x02, 5, 4321), (0x04, 5, -1), (0x10, 5, -1), (0x20, 5, -1))
    made = struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)
    try:
        os.setxattr(place, _NAME, made)
    except (AttributeError, OSError):
        pytest.skip("this disk has no access lists")
    return made


def of(place: Path) -> bytes:
    return os.getxattr(place, _NAME)
