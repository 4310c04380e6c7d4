"""What is on today: said by the reader's browser, and never more surely than the notice allows."""

import pytest
import serving

COMING, MAYBE, NOW, OVER, STARTED = "尚未开始", "可能正在进行", "正在进行", "已结束", "已开始，未写何时结束"
CLOSED = "已截止"

# One activity of each kind of time, and what its page says on each day.
MONTH = ("jiangxi-2022/older-people/", "8月")
TEN_DAYS = ("jiangxi-2022/online-quiz/", "8月中旬")
SPAN = ("jiangxi-2022/popular-science/", "7月至9月")
OPEN = ("jiangxi-2022/research/", "8月起")
WITHIN = ("shandong-2024/training-bases/", "在提升月期间")

CASES = [
    (MONTH, {"2022-07-31": COMING, "2022-08-01": MAYBE, "2022-08-15": MAYBE, "2022-08-31": MAYBE, "2022-09-01": OVER}),
    (TEN_DAYS, {"2022-08-10": COMING, "2022-08-11": MAYBE, "2022-08-15": MAYBE, "2022-08-20": MAYBE, "2022-08-21": OVER}),
    (SPAN, {"2022-06-30": COMING, "2022-07-30": MAYBE, "2022-07-31": NOW, "2022-09-01": NOW, "2022-09-02": MAYBE,
            "2022-09-30": MAYBE, "2022-10-01": OVER}),
    (OPEN, {"2022-07-31": COMING, "2022-08-01": MAYBE, "2022-08-30": MAYBE, "2022-08-31": STARTED, "2031-01-01": STARTED}),
    (WITHIN, {"2024-06-10": COMING, "2024-06-11": MAYBE, "2024-07-01": MAYBE, "2024-07-19": MAYBE, "2024-07-20": OVER}),
]  # fmt: skip

_BOUNDS = {
    "startFirst": "2024-06-01",
    "startLast": "2024-06-11",
    "endFirst": "2024-07-01",
    "endLast": "2024-07-10",
}


def on(moment):
    """A visit's preparation: the reader's clock stands at this moment."""
    return lambda page: page.clock.set_fixed_time(moment)


def noon(day):
    return f"{day}T12:00:00+08:00"


def states(page):
    return [text for text in page.locator("main [data-state]").all_inner_texts() if text]


@pytest.mark.parametrize(("activity", "days"), CASES, ids=[words for (_, words), _ in CASES])
def test_an_activity_is_coming_on_or_over_as_surely_as_its_dates_are(visit, activity, days):
    path, words = activity
    page, said = visit(path), {}
    for day in days:
        page.clock.set_fixed_time(noon(day))
        page.reload()
        said[day] = states(page)
    assert said == {day: [state] for day, state in days.items()}, words


def test_a_frame_on_another_site_says_what_is_over(visit):
    page = visit("embed/jiangxi-2022/women/", before=on(noon("2022-08-15")))
    assert states(page) == [MAYBE]
    page = visit("embed/jiangxi-2022/", before=on(noon("2022-08-15")))
    assert states(page) == [NOW, *[MAYBE] * 5, NOW, NOW, MAYBE, MAYBE]


def test_a_day_begins_when_it_begins_in_china(visit):
    """Wherever the reader is: 16:00 UTC is midnight there."""
    before, after = "2022-08-20T15:59:59Z", "2022-08-20T16:00:00Z"
    for zone in ("America/Los_Angeles", "Pacific/Kiritimati"):
        path, _ = TEN_DAYS
        assert states(visit(path, before=on(before), timezone_id=zone)) == [MAYBE]
        assert states(visit(path, before=on(after), timezone_id=zone)) == [OVER]


def test_an_activity_without_dates_is_said_to_be_coming_or_over_with_its_phase_and_never_certainly_on(visit):
    said = {"2024-05-01": "尚未开始", "2024-06-20": "可能正在进行", "2025-01-01": "已结束"}
    for day, state in said.items():
        assert states(visit("shandong-2024/sign-language/", before=on(noon(day)))) == [state]


@pytest.fixture
def said(visit):
    """What a time with given bounds says on 10, 11 and 12 June 2024, or at given minutes."""
    given, page = {}, visit("jiangxi-2022/older-people/")
    page.route("**/jiangxi-2022/older-people/", lambda route: _with_bounds(route, given))

    def ask(bounds, *minutes):
        given.update(bounds)
        words = []
        for moment in minutes or map(noon, ("2024-06-10", "2024-06-11", "2024-06-12")):
            page.clock.set_fixed_time(moment)
            page.reload()
            words.append(page.locator("#here").inner_text())
        return words

    return ask


