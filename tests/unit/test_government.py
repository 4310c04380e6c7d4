"""What a government website says about itself: settings, tags, the foot of the page, what is still owed."""

from __future__ import annotations

import pytest

import builders
import publishing
import reading
from microsite.checks import readiness
from microsite.core import government, settings
from microsite.core.government import Government
from microsite.core.settings import Settings

GIVEN = {
    "site_id_code": "3700000001",
    "site_domain": "www.example.gov.cn",
    "column_name": "提升月专栏",
    "column_description": "提升月的活动和文件",
    "column_keywords": "数字素养,数字技能",
    "column_type": "工作动态",
    "icp": "京ICP备12345678号-1",
    "public_security": "京公网安备 11010102001234号",
    "contact": "电话 0990-55501001",
    "organ_mark": "assets/organ-mark.png",
    "organ_mark_url": "https://bszs.conac.cn/sitename?method=show&id=1",
}


def told(**changes):
    """What is said about one wrong setting, without its place."""
    _, problems = government.read({**GIVEN, **changes}, "mkdocs.yml")
    return [(problem.path, problem.zh, problem.en) for problem in problems]


# --- settings ---------------------------------------------------------------------------------


def test_good_settings_are_taken_as_they_are():
    assert government.read(GIVEN, "mkdocs.yml") == (Government(**GIVEN), [])


@pytest.mark.parametrize("code", ["bm01000001", "1304000009"])
def test_a_site_code_has_ten_digits_or_bm_and_eight(code):
    assert told(site_id_code=code) == []


@pytest.mark.parametrize("code", ["1304009", "bm0100000", "BM01000001", "13040000090"])
def test_another_site_code_is_refused(code):
    assert told(site_id_code=code) == [
        (
            "extra.microsite.government.site_id_code",
            f"“{code}”应是十位数字，或 bm 加八位数字",
            f"“{code}” must be ten digits, or bm and eight digits",
        )
    ]


def test_a_code_without_quotes_is_a_number_to_yaml_and_told_so():
    assert told(site_id_code=1304000009) == [
        (
            "extra.microsite.government.site_id_code",
            "“1304000009”请加引号",
            "“1304000009” needs quotes around it",
        )
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("site_domain", "https://www.example.gov.cn"),
        ("icp", "ICP备12345678"),
        ("public_security", "11010102001234"),
        ("organ_mark", "https://dcs.conac.cn/image/red.png"),
        ("organ_mark", "../secret.png"),
        ("organ_mark_url", "javascript:alert(1)"),
    ],
)
def test_a_value_of_the_wrong_form_is_refused(name, value):
    assert [path for path, _, _ in told(**{name: value})] == [f"extra.microsite.government.{name}"]


def test_a_misspelt_key_is_told_with_the_nearest_one():
    assert told(site_idcode="3700000001") == [
        (
            "extra.microsite.government.site_idcode",
            "没有“site_idcode”这一项，是否为“site_id_code”？",
            "there is no key “site_idcode”; did you mean “site_id_code”?",
        )
    ]


def test_a_profile_is_preview_or_production():
    _, problems = settings.read_settings({}, Settings(profile="prod"))
    assert [str(problem) for problem in problems] == [
        "PROFILE:1:1: “prod”只能是 preview 或 production / “prod” must be preview or production"
    ]


# --- what is owed -----------------------------------------------------------------------------


def office(**changes):
    """Settings of an office to which nothing is missing but what a test takes away."""
    given = {
        "official": True,
        "site_name": "数字素养与技能",
        "site_url": publishing.SITE_URL,
        "organiser": "省委网信办",
        "report_url": "mailto:report@example.gov.cn",
        "government": Government(**GIVEN),
        **changes,
    }
    return Settings(**given)


PUBLISHED = ("  signed: 2025年5月20日\n", "  signed: 2025年5月20日\n  published: 2025年5月21日 09:30\n")


def plan(root, *edits):
    text = builders.a_campaign_yaml(*edits)
    return builders.data(builders.a_data_folder(root, campaigns__yunling_2025=text)).plan


def test_a_complete_site_owes_nothing(tmp_path):
    assert readiness.owed(office(), plan(tmp_path, PUBLISHED)) == ()


