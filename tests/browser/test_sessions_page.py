"""The pages of sessions in a browser: today is marked, what is past is folded, a list is narrowed down."""

import contextlib

import pytest
import serving

import publishing
import test_sessions

MORNING = "2025-06-15T08:00:00+08:00"  # a Sunday


@contextlib.contextmanager
def served(root, table):
    """The address of a small site with this table of sessions."""
    made = publishing.everything(publishing.site(test_sessions.read(root / "data", table), site_url=""))
    for name, content in made.items():
        path = root / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with serving.served(root / "site") as address:
        yield address


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    root = tmp_path_factory.mktemp("sessions")
    table = test_sessions.TABLE + (
        "online-quiz,6月1日9:30,清溪市图书馆,,,,,,,,\n"
        "online-quiz,6月16日19:00,清溪市图书馆,,,,免费,,,,\n"
    )
    with served(root, table) as address:
        yield address


@pytest.fixture
def sessions(browser, base):
    context = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 844})

    def opened(path):
        page = context.new_page()
        page.clock.set_fixed_time(MORNING)
        page.goto(base + path)
        return page

    yield opened
    context.close()


def shown(page):
    """The days that are to be seen, each with its number of sessions."""
    days = page.locator(".ms-day:visible")
    return [
        (days.nth(n).get_attribute("data-day"), days.nth(n).locator(".ms-session:visible").count()) for n in range(days.count())
    ]


def test_what_is_past_is_folded_and_today_and_tomorrow_are_marked(sessions):
    page = sessions("yunling-2025/sessions/")
    assert shown(page) == [("2025-06-15", 1), ("2025-06-16", 1), ("2025-06-28", 1)]
    assert page.locator("[data-near]:visible").all_inner_texts() == ["今天", "明天"]
    assert page.locator("[data-count]").inner_text() == "3 场"
    page.get_by_label("也显示已经过去的场次").check()
    assert [day for day, _ in shown(page)][:2] == ["2025-06-01", "2025-06-14"]
    assert page.locator("[data-near]:visible").all_inner_texts()[:2] == ["已结束", "已结束"]


def test_the_choice_to_show_what_is_past_stands_in_the_column_of_the_list_fits_a_phone_and_is_not_printed(sessions):
    page = sessions("yunling-2025/sessions/")
    choice, count = page.locator(".ms-days__past span"), page.locator("[data-count]")
    page.set_viewport_size({"width": 1280, "height": 800})
    assert choice.bounding_box()["x"] == count.bounding_box()["x"]
    page.set_viewport_size({"width": 320, "height": 800})
    page.evaluate("document.documentElement.dataset.size = 'largest'")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.emulate_media(media="print")
    assert not choice.is_visible()


@pytest.mark.parametrize(
    ("choice", "address", "days"),
    [
        ("今天", "?day=today", ["2025-06-15"]),
        ("明天", "?day=tomorrow", ["2025-06-16"]),
        ("本周末", "?day=weekend", ["2025-06-15"]),
        ("免费", "?free=1", ["2025-06-15", "2025-06-16"]),
        ("手语翻译", "?access=sign-language", ["2025-06-15"]),
    ],
)
def test_a_choice_narrows_the_list_and_stands_in_the_address(sessions, choice, address, days):
    page = sessions("yunling-2025/sessions/")
    page.locator(".ms-finder summary").click()
    page.get_by_label(choice, exact=True).check()
    assert [day for day, _ in shown(page)] == days
    assert page.url.endswith(address)
    again = sessions(f"yunling-2025/sessions/{address}")
    assert [day for day, _ in shown(again)] == days


def test_a_day_without_sessions_says_so_and_leads_on(sessions):
    page = sessions("yunling-2025/sessions/?date=2025-06-20")
    assert shown(page) == []
    assert page.locator("[data-nothing]:visible a").get_attribute("href") == "../../yunling-2025/sessions/"