def test_a_known_day_is_on_that_day_only(said):
    """Both ends known: nothing is merely probable."""
    assert said(dict.fromkeys(_BOUNDS, "2024-06-11")) == [COMING, NOW, OVER]


def test_a_time_with_a_missing_bound_says_nothing(said):
    assert said(_BOUNDS) == [MAYBE, NOW, NOW]
    for missing in _BOUNDS:
        assert said({**_BOUNDS, missing: ""}) == ["", "", ""], missing


def test_a_deadline_is_closed_from_the_next_day_on_and_says_nothing_before(said):
    assert said({**dict.fromkeys(_BOUNDS, ""), "endLast": "2024-06-11"}) == ["", "", CLOSED]


def minutes(*times):
    """Minutes of 11 June 2024 in China."""
    return [f"2024-06-11T{time}:00+08:00" for time in times]


def test_what_has_hours_is_on_from_the_minute_it_begins_until_it_ends(said):
    hours = {"startFirst": "2024-06-11T09:30", "startLast": "2024-06-11T09:30"}
    hours |= {"endFirst": "2024-06-11T11:30", "endLast": "2024-06-11T11:30"}
    at = minutes("00:00", "09:29", "09:30", "11:29", "11:30", "23:59")
    assert said(hours, *at) == [COMING, COMING, NOW, NOW, OVER, OVER]


def test_what_has_only_an_hour_of_beginning_is_probably_on_until_its_day_is_over(said):
    bounds = {**dict.fromkeys(_BOUNDS, "2024-06-11T09:30"), "endLast": "2024-06-11"}
    at = [*minutes("09:29", "09:31", "23:59"), noon("2024-06-12")]
    assert said(bounds, *at) == [COMING, MAYBE, MAYBE, OVER]


def test_a_deadline_with_an_hour_is_closed_when_it_strikes(said):
    bounds = {**dict.fromkeys(_BOUNDS, ""), "endLast": "2024-06-11T17:00"}
    assert said(bounds, *minutes("16:59", "17:00")) == ["", CLOSED]


def test_of_several_dates_each_is_on_for_itself_and_between_them_there_is_more_to_come(said):
    one, other = (",".join([f"2024-06-{day}T09:30"] * 2 + [f"2024-06-{day}T11:30"] * 2) for day in (10, 12))
    bounds = {**dict.fromkeys(_BOUNDS, "2024-06-10"), "endLast": "2024-06-12", "dates": f"{one} {other}"}
    at = [f"2024-06-{time}:00+08:00" for time in ("10T09:00", "10T10:00", "10T12:00", "12T09:30", "12T11:30")]
    assert said(bounds, *at) == [COMING, NOW, "还有场次", NOW, OVER]


def _with_bounds(route, bounds):
    """The page as served, with one more time in it."""
    names = {
        "startFirst": "start-first",
        "startLast": "start-last",
        "endFirst": "end-first",
        "endLast": "end-last",
        "dates": "dates",
    }
    given = " ".join(f'data-{names[name]}="{day}"' for name, day in bounds.items())
    body = (
        route.fetch()
        .text()
        .replace("</main>", f'<p><span id="here" data-state {given} hidden></span></p></main>')
    )
    route.fulfill(body=body, content_type="text/html; charset=utf-8")


def test_the_front_page_lists_what_is_on_apart_from_what_is_only_likely_on(visit):
    page = visit("jiangxi-2022/", before=on(noon("2022-08-05")))
    listed = {value: page.locator(f"[data-now={value}] a").all_inner_texts() for value in ("now", "maybe")}
    for value, titles in listed.items():
        cards = page.locator(".ms-card", has=page.locator(f"[data-value={value}]"))
        assert titles == cards.locator(".ms-card__title").all_inner_texts()
    assert "线上知识竞答" not in listed["now"] + listed["maybe"]
    assert listed["now"] == ["全民数字科普宣传活动", "数字经济技能竞赛"]
    page.locator("[data-now=now] a").first.click()
    assert page.locator("h1").inner_text() == f"开展{listed['now'][0]}"


def test_a_square_of_the_mosaic_is_as_lit_as_its_activity_is_on(visit):
    page = visit("jiangxi-2022/", before=on(noon("2022-08-05")))
    squares = page.locator(".ms-mosaic .ms-tile")
    titles = [text.splitlines()[0] for text in page.locator(".ms-card .ms-card__title").all_inner_texts()]
    assert squares.count() == len(titles) == 9
    states = [each.get_attribute("data-value") for each in page.locator(".ms-mosaic [data-state]").all()]
    assert states.count("now") == 2
    assert all("ms-tile--large" in each.get_attribute("class") for each in page.locator(
        ".ms-tile", has=page.get_by_text("线上知识竞答")).all())  # fmt: skip


