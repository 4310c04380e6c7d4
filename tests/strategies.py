"""Times as notices print them, made at random."""

from __future__ import annotations

from hypothesis import strategies as st

from microsite.core.dates.fuzzy import FuzzyDate
from microsite.core.dates.phrases import parse
from microsite.core.dates.points import DateError

WINDOW = parse("2025年6月中旬至7月中旬")

MONTH = st.integers(1, 12)
POINT = st.one_of(
    st.builds("{}月".format, MONTH),
    st.builds("{}月{}旬".format, MONTH, st.sampled_from("上中下")),
    st.builds("{}月{}日".format, MONTH, st.integers(1, 28)),
    st.builds("2025年{}月".format, MONTH),
    st.builds("2025年{}季".format, st.sampled_from("春夏秋冬")),
    st.builds("2025年第{}季度".format, st.sampled_from("一二三四")),
    st.builds("2025年{}半年".format, st.sampled_from("上下")),
    st.just("2025年"),
)
PHRASE = st.one_of(
    POINT,
    st.builds("{}至{}".format, POINT, POINT),
    st.builds("{}起".format, POINT),
    st.builds("{}月{}日{}".format, MONTH, st.integers(1, 28), st.sampled_from(["9:30", "9:30-11:30", "上午"])),
    st.builds("{}、{}".format, POINT, POINT),
    st.builds("每周{}10:00-12:00，{}月1日至28日".format, st.sampled_from("一二三四五六日"), MONTH),
    st.builds("{}前".format, POINT),
    st.builds("{}前后".format, POINT),
    st.builds("拟{}".format, POINT),
    st.builds("自{}启动，为期{}个月".format, POINT, st.integers(1, 13)),
    st.builds("自{}启动，为期{}天".format, POINT, st.integers(1, 40)),
    st.sampled_from(["活动期间", "科技周、科普日等活动节点", "另行通知", "即日起至8月底"]),
)


def read(phrase: str) -> FuzzyDate | None:
    try:
        return parse(phrase, year=2025, window=WINDOW)
    except DateError:
        return None


TIMES = PHRASE.map(read).filter(bool)
