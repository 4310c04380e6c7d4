"""Long use: two hundred random edits with caches that are kept, each compared byte for byte with a new build."""

import pytest

import long_use

PART = "Long use"
STEPS = 100


@pytest.mark.parametrize("seed", [11, 12])
def test_after_any_edit_a_site_is_the_same_as_a_new_one(tmp_path, measured, seed):
    office, wrong, refused = long_use.Office(tmp_path / "office", seed), [], 0
    for step in range(STEPS):
        office.edit()
        found = long_use.differing(office, tmp_path / "fresh")
        wrong += [f"{step} {office.done[-3:]}: {path}" for path in found]
        refused += isinstance(office.built(), str)
    measured(PART, f"{STEPS} steps of one to three random edits, seed {seed}, each against a new build", "0 files differ",
             f"{len(wrong)} differ; {len(office.done)} edits, {refused} steps with mistakes")  # fmt: skip
    assert wrong == []
    assert refused < STEPS // 2
