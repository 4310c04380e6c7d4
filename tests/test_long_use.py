"""After any edits the site is the same as one that is made anew; `tests/gate/gate_long_use.py` takes many more."""

import long_use


def test_a_site_that_was_edited_for_long_is_the_same_as_a_new_one(tmp_path):
    office = long_use.Office(tmp_path / "office", seed=1)
    for step in range(6):
        assert long_use.differing(office, tmp_path / "fresh") == [], (step, office.done)
        office.edit()
