"""Publication, while editing: the preview tells every mistake at once above the page being read, and never stops."""

import statistics
import time

import pytest

import building
import test_preview

PART = "Publication"
CYCLES = 50
AT_MOST = 2.0
"""Seconds from a save to what the reader of a preview sees."""

PAGES = (*test_preview.PAGES, "shandong-2024/", "en/shandong-2024/sign-language/")
JIANGXI, SHANDONG = "data/campaigns/jiangxi-2022.yml", "data/campaigns/shandong-2024.yml"
MISTAKES = (
    (SHANDONG, "phases:\n", "phasess:\n"),
    (JIANGXI, "lead: [省卫健委, 省科协]", "lead: [省卫健伟, 省科协]"),
    (JIANGXI, "    when: 8月中旬", "    when: [8月中旬"),
    (SHANDONG, "\nyear: 2024", "\nyear: 二〇二四"),
    ("data/contacts/jiangxi-2022.yml", "phone: 0791—88912762", "phone: 无"),
    ("data/contacts/jiangxi-2022.yml", "phone: 0791—86858041", "phone: 13800138000"),
    ("data/organisations/jiangxi.yml", "name: 江西省教育厅", "nom: 江西省教育厅"),
    ("data/synonyms.yml", "zh:\n", "chinese:\n"),
    ("data/translations/en/jiangxi-2022.po", '\nmsgstr "', "\nmsgstr "),
    ("data/campaigns/jiangxi-2022.yml", "  - id: older-people", "  - id: online-quiz"),
)
"""Files with what an editor breaks in them: keys, names, YAML, numbers, translations."""


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    with test_preview.previewed(building.copy_of_repository(tmp_path_factory.mktemp("preview") / "repository")) as running:
        yield running


def until(preview, path, holds):
    """Seconds until the page that somebody is reading is as it should be; every answer counts as served or not."""
    begun, lost = time.monotonic(), 0
    while time.monotonic() - begun < test_preview.PATIENCE:
        try:
            if holds(preview.page(path)):
                return time.monotonic() - begun, lost
        except OSError:
            lost += 1
        time.sleep(0.02)
    return test_preview.PATIENCE, lost


def answered(preview):
    """How many of the pages that are not served."""
    lost = 0
    for path in PAGES:
        try:
            lost += "</html>" not in preview.page(path)
        except OSError:
            lost += 1
    return lost


def test_fifty_mistakes_are_told_above_the_page_in_time_and_gone_when_they_are_repaired(preview, measured):
    told, repaired, lost, unplaced = [], [], 0, []
    for number in range(CYCLES):
        name, old, new = MISTAKES[number % len(MISTAKES)]
        path = PAGES[number % len(PAGES)]
        preview.replace(old, new, name)
        delay, missed = until(preview, path, lambda page: "ms-problems" in page)
        told.append(delay)
        if f"{name}:" not in preview.page(path):
            unplaced.append(f"{name} on {path}")
        lost += missed + answered(preview)
        preview.replace(new, old, name)
        delay, missed = until(preview, path, lambda page: "ms-problems" not in page)
        repaired.append(delay)
        lost += missed + answered(preview)
    for what, delays in (("a broken save stands above the page", told), ("a repair is seen", repaired)):
        measured(PART, f"preview, {CYCLES} times: seconds until {what}", f"at most {AT_MOST}",
                 f"median {statistics.median(delays):.2f}, longest {max(delays):.2f}")  # fmt: skip
    asked = 2 * CYCLES * len(PAGES)
    measured(PART, f"preview, pages asked for while the data is broken and after: {asked}", "0 not served", f"{lost} not served")
    measured(PART, "preview, mistakes shown without their file", "0", len(unplaced))
    building.none_of(unplaced)
    assert lost == 0
    assert max(told + repaired) <= AT_MOST


@pytest.mark.parametrize(("name", "old", "new"), MISTAKES[:3], ids=["a key", "a name", "YAML"])
def test_a_preview_starts_with_broken_data(tmp_path, measured, name, old, new):
    root = building.copy_of_repository(tmp_path / "repository")
    file = root / name
    good = file.read_text("utf-8")
    file.write_text(good.replace(old, new, 1), "utf-8")
    with test_preview.previewed(root) as running:
        told = f"{name}:" in running.page("")
        file.write_text(good, "utf-8")
        delay, _ = until(running, "shandong-2024/", lambda page: "ms-problems" not in page)
    measured(PART, f"preview begun with {name} broken: told, and whole after the repair", "yes",
             f"{'yes' if told else 'no'}, {delay:.2f} s, for the first whole build")  # fmt: skip
    assert told
    assert delay < test_preview.PATIENCE