def test_a_document_without_its_time_of_publication_is_owed(tmp_path):
    for number, edits in enumerate(((), ((PUBLISHED[0], PUBLISHED[1].replace(" 09:30", "")),))):
        found = readiness.owed(office(), plan(tmp_path / str(number), *edits))
        assert [(problem.path, problem.code, problem.en) for problem in found] == [
            (
                "document.published",
                "missing-for-production",
                "missing: the time of publication (day, hour and minute, such as 2024-05-28 09:30)",
            )
        ]


def test_everything_that_is_missing_is_told_at_once(tmp_path):
    found = readiness.owed(Settings(), plan(tmp_path, PUBLISHED))
    assert [problem.path.removeprefix("extra.microsite.") for problem in found] == [
        "site_name", "site_url", "organiser", "report_url", "government.site_id_code", "government.site_domain",
        "government.column_name", "government.column_description", "government.column_keywords",
        "government.column_type", "government.icp", "government.public_security", "government.contact",
        "government.organ_mark", "official",
    ]  # fmt: skip


def test_a_preview_of_an_office_only_notes_what_is_owed(tmp_path):
    made = plan(tmp_path, PUBLISHED)
    assert [note.en for note in readiness.notes(office(report_url=""), made)] == [
        "extra.microsite.report_url: missing: where an error can be reported"
    ]
    assert readiness.notes(Settings(), made) == ()


@pytest.mark.parametrize("time", ["24:00", "9:30", "09:60", "09:3"])
def test_a_time_of_day_that_does_not_exist_is_refused(tmp_path, time):
    published = (PUBLISHED[0], PUBLISHED[1].replace("09:30", time))
    builders.a_data_folder(tmp_path, campaigns__yunling_2025=builders.a_campaign_yaml(published))
    assert builders.codes_in(tmp_path) == [("campaigns/yunling-2025.yml", 19, "not-a-time-of-day")]


# --- the pages --------------------------------------------------------------------------------


@pytest.fixture
def made(tmp_path):
    """The pages of the small province as an office publishes them."""
    text = builders.a_campaign_yaml(PUBLISHED)
    data = builders.data(builders.a_data_folder(tmp_path, campaigns__yunling_2025=text))
    given = office()
    names = ("official", "organiser", "report_url", "government")
    site = publishing.site(data, **{name: getattr(given, name) for name in names})
    return {path: reading.page(path, html) for path, html in publishing.html(site).items()}


def tags(page):
    """The tags of 国办发〔2017〕47号 on a page, in order."""
    return [(each["name"], each["content"]) for each in page.metas if each.get("name", "")[:1].isupper()]


SITE_TAGS = [("SiteName", "数字素养与技能"), ("SiteDomain", "www.example.gov.cn"), ("SiteIDCode", "3700000001")]


def test_a_content_page_says_who_published_it_and_when(made):
    assert tags(made["yunling-2025/online-quiz/index.html"]) == [
        ("ArticleTitle", "举办数字知识网上竞答"),
        ("PubDate", "2025-05-21 09:30"),
        (
            "ContentSource",
            "中共云岭省委网络安全和信息化委员会办公室、云岭省教育厅、云岭省人力资源和社会保障厅、云岭省妇女联合会",
        ),
        ("Keywords", "数字素养,数字技能"),
        ("Description", "人人都可以上网答题。"),
        ("Url", "https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/"),
        *SITE_TAGS,
    ]


def test_a_column_page_says_which_column_it_is(made):
    column = [
        ("ColumnName", "提升月专栏"),
        ("ColumnDescription", "提升月的活动和文件"),
        ("ColumnKeywords", "数字素养,数字技能"),
        ("ColumnType", "工作动态"),
    ]
    for path in ("index.html", "yunling-2025/index.html", "yunling-2025/activities/index.html"):
        assert tags(made[path]) == [*column, *SITE_TAGS]


def test_the_foot_of_every_page_has_what_inspections_look_for(made):
    for page in made.values():
        for wanted in ("电话0990-55501001", "3700000001", "京ICP备12345678号-1", "京公网安备11010102001234号"):
            assert wanted in page.text, page.path
        links = [link for _, link in page.links]
        assert "https://beian.miit.gov.cn/" in links
        assert "https://beian.mps.gov.cn/#/query/webSearch?code=11010102001234" in links
        assert "mailto:report@example.gov.cn" in links


def test_other_sites_carry_none_of_it(tmp_path):
    site = publishing.site(builders.data(builders.a_data_folder(tmp_path)))
    pages = [reading.page(path, html) for path, html in publishing.html(site).items()]
    assert [page.path for page in pages if tags(page) or "ms-footer__government" in page.classes] == []
