"""The files of translations beside the data: read, and what is wrong with one or no longer fits what it translates."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from ..core.language import LANGUAGES, Language, some
from ..core.problems import Mark, Note, Problem
from ..model import links
from ..model.campaign import Campaign, Plan
from ..model.organisations import Region
from . import po_fast, translations
from .data_files import DataFile
from .po_fast import Key

Catalogues = dict[tuple[Language, str], translations.Catalogue]


def read(given: Iterable[DataFile], problems: list[Problem]) -> Catalogues:
    """Every file of translations, by its language and the data file that it belongs to; what is wrong joins ``problems``."""
    files, catalogues = list(given), Catalogues()
    for language in LANGUAGES:
        for file in files:
            if file.below == f"translations/{language}":
                catalogues[language, file.stem], found = translations.read(file.content, file.name)
                problems += [*found, *_of_another_language(file, language), *_wrong_links(file, catalogues[language, file.stem])]
    return catalogues


def _wrong_links(file: DataFile, catalogue: translations.Catalogue) -> Iterator[Problem]:
    """Links in translations, asked what those in the plan are asked."""
    for context, texts in catalogue.by_context.items():
        for _, wrong in (each for text in texts if "](" in text or "<" in text for each in links.wrong_links(text)):
            yield Problem(_place(file, context), context, wrong.code, wrong.zh, wrong.en)


def _of_another_language(file: DataFile, language: Language) -> Iterator[Problem]:
    """A file whose header names another language than its folder does: somebody put it into the wrong one."""
    found = re.search(rb'^"Language: *([A-Za-z]{2,8})', file.content, re.MULTILINE)
    said = found[1].decode() if found else language
    if found and said.lower() != language:
        line = file.content.count(b"\n", 0, found.start()) + 1
        zh = f"文件里写明的语言是 {said}，却放在 translations/{language}；请看是不是放错了文件，没有放错的改为 {language}"
        en = f"its header says {said} and it is in translations/{language}; move the file if that is wrong, otherwise write {language}"
        yield Problem(Mark(file.name, line), "", "broken-translation", zh, en)


def into_their_own(records: Mapping[str, Campaign | Region], given: Iterable[DataFile]) -> Iterator[Problem]:
    """Translations into the language that a plan or a register is written in."""
    for file in given:
        record = records.get(file.stem) if file.below.startswith("translations/") else None
        if record is not None and file.below == f"translations/{record.language}":
            other = next(language for language in LANGUAGES if language != record.language)
            yield Problem(
                Mark(file.name),
                "",
                "translation-of-nothing",
                f"“{file.stem}”本来就是用这种语言写的，译文应在 translations/{other}；请移过去或删去",
                f"“{file.stem}” is itself written in this language, its translation belongs in translations/{other}; move or "
                "delete the file",
            )


def outdated(plan: Plan, files: Iterable[DataFile], catalogues: Mapping[tuple[Language, str], translations.Catalogue]) -> Iterator[Note]:
    """Translations whose original has changed since: pages leave them out and show the original."""
    owners: dict[str, Campaign | Region] = {campaign.id: campaign for campaign in plan.campaigns}
    owners |= plan.regions
    contents = {(file.below, file.stem): file for file in files}
    for (language, stem), found in catalogues.items():
        record, file = owners.get(stem), contents.get((f"translations/{language}", stem))
        if record is not None and file is not None:
            wanted = {(words.context, words.text) for words in translations.all_words(record)}
            yield from _unasked(file, found, wanted)


def _unasked(file: DataFile, found: translations.Catalogue, wanted: Collection[Key]) -> Iterator[Note]:
    """What a file has of a text that is another now, of one of several in its place, or of none."""
    known, unused = {context for context, _ in wanted}, dict[str, None]()
    for key, each in found.exact.items():
        context, source = key
        if context not in known:
            unused[context] = None
        elif each.outdated or key not in wanted:
            is_one_of_several = key not in wanted and len(found.by_context[context]) > 1
            yield _told_former(file, context, source) if is_one_of_several else _told_outdated(file, context, source)
    if unused:
        yield _unused(file, list(unused))


def _unused(file: DataFile, contexts: list[str]) -> Note:
    first, number = contexts[0] or 'msgctxt ""', len(contexts)
    zh = f"有 {number} 处译文对不上原文（如“{first}”），页面用不到；请运行 .venv/bin/microsite translations update，丢了 msgctxt 的请恢复"
    en = f"translations in {some(number, 'place')} belong to no text (such as “{first}”), and no page uses them; "
    en += "run .venv/bin/microsite translations update, or restore a file that lost its msgctxt"
    return Note(_place(file, contexts[0]), "unused-translation", zh, en)


def _place(file: DataFile, context: str, source: str = "") -> Mark:
    """Where a context stands, with this original if it stands there several times."""
    lines = file.content.decode("utf-8", "replace").splitlines()
    stand = [n for n, line in enumerate(lines, 1) if line.strip() == f'msgctxt "{context}"']
    told = (n for n in stand if po_fast.original("\n".join(lines[n : n + 100])) == source)
    return Mark(file.name, next(told, stand[0]) if stand else 1)


def _told_outdated(file: DataFile, context: str, source: str) -> Note:
    return Note(
        _place(file, context, source),
        "outdated-translation",
        f"“{context}”的原文改过，译文还没有跟上；页面现在显示原文，请核对译文，去掉 fuzzy 记号",
        f"the original of “{context}” has changed but the translation has not; pages show the original: "
        "check the translation and remove the mark fuzzy",
    )


def _told_former(file: DataFile, context: str, source: str) -> Note:
    return Note(
        _place(file, context, source),
        "outdated-translation",
        f"“{context}”有几条译文，这一条译的是“{source}”，现在的原文不是这样；页面不用它，请删去，或把 msgid 改成现在的原文",
        f"“{context}” has several translations, and the original of this one, “{source}”, is not there now; no page uses it: "
        "delete it, or write the original of now as its msgid",
    )
