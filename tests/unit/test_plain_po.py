"""Translation files in their usual form are read without the library, and mean the same."""

import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

import building
from microsite.loading import po, po_fast, translations

HEAD = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
ENTRY = 'msgctxt "名"\nmsgid "甲"\nmsgstr "a"\n'.encode()
PLANS = sorted((building.REPOSITORY / "data/translations").rglob("*.po"))


def by_the_library(data):
    parsed, problems = po.parse(data, "a.po")
    return translations.catalogue(po.entries(parsed)), problems


def test_a_file_without_a_head_is_taken_for_utf_8():
    assert po_fast.entries(ENTRY) == [po_fast.Entry("名", "甲", "a", False)]
    assert translations.read(ENTRY, "a.po") == by_the_library(ENTRY)


@pytest.mark.parametrize("file", PLANS, ids=lambda path: path.stem)
def test_the_translations_of_the_plans_are_read_without_the_library(file):
    assert po_fast.entries(file.read_bytes()) is not None
    assert translations.read(file.read_bytes(), "a.po") == by_the_library(file.read_bytes())


TEXT = st.text(st.sampled_from('甲a "\\\n\t\r#~|nt'), max_size=12)
ENTRIES = st.lists(st.tuples(TEXT.filter(bool), TEXT.filter(bool), TEXT, st.booleans()), max_size=4)


@given(ENTRIES, st.integers(0, 3))
def test_what_this_project_writes_is_read_the_same(entries, gone):
    catalog = Catalog("en", charset="utf-8", fuzzy=False)
    for context, source, text, fuzzy in entries:
        catalog.add(source, text, context=context, flags=["fuzzy"] if fuzzy else [])
    for context, source, _, _ in entries[:gone]:
        message = catalog.get(source, context)
        if message is not None:
            catalog.delete(source, context)
            catalog.obsolete[source, context] = message
    data = po.as_po(catalog)
    assert translations.read(data, "a.po") == by_the_library(data)


PIECES = st.sampled_from([HEAD, ENTRY, b"\n", b"#, fuzzy\n", b"# a\n", b'"', b"#~ msgid", b"msgid", b"\\", b" "])


@given(st.lists(PIECES), st.sampled_from([HEAD, b""]))
def test_damaged_files_are_read_and_told_as_the_library_does(pieces, head):
    data = head + b"".join(pieces)
    assert translations.read(data, "a.po") == by_the_library(data)


@pytest.mark.parametrize(
    "data",
    [
        HEAD.replace(b"utf-8", b"gbk") + ENTRY,
        HEAD + ENTRY.replace("甲".encode(), "甲".encode("gbk")),
        HEAD + ENTRY + ENTRY,  # given twice
        HEAD + ENTRY.replace(b"\n", b"\r\n"),
        HEAD + ENTRY.replace(b'"a"', '"a\u202e"'.encode()),
        HEAD + b'msgctxt "a"\nmsgid "b"\nmsgid_plural "c"\nmsgstr[0] "d"\nmsgstr[1] "e"\n',
        HEAD + b'msgid "b"\nmsgstr "d"\n',  # without a field it belongs to
        HEAD + ENTRY + b"something\n",
    ],
)
def test_everything_else_is_left_to_the_library(data):
    assert po_fast.entries(data) is None


# --- the interface's own words ----------------------------------------------------------------

WORDS = sorted((building.REPOSITORY / "hooks/microsite/words").glob("*.po"))
ITEMS = b'msgid "items"\nmsgid_plural "items"\nmsgstr[0] "one"\nmsgstr[1] "more"\n'


@pytest.mark.parametrize("file", WORDS, ids=lambda path: path.stem)
def test_the_words_of_the_interface_are_read_without_the_library(file):
    words = po_fast.keyed(file.read_bytes())
    messages = {each.id: each.string for each in read_po(io.BytesIO(file.read_bytes())) if each.id}
    assert words == {
        key[0] if isinstance(key, tuple) else key: forms if isinstance(forms, tuple) else (forms,)
        for key, forms in messages.items()
    }
    assert {len(forms) for forms in words.values()} == ({1, 2} if file.stem == "en" else {1})


def test_plural_forms_are_told_apart():
    assert po_fast.keyed(HEAD + ITEMS) == {"items": ("one", "more")}


@pytest.mark.parametrize(
    "data",
    [
        HEAD + ITEMS.replace(b"msgstr[0]", b"msgstr[x]"),
        HEAD + ITEMS + b"something\n",
        HEAD + ENTRY,
    ],
)
def test_a_damaged_file_of_words_is_not_read_in_part(data):
    with pytest.raises(ValueError, match="no word of the interface"):
        po_fast.keyed(data)


def test_a_file_as_windows_leaves_it_says_the_same():
    assert po_fast.keyed(b"\xef\xbb\xbf" + (HEAD + ITEMS).replace(b"\n", b"\r\n")) == po_fast.keyed(HEAD + ITEMS)


def test_words_that_are_no_longer_used_are_passed_over():
    data = HEAD + b'msgid "c"\nmsgstr "d"\n\n' + ITEMS + b'\n#~ msgid "a"\n#~ msgstr "b"\n'
    assert po_fast.keyed(data) == {"c": ("d",), "items": ("one", "more")}
