"""Notices of many shapes: what is found of them, kind by kind, is what the table in the repository says."""

import corpus_figures


def test_the_table_says_what_is_found():
    """A lower figure is a fault; for a higher one run: python tests/corpus_figures.py --write."""
    assert corpus_figures.table(corpus_figures.figures()) == corpus_figures.RESULTS.read_text("utf-8")
