"""New files on disk: all of them or none, and never in the place of another."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from .refusals import RefusalError


def create(new: Mapping[Path, bytes], changed: Mapping[Path, bytes], zh: str = "", en: str = "") -> None:
    """Write the new files and exchange the changed ones; ``zh`` and ``en`` say what to do where one exists.

    Raises RefusalError, with nothing left behind.
    """
    there = [str(path) for path in new if path.exists()]
    if there:
        raise RefusalError(
            f"{'、'.join(there)} 已经存在，没有写任何文件{zh}",
            f"{', '.join(there)} exists already and nothing was written{en}",
        )
    try:
        for path, data in new.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for path, data in changed.items():
            beside = path.with_name(f".{path.name}.new")
            beside.write_bytes(data)
            beside.replace(path)
    except OSError as error:
        for path in new:  # none of them was there before
            with contextlib.suppress(OSError):  # its folder may be what could not be made
                path.unlink()
        raise RefusalError(
            f"“{error.filename}” 写不进（{error.strerror}），没有留下文件；请检查文件夹的权限和空间",
            f"“{error.filename}” cannot be written ({error.strerror}) and nothing was left behind; "
            "check the folder’s rights and room",
        ) from error