@pytest.mark.parametrize("path", ["yunling-2025/sessions/", "yunling-2025/in/songping/", "yunling-2025/online-quiz/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways(sessions, path, width):
    page = sessions(path)
    page.set_viewport_size({"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_of_a_city_is_printed_as_its_programme(sessions):
    page = sessions("yunling-2025/in/qingxi/")
    page.emulate_media(media="print")
    assert [day for day, _ in shown(page)] == ["2025-06-15", "2025-06-16"]
    seen = page.locator("main").inner_text()
    assert "也显示已经过去的场次" not in seen
    assert "打印这一页" not in seen
    assert "清溪市图书馆，文昌路 8 号" in seen


@pytest.fixture(scope="module")
def regular(tmp_path_factory):
    root = tmp_path_factory.mktemp("regular")
    table = "activity,when,place\nonline-quiz,6月15日9:30,清溪市图书馆\nonline-quiz,每周一、三9:00，6月2日至7月2日,清溪市图书馆\n"
    with served(root, table) as address:
        yield address


@pytest.mark.parametrize(
    ("path", "mark", "count"),
    [
        ("yunling-2025/in/qingxi/", "明天", "7 场"),
        ("yunling-2025/in/qingxi/?date=2025-06-18", "明天", "1 场"),
        ("yunling-2025/in/qingxi/?date=2025-06-15", None, "1 场"),
        ("en/yunling-2025/in/qingxi/?date=2025-06-04", "Tomorrow", "1 session"),
    ],
)
def test_a_repeat_says_its_next_date_and_is_found_on_each_of_them(browser, regular, path, mark, count):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.clock.set_fixed_time(MORNING)
    page.goto(regular + path)
    row = page.locator(".ms-session[data-days]")
    assert row.is_visible() == (mark is not None)
    assert mark is None or row.locator("[data-when]").inner_text() == mark
    assert page.locator("[data-count]").inner_text() == count
    context.close()


def test_the_page_of_an_activity_shows_its_next_three_sessions_and_folds_the_list(browser, tmp_path):
    rows = (f"online-quiz,6月{day}日9:30,清溪市图书馆" for day in (1, 15, 16, 17, 28, 29))
    with served(tmp_path, "\n".join(["activity,when,place", *rows])) as address:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        page.clock.set_fixed_time(MORNING)
        page.goto(f"{address}yunling-2025/online-quiz/")
        next_ = ["2025-06-15", "2025-06-16", "2025-06-17"]
        assert shown(page) == [(day, 1) for day in next_]
        page.get_by_text("全部 6 场").click()
        assert [day for day, _ in shown(page)][3:] == [*next_, "2025-06-28", "2025-06-29"]
        context.close()


def test_a_long_list_shows_its_first_fifteen_rows_and_paper_has_all(visit, example):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/sessions/", at=base, width=390)
        rows = page.locator(".ms-session")
        assert rows.count() > 60
        assert page.locator(".ms-session:visible").count() == 15
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert page.locator(".ms-session:visible").count() == rows.count()
        assert page.locator("[data-every]").is_hidden()


def test_what_is_called_off_takes_no_place_among_the_next_sessions(browser, tmp_path):
    rows = (f"online-quiz,6月{day}日9:30,清溪市图书馆,{'cancelled' if day == 15 else ''}" for day in (1, 15, 16, 17, 28, 29))
    with served(tmp_path, "\n".join(["activity,when,place,status", *rows])) as address:
        page = browser.new_page()
        page.clock.set_fixed_time(MORNING)
        page.goto(f"{address}yunling-2025/online-quiz/")
        assert shown(page) == [(day, 1) for day in ("2025-06-15", "2025-06-16", "2025-06-17", "2025-06-28")]
        page.close()


def test_many_that_repeat_are_one_line_until_somebody_asks_for_them(visit, example):
    """So today stands before them; paper has them all."""
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/sessions/", at=base, before=lambda page: page.clock.set_fixed_time("2026-06-13T09:00:00+08:00"))
        fold = page.locator("details.ms-day")
        assert fold.locator("> summary").inner_text().replace("\n", "") == "定期举行：就医帮办、手机课堂、图书馆周"
        assert fold.locator(".ms-session:visible").count() == 0
        page.get_by_text("更多条件").click()
        page.locator("#s-activity").select_option("hospital-help")
        assert fold.locator(".ms-session:visible").count() == 8
