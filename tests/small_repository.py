"""A repository with one of the plans and two pages of the manual, built in a third of the time of the whole one.

For whatever is about a build, and not about what the pages say. Every line of its settings is where it is in the whole one.
"""

import shutil

MANUAL = {"index.md": "# 手册\n", "index.en.md": "# Manual\n", "first-day.md": "# 第一天\n", "first-day.en.md": "# The first day\n"}


def cut(root):
    """Make a copy of the whole repository a small one; gives the folder back."""
    for path in (root / "data").rglob("shandong*"):
        path.unlink()
    for folder in ("manual", "assets"):
        shutil.rmtree(root / "docs" / folder)
    (root / "docs/manual").mkdir()
    for name, text in MANUAL.items():
        (root / "docs/manual" / name).write_text(text, "utf-8")
    settings = root / "mkdocs.yml"
    before, nav, listed = settings.read_text("utf-8").partition("\nnav:\n")
    listed, theme, after = listed.partition("\n\ntheme:\n")
    kept = [line if leads_somewhere(root, line) else f"#{line}" for line in listed.splitlines()]
    settings.write_text(before + nav + "\n".join(kept) + theme + after, "utf-8")
    return root


def leads_somewhere(root, line):
    """Whether a line of the navigation names a page that is there, or has such pages below it."""
    page = line.rpartition(": ")[2]
    return (root / "docs" / page).is_file() if page.endswith(".md") else line == "  - 手册:"
