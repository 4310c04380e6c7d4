"""What comes when, and where it lies on the drawn axis."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders as b
from microsite.core.dates.fuzzy import FuzzyDate
from microsite.core.dates.phrases import parse
from microsite.views import time_axis
from microsite.views.time_axis import WIDTH, Axis, Bar, axis
from strategies import TIMES

JUNE_TO_AUGUST = Axis(date(2025, 6, 1), date(2025, 9, 1))


def bar(phrase: str) -> Bar | None:
    window = parse("2025年6月中旬至7月中旬")
    return JUNE_TO_AUGUST.bar(parse(phrase, year=2025, window=window))


@given(st.lists(TIMES, min_size=1, max_size=5))
def test_a_bar_lies_on_the_axis_and_its_edges_are_in_order(times: list[FuzzyDate]) -> None:
    made = axis(times)
    bars = [bar for time in times if made and (bar := made.bar(time))]
    assert (made is None) == all(time.earliest is None for time in times)
    for each in bars:
        assert 0 <= each.x_first <= each.x_sure <= WIDTH
        assert 0 <= each.x_sure_end <= each.x_last <= WIDTH
        assert each.x_first <= each.x_last


@given(st.lists(TIMES, min_size=1, max_size=5))
def test_the_months_of_an_axis_cover_it_from_its_first_day(times: list[FuzzyDate]) -> None:
    made = axis(times)
    months = made.months if made else ()
    places = [x for _, x in months]
    assert places == sorted(set(places))
    assert made is None or (places[0], made.x(made.end)) == (0, WIDTH)


@given(TIMES, st.dates(date(2025, 1, 1), date(2026, 1, 1)), st.dates(date(2025, 1, 1), date(2026, 1, 1)))
def test_a_later_day_never_lies_left_of_an_earlier_one(time: FuzzyDate, one: date, other: date) -> None:
    made = axis([time])
    assert made is None or made.x(min(one, other)) <= made.x(max(one, other))


def test_a_month_that_holds_one_event_is_drawn_as_uncertain_throughout() -> None:
    found = bar("7月")
    assert found == Bar(326, 652, 337, 663, False)
    assert found.is_within


def test_a_span_of_days_is_drawn_as_certain_throughout() -> None:
    found = bar("7月1日至31日")
    assert found == Bar(326, 326, 663, 663, False)
    assert not found.is_within


@pytest.mark.parametrize(("phrase", "days"), [
    ("7月1日、31日", ((326, 11), (652, 11))),
    ("7月1日、2日、31日", ((326, 22), (652, 11))),
    ("每周二10:00-12:00，7月1日至31日", ((326, 11), (402, 11), (478, 11), (554, 11), (630, 11))),
    ("6月、8月", ()),
])  # fmt: skip
def test_of_several_dates_each_that_is_certain_is_drawn_and_nothing_between_them(phrase: str, days: tuple[tuple[int, int], ...]) -> None:
    found = bar(phrase)
    assert found
    assert (found.is_within, found.is_open) == (True, False)
    assert found.days == days


def test_a_time_without_an_end_reaches_the_edge_and_says_so() -> None:
    found = bar("7月起")
    assert found == Bar(326, 652, WIDTH, WIDTH, True)
    assert not found.is_within


@pytest.mark.parametrize("phrase", ["7月底前", "科技周、科普日等活动节点", "另行通知"])
def test_a_time_without_a_beginning_is_not_drawn(phrase: str) -> None:
    assert bar(phrase) is None


def test_an_axis_is_made_of_whole_months() -> None:
    made = axis([parse("2025年11月20日至2026年1月5日")])
    assert made == Axis(date(2025, 11, 1), date(2026, 2, 1))
    assert made.months == ((11, 0), (12, 326), (1, 663))


def test_without_a_bound_there_is_no_axis() -> None:
    assert axis([]) is None
    assert axis([parse("另行通知"), parse("2025年7月底前")]) is None


def test_days_outside_the_axis_are_drawn_at_its_edges() -> None:
    assert (JUNE_TO_AUGUST.x(date(2020, 1, 1)), JUNE_TO_AUGUST.x(date(2030, 1, 1))) == (0, WIDTH)


def activities(*whens: tuple[str | None, str | None]) -> list[str]:
    """Activities a1, a2, … with a time and a phase each."""
    return [
        b.an_activity_yaml(id=f"activity-{n}", number=str(n), when=when, phase=phase)
        for n, (when, phase) in enumerate(whens, 1)
    ]


def test_activities_come_by_their_earliest_bound_then_by_number() -> None:
    listed = activities(("7月", None), ("6月20日", None), ("7月", None), ("6月中旬", None), ("7月1日", None))
    campaign = b.a_campaign(activities=listed)
    assert [a.number for a in time_axis.dated(campaign)] == [4, 2, 5, 1, 3]
    assert time_axis.undated(campaign) == []


def test_undated_activities_come_by_phase_and_those_of_no_phase_last() -> None:
    listed = activities((None, None), (None, "implementation"), ("另行通知", "implementation"), ("6月", None))
    campaign = b.a_campaign(activities=listed)
    assert [a.number for a in time_axis.dated(campaign)] == [4]
    assert [(phase.id if phase else None, [a.number for a in found]) for phase, found in time_axis.undated(campaign)] == [
        ("implementation", [2, 3]),
        (None, [1]),
    ]


def test_a_deadline_stands_at_its_day() -> None:
    listed = activities(("7月10日前", None), ("7月5日", None))
    assert [a.number for a in time_axis.dated(b.a_campaign(activities=listed))] == [2, 1]


def test_the_times_of_a_campaign_are_its_own_those_of_phases_activities_and_parts() -> None:
    part = "\n      - {id: final, name: 决赛, when: 7月5日}"
    campaign = b.a_campaign(activities=[b.an_activity_yaml(parts=part)])
    texts = [time.text for time in time_axis.times(campaign)]
    assert texts == ["2025年6月中旬至7月中旬", "2025年6月中旬至7月中旬", "6月中旬", "7月5日"]
