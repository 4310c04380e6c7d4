"""Notices of many shapes: what is found of each, that nothing of it is lost, and that any kind of file says the same.

They stand together, so that each notice is imported once as plain text for all of them.
"""

from itertools import product

import pytest
import yaml

import corpus_figures
import lost_words
import notice_files
import notices
import ofd_files
import properties

CORPUS = {name: notice for name, notice, _ in corpus_figures.notices()}
BROKEN = {
    *(("210-association-letter-stops", "ofd"), ("256-science-museum-winter", "ofd"), ("375-prefecture-unity-month", "ofd")),
    *(("380-night-school-matrix", "ofd"), ("391-joint-food-campus-tasks", "ofd"), ("392-museum-october-dots", "ofd")),
    *(("406-county-forward-disabled-jobs", "ofd"), ("420-province-digital-plan", "ofd")),
}
"""Rows broken at one of their wide spaces: the file does not say that there was one."""
KINDS = ("word", "opendocument", "page", "page_of_word", "archive", "rich_text", "rich_text_of_libreoffice", "ofd")


def test_the_table_says_what_is_found():
    """A lower figure is a fault; for a higher one run: python tests/corpus_figures.py --write."""
    assert corpus_figures.table(corpus_figures.figures()) == corpus_figures.RESULTS.read_text("utf-8")


@pytest.mark.parametrize("name", CORPUS)
def test_nothing_of_a_notice_is_lost(name):
    assert lost_words.lost(CORPUS[name], corpus_figures.made_of(CORPUS[name])) == []


@pytest.mark.parametrize(("name", "kind"), properties.some([each for each in product(CORPUS, KINDS) if each not in BROKEN]))
def test_a_notice_says_the_same_in_every_kind_of_file(name, kind):
    as_text = {path: yaml.load(text, yaml.CBaseLoader) for path, text in corpus_figures.made_of(CORPUS[name]).files}  # noqa: S506
    assert notices.data(getattr(notice_files, kind, ofd_files.lines)(CORPUS[name]), "notice") == as_text
