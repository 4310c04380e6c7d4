"""Of which activity a sentence outside of the activities speaks: 第88讲限60人；除手工课外，均免费."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .notice import labels
from .notice.outline import Section
from .notice.pieces import Piece

Names = tuple[str, ...]
_COUNTED = r"^(?:第[^()]{1,3}[讲期场站批课]|[\u3400-\u9fff]{2,4}(?:[一二三四五六七八九十]|[0-9]){1,3})(?=[:、]?$)"
_BUT = "除(?P<but>[^。;]{2,40}?)[之以]?外,?"


@dataclass(frozen=True, slots=True)
class Said:
    """A part of a sentence with the names of activities it is about, and those it is not about."""

    piece: Piece
    of: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()

    def concerns(self, mine: Names) -> bool:
        return self.but.isdisjoint(mine) and (not self.of or not self.of.isdisjoint(mine))


def names(leaf: Section, clauses: Iterable[Section]) -> Names:
    """How sentences elsewhere call an activity: by its title, or by the number that it has or that stands above it: 第88讲, 讲座二."""
    number = leaf.ordinal.paragraph.number - 1
    above = next((each.title for each in clauses if each.title and each.title.paragraph.number == number), leaf.ordinal)
    title = next((each.value for each in labels.apart(leaf.texts)[0] if each.kind == "title"), leaf.title)
    counted = (leaf.ordinal or above).search(_COUNTED)
    called = re.sub(r"\([^()]*\)$", "", title.key)
    kind = re.search("(?<=”)[\u3400-\u9fff]{4,12}$", called)  # “丰收好声音”村歌大赛
    return (called, *([kind[0]] if kind else []), *([counted[0].key] if counted else []))


def parted(sentences: Iterable[Piece], given: Iterable[Names]) -> Iterator[Said]:
    """Sentences by what they are about; one that names no activity stays whole."""
    known = [name for each in given for name in each if len(name) > 2]

    def named(words: str) -> frozenset[str]:
        found = [name for name in known if name in words]
        return frozenset(name for name in found if not any(name in other and name != other for other in found))

    for sentence in sentences:
        if not named(sentence.key) and not re.search(_BUT, sentence.key):
            yield Said(sentence)
            continue
        for part in sentence.split("[;。]|,(?=其[余他])"):
            if re.match("其[余他]", part.key):  # 篮球赛每队收取押金100元，其余各项免费
                yield Said(part, but=named(sentence.key[: part.start - sentence.start]))
                continue
            but = part.search(_BUT)
            if but and (others := named(but["but"].key) or frozenset(name for name in known if but["but"].key in name)):
                yield Said(but["but"], others)
                yield Said(part.part(but.end), but=others)
                continue
            aside = next((each for each in part.every(r"\((?P<inside>[^()]*)\)") if named(each[0].key)), None)
            if aside:  # 每场100人（第3讲60人）
                yield Said(aside["inside"], named(aside[0].key))
            for each in part.split(re.escape(aside[0].key)) if aside else [part]:
                yield Said(each, named(each.key))
