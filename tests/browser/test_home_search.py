"""The search of the home page: every edition, by the words of its activities."""

import pytest
import serving
from playwright.sync_api import expect


def hits(page):
    return [tuple(each.split("\n"))[:2] for each in page.locator("[data-hits] a").all_inner_texts()]


@pytest.fixture
def home(visit):
    def open_home(query="", language="", **options):
        return visit(f"{language}{query}", **options)

    return open_home


def test_activities_of_every_edition_are_found_newest_first(home, base):
    page = home()
    page.locator("#h-q").fill("手机")
    expect(page.locator("[data-hits] a")).to_have_count(2)
    assert page.locator("main [role=status]").inner_text() == "找到 2 项"
    assert hits(page) == [
        ("开展民政服务领域老年人运用智能技术解困行动", "山东省 2024"),
        ("开展全民数字科普宣传活动", "江西省 2022"),
    ]
    page.locator("[data-hits] a").first.click()
    page.wait_for_url(f"{base}shandong-2024/elderly-tech/")


def test_a_region_or_a_year_narrows_the_search(home):
    page = home("?q=老人 江西")
    expect(page.locator("[data-hits] a").first).to_be_visible()
    assert {edition for _, edition in hits(page)} == {"江西省 2022"}


def test_what_was_typed_is_in_the_address(home, base):
    page = home(language="en/")
    page.locator("#h-q").fill("elderly")
    expect(page.locator("[data-hits] a")).to_have_count(3)  # of both editions, which are read one after the other
    found = hits(page)
    assert page.url == f"{base}en/?q=elderly"
    page.reload()
    expect(page.locator("[data-hits] a")).to_have_count(3)  # of both editions, which are read one after the other
    assert hits(page) == found


def test_nothing_found_says_where_else_to_look(home):
    page = home()
    page.locator("#h-q").fill("zzzz")
    expect(page.locator("main [role=status]")).to_have_text("没有找到。请换一个词，或在下面按人群查看。")
    assert hits(page) == []


def test_where_no_activity_has_every_word_the_nearest_are_offered(home):
    page = home()
    page.locator("#h-q").fill("手语直播间")
    expect(page.locator("main [role=status]")).to_have_text("没有完全符合的。下面是最接近的。")
    assert hits(page)[0] == ("举办听力言语残疾人无障碍信息平台推广活动", "山东省 2024")


def test_an_input_method_changes_nothing_until_the_word_is_chosen(home):
    page = home()
    page.locator("#h-q").fill("手机")
    expect(page.locator("[data-hits] a")).to_have_count(2)
    page.evaluate("""() => {
      const field = document.querySelector("#h-q");
      field.value = "手机 shou";
      field.dispatchEvent(new InputEvent("input", {bubbles: true, isComposing: true}));
    }""")
    assert len(hits(page)) == 2


def test_nothing_is_read_before_somebody_searches(home):
    asked = []
    page = home(before=lambda page: page.on("request", lambda got: asked.append(got.url)))
    page.wait_for_timeout(100)
    assert [url for url in asked if url.endswith("index.json")] == []


def test_an_edition_that_cannot_be_read_does_not_hide_the_others(browser, base):
    page = browser.new_page()
    page.route("**/shandong-2024/**/index.json", lambda route: route.abort())
    page.goto(base)
    page.locator("#h-q").fill("手机")
    expect(page.locator("[data-hits] a")).to_have_count(1)
    assert hits(page) == [("开展全民数字科普宣传活动", "江西省 2022")]
    page.close()


def test_older_editions_are_read_after_the_newest_and_only_when_somebody_types(browser, example):
    asked = []
    with serving.served(example / "site") as address:
        page = browser.new_page()
        page.on("request", lambda got: asked.append(got.url.removeprefix(address)) if got.url.endswith("index.json") else None)
        page.goto(address)
        newest = {f"{edition}/activities/index.json" for edition in ("lindale-2026", "yunling-2026", "chengwan-2026")}
        with page.expect_response("**/yunling-2026/activities/index.json"):
            page.locator("#h-q").focus()
        page.wait_for_timeout(200)
        assert set(asked) == newest
        page.locator("#h-q").fill("手机")
        expect(page.locator("[data-hits]")).to_contain_text("云岭省 2025")
        assert asked[3:] == ["yunling-2025/activities/index.json"]
        page.close()


