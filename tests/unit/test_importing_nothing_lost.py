"""Nothing of a notice is dropped in silence: every sign of it is in a field or in the report."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

import lost_words
import notices
from microsite.importing import command, report
from properties import examples

SENTENCES = (
    "请各地把雨具备好。", "本次活动不收费；", "详情见各单位网站", "（此件公开发布）", "咨询邮箱：someone@example.org",
    "注：表中时间以当地安排为准。", "抄送：省委办公厅，省政府办公厅。", "报名截止时间另行通知", "热线：96000",
    "特此通知。", "“数字小屋”全天开放！", "参加的人有5万名。", "1.先登记再入场。", "（1）带上证件。", "①不带宠物。",
    "7月9日", "云岭省图书馆", "各市教育局", "附件：1.报名表", "主办：某某协会", "八、其他", "（五）留空", "https://example.org/a",
)  # fmt: skip



def lost(notice):
    return lost_words.lost(notice, command.from_notice(notice.encode(), "notice.txt", ()))


def test_nothing_of_the_notice_is_lost():
    assert lost(notices.NOTICE) == []


def test_the_check_itself_sees_what_it_looks_for(monkeypatch):
    monkeypatch.setattr(report, "_group", lambda title, sentences: iter(()))
    assert ("图片和视频一并附上。", "图片和视频一并附上") in lost(notices.NOTICE)


@settings(max_examples=examples(100))
@given(
    st.lists(
        st.tuples(st.integers(0, notices.NOTICE.count("\n")), st.sampled_from(SENTENCES)),
        min_size=1,
        max_size=6,
    ),
    st.booleans(),
)
def test_nothing_is_lost_wherever_strange_sentences_stand(placed, glued):
    rows = notices.NOTICE.splitlines()
    for wanted, sentence in placed:
        at = min(wanted, len(rows))
        if glued and at < len(rows):
            rows[at] += sentence
        else:
            rows.insert(at, f"　　{sentence}")
    assert lost("\n".join(rows)) == []


@settings(max_examples=examples(100))
@given(st.integers(0, 2**32), st.integers(1, 8))
def test_nothing_is_lost_where_lines_are_missing_or_in_another_order(seed, moved):
    chosen = random.Random(seed)  # noqa: S311
    rows = notices.NOTICE.splitlines()
    for _ in range(moved):
        rows.insert(chosen.randrange(len(rows)), rows.pop(chosen.randrange(len(rows))))
    assert lost("\n".join(rows)) == []