def test_a_square_is_64_px_at_320_px_and_says_its_title_to_the_keyboard(visit):
    page = visit("shandong-2024/", width=320)
    boxes = [each.bounding_box() for each in page.locator(".ms-tile__link").all()]
    assert len(boxes) == 15
    assert [box for box in boxes if min(box["width"], box["height"]) < 57.5] == []
    tile = page.locator(".ms-tile").first.bounding_box()
    assert tile["height"] >= 64
    page.locator(".ms-tile__link").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert "培训基地" in page.locator(".ms-tile__link:focus .ms-tile__name").inner_text()


@pytest.mark.parametrize("day", ["2022-06-01", "2024-12-01"])
def test_the_front_page_says_nothing_of_today_before_and_after(visit, day):
    page = visit("jiangxi-2022/", before=on(noon(day)))
    assert page.locator("[data-now]:visible").count() == 0


def test_english_pages_say_it_in_english(visit):
    page = visit("en/jiangxi-2022/popular-science/", before=on(noon("2022-08-15")))
    assert states(page) == ["On now"]
    page = visit("en/jiangxi-2022/online-quiz/", before=on(noon("2022-08-15")))
    assert states(page) == ["May be on now"]


_LINES = "lines => lines.map(line => [line.getAttribute('x1'), line.parentElement.classList[0]])"


def test_the_drawn_timeline_has_a_line_for_today_while_today_lies_on_it(visit):
    """Jiangxi's lies from July to September 2022: 92 days, of which 42 are over on 12 August."""
    page = visit("jiangxi-2022/timeline/", before=on(noon("2022-08-12")))
    rows = page.locator(".ms-drawing__row").count()
    assert page.locator("line.ms-strip__today").evaluate_all(_LINES) == [[f"{42 / 92 * 100}%", "ms-strip"]] * rows
    assert page.locator(".ms-legend [data-today]").inner_text() == "今天"
    page.clock.set_fixed_time(noon("2023-08-12"))
    page.reload()
    assert page.locator("line.ms-strip__today").count() == 0
    assert page.locator(".ms-legend [data-today]").is_hidden()


@pytest.mark.parametrize("path", ["jiangxi-2022/timeline/", "en/jiangxi-2022/timeline/", "shandong-2024/", "en/shandong-2024/"])
def test_nothing_below_jumps_when_the_script_says_what_is_over(visit, path):
    def top(**options):
        page = visit(path, width=390, **options)
        return page.locator(".ms-timeline, .ms-hero__summary").first.bounding_box()["y"]

    assert top() == top(java_script_enabled=False)


def test_where_booking_has_closed_only_number_and_mailbox_are_left_for_questions(visit, example):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/volunteers/", at=base, before=on(noon("2026-06-07")))
        ways = page.locator(".ms-facts [data-way]:visible")
        before = [text.replace("\n", "") for text in ways.all_inner_texts()]
        page.clock.set_fixed_time(noon("2026-06-22"))
        page.reload()
        after = [text.replace("\n", "") for text in ways.all_inner_texts()]
    assert before == ["当志愿者要报名", "网上报名当志愿者", "电话报名当志愿者：0640-55501013"]
    assert after == ["咨询电话：0640-55501013"]


@pytest.mark.parametrize(("day", "label"), [("2026-06-12", "电话预约报名："), ("2026-07-20", "咨询电话：")])
def test_nobody_is_sent_to_book_what_is_over(visit, example, day, label):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/phone-classes/", at=base, before=on(noon(day)))
        assert page.locator(".ms-facts [data-way] [data-asked]").first.inner_text() == label


def test_where_sessions_close_for_themselves_the_activity_is_not_said_to_be_closed(visit, example):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/sign-language/", at=base, before=on(noon("2026-06-22")))
        assert page.locator(".ms-facts [data-value=closed]").count() == 0
        assert "有的场次另有截止时间" in page.locator(".ms-facts").inner_text()


@pytest.mark.parametrize(("day", "said"), [("2026-06-05", 0), ("2026-08-22", 1)])
def test_sessions_that_are_all_over_say_so(visit, example, day, said):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/volunteers/", at=base, before=on(noon(day)))
        assert page.get_by_text("这些场次都已结束。").count() == said