def test_a_card_of_many_audiences_shows_eight_and_the_others_at_a_tap(visit):
    page = visit("", width=390, java_script_enabled=False)
    card = page.locator(".ms-edition").first
    assert card.locator("a.ms-door:visible").count() == 8
    card.get_by_text("其他人群").click()
    assert card.locator("a.ms-door:visible").count() == 15


def test_somebody_who_looks_for_work_finds_vocational_skills(home):
    page = home("?q=求职")
    expect(page.locator("[data-hits] a").first).to_be_visible()
    assert ("举办大数据技术与应用职业技能竞赛", "山东省 2024") in hits(page)
    assert ("举办数字经济领域职业技能竞赛", "江西省 2022") in hits(page)


def test_what_is_on_stands_before_what_is_next_and_titles_before_mentions(visit, example):
    with serving.served(example / "site") as address:
        page = visit("", at=address, before=lambda page: page.clock.set_fixed_time("2026-06-16T10:00:00+08:00"))
        assert [each.split()[0] for each in page.locator(".ms-edition__where").all_inner_texts()] == ["云岭省", "澄湾市", "林谷镇"]
        page.locator("#h-q").fill("手机")
        expect(page.locator("main [role=status]")).to_have_text("找到 17 项")
        rows = page.locator("[data-hits] a")
        ended = ["已结束" in text or "不对公众开放" in text for text in rows.all_inner_texts()]
        titled = ["手机" in title for title, _ in hits(page)]
        assert list(zip(ended, titled, strict=True)) == sorted(zip(ended, titled, strict=True), key=lambda row: (row[0], not row[1]))
        assert set(ended) == {True, False}
        assert hits(page)[0] == ("开展老年人智能手机课堂", "云岭省 2026")


def test_a_hit_says_when_it_is_and_whether_one_may_come(visit, example):
    with serving.served(example / "site") as address:
        page = visit("?q=手语", at=address, before=lambda page: page.clock.set_fixed_time("2026-06-13T10:00:00+08:00"))
        expect(page.locator("main [role=status]")).to_have_text("找到 5 项")
        rows = [" ".join(each.split()) for each in page.locator("[data-hits] a").all_inner_texts()]
    assert rows[0] == "举办听障人士手机技能手语班 云岭省 2026 2026年6月6日至7月4日，每周六14:00至16:00（6月20日除外） 还有场次"
    assert rows[-1] == "举办提升月启动仪式 云岭省 2026 2026年6月5日9:00至10:30 · 不对公众开放。 已结束"


def test_of_several_words_that_activity_stands_first_whose_title_has_most_of_them(visit, example):
    with serving.served(example / "site") as address:
        page = visit("?q=岚川 手机", at=address, before=lambda page: page.clock.set_fixed_time("2026-06-13T10:00:00+08:00"))
        expect(page.locator("[data-hits] a").first).to_be_visible()
        assert hits(page)[0] == ("开展老年人智能手机课堂", "云岭省 2026")


def test_what_has_no_day_stands_after_what_has_one_and_before_what_is_over(visit, example):
    with serving.served(example / "site") as address:
        page = visit("", at=address, before=lambda page: page.clock.set_fixed_time("2026-06-16T10:00:00+08:00"))
        page.locator("#h-q").fill("手机")
        expect(page.locator("main [role=status]")).to_have_text("找到 17 项")
        found = [name for name, _ in hits(page)]
        assert found.index("亲子网络课") < found.index("（已延期）举办数字包容论坛") < found.index("举办提升月启动仪式")
