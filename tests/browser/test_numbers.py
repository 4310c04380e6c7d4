"""A body with many numbers: they push nothing off the first screen, and no word stands nearer to another number than to its own."""

import pytest
import serving

import builders
import permanence

MANY = """phones:
      - number: 0990-5550100
        note: 冬令营报名
        person: 林小燕
        hours: 工作日9:00-17:00
      - number: 0990-5550102
        note: 读者服务部
        person: 陈明
      - number: 0990-5550103
        note: 团体预约，十人以上的学校和社区
      - number: 0990-5550104
    fax: 0990-5550105
"""
CONTACTS = f"""\
campaign: yunling-2025
people_until: 2025-12-31
contacts:
  - body: 省委网信办
    {MANY}  - body: 省教育厅
    phone: 0990-5550110
"""
PAGE = "yunling-2025/online-quiz/"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    activity = builders.an_activity_yaml(lead="[省委网信办]", support="[省教育厅]", form="onsite", venues="[市图书馆]")
    place = permanence.a_place(
        tmp_path_factory.mktemp("numbers"),
        campaigns__yunling_2025=builders.a_campaign_yaml(activities=[activity]),
        contacts__yunling_2025=CONTACTS,
    )
    with serving.served(place.build().folder) as address:
        yield address


def top(page, name):
    return page.locator(f"#{name}").bounding_box()["y"]


@pytest.mark.parametrize(
    ("language", "size", "when", "where"), [("", 16, 520, 650), ("", 24, 900, 1080), ("en/", 16, 620, 780), ("en/", 24, 1080, 1340)]
)
def test_four_numbers_leave_when_and_where_on_the_first_screens(visit, built, language, size, when, where):
    page = visit(language + PAGE, at=built, width=390)
    page.evaluate(f"document.documentElement.style.fontSize = '{size}px'")
    assert top(page, "when") <= when
    assert top(page, "where") <= where


def test_the_number_for_every_matter_stands_openly_and_the_others_are_one_choice_away(visit, built):
    page = visit(PAGE, at=built, width=390)
    numbers = page.locator(".ms-fact--call .ms-phone:visible")
    assert numbers.all_inner_texts() == ["0990-5550104"]
    page.locator(".ms-fact--call summary").click()
    others = ["0990-5550100", "0990-5550102", "0990-5550103", "0990-5550110"]
    assert numbers.all_inner_texts() == ["0990-5550104", *others]


_NEAR = """() => {
  const box = each => each.getBoundingClientRect();
  const along = (a, b, near, end) => Math.max(0, a[near] - b[end], b[near] - a[end]);
  const far = (a, b) => Math.hypot(along(a, b, "left", "right"), along(a, b, "top", "bottom"));
  return [...document.querySelectorAll(".ms-reach__about")].filter(each => box(each).height).map(words => {
    const group = words.parentElement, own = group.querySelector(".ms-phone");
    const others = [...group.parentElement.querySelectorAll(".ms-phone")].filter(each => each !== own);
    return [far(box(words), box(own)), Math.min(...others.map(each => far(box(words), box(each))))];
  });
}"""


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", [PAGE, f"en/{PAGE}", "yunling-2025/contacts/", "organisations/yunling-cac/"])
def test_words_stand_nearer_to_their_own_number_than_to_any_other(visit, built, path, width, media):
    page = visit(path, at=built, width=width)
    page.emulate_media(media=media)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    found = page.evaluate(_NEAR)
    assert len(found) >= 3
    assert [(own, other) for own, other in found if own * 1.5 >= other] == []