def test_editions_to_come_stand_in_the_order_of_their_beginning(visit, example):
    with serving.served(example / "site") as base:
        page = visit("", at=base, before=on(noon("2026-05-01")))
        coming = page.locator(".ms-editions > li", has=page.locator("[data-value=coming]"))
        begins = coming.locator("[data-state]").evaluate_all("all => all.map(each => each.dataset.startFirst)")
    assert len(begins) > 1
    assert begins == sorted(begins)


def test_where_no_day_is_named_the_sessions_say_whether_it_is_on(visit, example):
    """活动期间, with sessions from 6 June to 10 July: before them it has not begun, and between them there are more to come."""
    with serving.served(example / "site") as base:
        page, said = visit("yunling-2026/anti-fraud/", at=base), {}
        for day in ("2026-06-05", "2026-06-12", "2026-07-11"):
            page.clock.set_fixed_time(noon(day))
            page.reload()
            said[day] = page.locator("#when [data-state]").inner_text()
    assert said == {"2026-06-05": COMING, "2026-06-12": "还有场次", "2026-07-11": OVER}


def test_after_the_last_session_that_is_known_a_time_that_goes_on_is_likely_on(said):
    """Nobody may have entered the sessions to come."""
    session = ",".join(["2024-06-10T09:30"] * 2 + ["2024-06-10T11:30"] * 2)
    bounds = {"startFirst": "2024-06-01", "startLast": "2024-06-30", "endFirst": "2024-06-01", "endLast": "2024-06-30"}
    at = ["2024-06-10T10:00:00+08:00", noon("2024-06-10"), noon("2024-06-30"), noon("2024-07-01")]
    assert said({**bounds, "dates": session}, *at) == [NOW, MAYBE, MAYBE, OVER]


def test_the_front_page_lists_what_has_more_dates_to_come(visit, example):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/", at=base, before=on(noon("2026-06-13")))
        listed = page.locator("[data-now=between]")
        cards = page.locator(".ms-card", has=page.locator("[data-value=between]")).locator(".ms-card__title")
        assert listed.locator("a").all_inner_texts() == cards.all_inner_texts()
        assert "手语班" in listed.inner_text()


@pytest.mark.parametrize(
    ("day", "shown", "offered"), [("2026-06-12", 9, True), ("2026-07-02", 6, True), ("2027-01-01", 9, False)],
    ids=["on", "some-over", "all-over"],
)  # fmt: skip
def test_a_card_to_take_away_invites_to_nothing_that_is_over(visit, example, day, shown, offered):
    """On its last line stands the number of the campaign with its hours."""
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/for/older/", at=base, before=on(noon(day)))
        items = page.locator(".ms-takeaway__list > li:visible")
        over = [text for text in items.all_inner_texts() if OVER in text]
        assert items.count() == shown
        assert page.locator(".ms-takeaway a[download]").is_visible() == offered
        assert "8:30-18:00" in page.locator(".ms-takeaway__call").inner_text()
    assert bool(over) == (not offered)


def test_a_row_that_is_past_says_no_longer_how_to_book(visit, example):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/in/qingdu/?activity=phone-classes", at=base, before=on(noon("2026-06-20")))
        page.locator(".ms-days__past input").check()
        past = page.locator("[data-day='2026-06-10'] .ms-session").first
        assert "需要预约报名" not in past.inner_text()
        assert "咨询电话：" in past.inner_text()
        assert "需要预约报名" in page.locator("[data-day='2026-06-24'] .ms-session:visible").first.inner_text()


def test_what_is_over_says_so_beside_how_to_join_it(visit, example):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/phone-classes/", at=base, before=on(noon("2026-08-01")))
        assert page.locator("#join .ms-state").inner_text() == OVER
        assert "需要预约报名" not in page.locator(".ms-facts").inner_text()


@pytest.mark.parametrize(("day", "said"), [("2026-06-20", False), ("2026-07-11", True)])
def test_the_number_of_an_edition_that_is_over_was_for_that_edition(visit, example, day, said):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/contacts/", at=base, before=on(noon(day)))
        assert page.get_by_text("这是2026年这一届的热线，这一届已经结束。").is_visible() == said


def test_a_deadline_that_is_the_end_of_booking_stands_once(visit, example):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/farmers-live/", at=base, before=on(noon("2026-06-15")))
        assert page.locator(".ms-facts").inner_text().count("6月20日") == 1
        page = visit("yunling-2026/farmers-live/", at=base, before=on(noon("2026-06-22")))
        assert "需要预约报名" not in page.locator(".ms-facts").inner_text()
