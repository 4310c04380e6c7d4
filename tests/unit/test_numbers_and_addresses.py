"""Telephone numbers, web addresses and rough numbers: what is taken as it is typed, and what is advised where it will not do."""

from __future__ import annotations

import pytest

from microsite.core.problems import Mistake, MistakeBeside
from microsite.model import links, values
from microsite.model.phones import dial


@pytest.mark.parametrize(
    ("printed", "dialled"),
    [
        ("0791—88912762", "+8679188912762"),
        ("0791-88912762", "+8679188912762"),
        ("(0791) 8891 2762", "+8679188912762"),
        ("（０７９１）８８９１２７６２", "+8679188912762"),
        ("010-12345678", "+861012345678"),
        ("+86 791 88912762", "+8679188912762"),
        ("＋86-791-88912762", "+8679188912762"),
        ("0086-791-88912762", "+8679188912762"),
        ("0791-88912762-801", "+8679188912762;ext=801"),
        ("0791—88912762—8013", "+8679188912762;ext=8013"),
        ("0791-8891-2762", "+8679188912762"),
        ("13800000000", "+8613800000000"),
        ("138-0000-0000", "+8613800000000"),
        ("12345", "12345"),
        ("400-800-1234", "4008001234"),
        ("0791 8891 2762-801", "+8679188912762;ext=801"),
        ("079188912762-801", "+8679188912762;ext=801"),
        ("0791-88912762转801", "+8679188912762;ext=801"),
        ("0791-88912762（转801）", "+8679188912762;ext=801"),
        ("0791-88912762分机801", "+8679188912762;ext=801"),
        ("+86-10-88912762-801", "+861088912762;ext=801"),
        ("400-820-8888-1", "4008208888;ext=1"),
        ("12345-3", "12345;ext=3"),
        ("１２３４５－３", "12345;ext=3"),
        ("+86 0791 88912762", "+8679188912762"),
        ("+86（0）791 88912762", "+8679188912762"),
        ("（+86）791 88912762", "+8679188912762"),
        ("86-791-88912762", "+8679188912762"),
        ("8679188912762", "+8679188912762"),
        ("+86 400 820 8888", "+864008208888"),
        ("0138 0000 0000", "+8613800000000"),
        ("+852 2123 4567", "+85221234567"),
        ("00852-21234567", "+85221234567"),
        ("+44-20-7946-0000", "+442079460000"),
        ("00852-2123-4567", "+85221234567"),
        ("+1-212-555-0100", "+12125550100"),
        ("+852 2123 4567转801", "+85221234567;ext=801"),
        ("8891 2762", "88912762"),
        ("95105555", "95105555"),
        ("95105-105", "95105105"),
        ("0791-12345", "+8679112345"),
        ("(0791) 96110", "+8679196110"),
        ("1-800-555-0100", ""),
        ("1 (212) 555-0100", ""),
        ("0791-01234567", ""),
        ("120", "120"),
        ("0791-889", ""),
        ("010-1234567", ""),
        ("+86 12345", ""),
        ("0791-88912762-801-2", ""),
        ("1234567890123456", ""),
    ],
)
def test_a_printed_number_is_dialled_from_anywhere_or_not_at_all(printed: str, dialled: str) -> None:
    assert dial(printed) == dialled


@pytest.mark.parametrize("typed", ["http://a.cn/(a)", "http://a.cn/济南（城市）", "http://a.cn/[1]", "http://a.cn/a;b=1", "http://a.cn/~b/"])
def test_signs_that_belong_to_an_address_stay(typed: str) -> None:
    assert values._url(typed) == typed


@pytest.mark.parametrize(
    ("typed", "rest", "meant"),
    [
        ("https://www.example.gov.cn/f。", "。", "https://www.example.gov.cn/f"),
        ("https://www.example.gov.cn/f，请看", "，请看", "https://www.example.gov.cn/f"),
        ("https://www.example.gov.cn；", "；", "https://www.example.gov.cn"),
        ("http://a.cn/a）", "）", "http://a.cn/a"),
        ("http://a.cn/a》。", "》。", "http://a.cn/a"),
        *((f"http://a.cn/a{sign}", sign, "http://a.cn/a") for sign in ")]};:!．｡～—"),
        *((f"http://a.cn/a{sign}", sign, "http://a.cn/a") for sign in ("）;", ")。", "（官网）", "【官网】。", "(见附件)；")),
        ("http://a.cn/(a))", ")", "http://a.cn/(a)"),
        ("http://a.cn。", "。", "http://a.cn"),
        ("http://a.cn。2025年", "。2025年", "http://a.cn"),
        ("http://a.cn。https://b.cn/", "。https://b.cn/", "http://a.cn"),
        ("http://a.cn/a。b", "。b", "http://a.cn/a"),
        *((f"http://a.cn/a{sign}", sign, "http://a.cn/a") for sign in ("“", "（", "(", "**", "（点此）")),
        ("http://a.cn/a,https://b.cn/g", ",https://b.cn/g", "http://a.cn/a"),
    ],
)
def test_the_end_of_a_sentence_is_no_part_of_an_address(typed: str, rest: str, meant: str) -> None:
    with pytest.raises(Mistake) as told:
        values._url(typed)
    assert (told.value.code, told.value.zh, told.value.en) == (
        "not-an-address",
        f"“{rest}”不是网址的一部分；请只写 {meant}",
        f"“{rest}” is not part of the address; write only {meant}",
    )


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("https：//a.cn/x", "请只写 https://a.cn/x", "write only https://a.cn/x"),
        ("http//a.cn", "请只写 http://a.cn", "write only http://a.cn"),
        ("HTTPS://a.cn/X", "请只写 https://a.cn/X", "write only https://a.cn/X"),
        ("<https://a.cn/>", "请只写 https://a.cn/", "write only https://a.cn/"),
        ("[报名](https://a.cn/b)", "请只写 https://a.cn/b", "write only https://a.cn/b"),
        ("网址：https://a.cn", "请只写 https://a.cn", "write only https://a.cn"),
        ("https://a．gov．cn/报名", "请只写 https://a.gov.cn/报名", "write only https://a.gov.cn/报名"),
        ("https://www。a.gov.cn/f", "请只写 https://www.a.gov.cn/f", "write only https://www.a.gov.cn/f"),
        ("https://www。a｡cn:8080/f。", "请只写 https://www.a.cn:8080/f", "write only https://www.a.cn:8080/f"),
        ("https://www.a.gov.cn。/f", "请只写 https://www.a.gov.cn/f", "write only https://www.a.gov.cn/f"),
        ("https://a.cn／f", "请只写 https://a.cn/f", "write only https://a.cn/f"),
        ("https://a.cn/f?id=3&amp;x=1", "请只写 https://a.cn/f?id=3&x=1", "write only https://a.cn/f?id=3&x=1"),
        ("www.a.cn", "请以 https:// 或 http:// 开头", "begin with https:// or http://"),
        ("https://u:p@a.cn/", "请去掉用户名和密码", "remove the user name and the password"),
        ("https://a.cn/a b", "里面有空格，一处只写一个网址，网址里的空格写成 %20",
         "it has a space; write only one address, and %20 for a space in it"),
        ("https://www..cn/", "主机名、端口或里面的符号不对，请从浏览器的地址栏重新复制",
         "its host, port or a character in it is wrong; copy it again from the browser’s address bar"),
    ],
)  # fmt: skip
def test_what_is_no_address_is_told_with_the_one_that_was_meant(typed: str, zh: str, en: str) -> None:
    with pytest.raises(Mistake) as told:
        values._url(typed)
    assert (told.value.code, told.value.zh, told.value.en) == (
        "not-an-address", f"“{typed}”不是网址；{zh}", f"“{typed}” is not a web address; {en}",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("见[七](https://u:p@a.cn/)。", [(5, "“https://u:p@a.cn/”不是网址；请去掉用户名和密码")]),
        ("[四](https://a.cn/f4。) <https://a.cn/f3。>", [
            (4, "“。”不是网址的一部分；请只写 https://a.cn/f4"), (23, "“。”不是网址的一部分；请只写 https://a.cn/f3"),
        ]),
        ("[九](https://a.cn/f（点此）)", [(4, "“（点此）”不是网址的一部分；请只写 https://a.cn/f")]),
        ("[x][1]\n\n[1]: https://a.cn/f。", [(13, "“。”不是网址的一部分；请只写 https://a.cn/f")]),
        ("[十二](tel:总机)", [(5, "“tel:总机”点了没有用；请写成 tel:+8679188912762 这样")]),
        ("[十三](mailto:a@b.cn。)", [(5, "“mailto:a@b.cn。”点了没有用；请写 mailto:a@b.cn")]),
        ("[十四](tel:0791-88912762转801)", [(5, "“tel:0791-88912762转801”点了没有用；请写 tel:+8679188912762;ext=801")]),
        ("[十五](https：//a.cn/)", [(5, "“https：//a.cn/”不是网址；请只写 https://a.cn/")]),
        ("[十六](www.a.cn)", [(5, "“www.a.cn”不是网址；请以 https:// 或 http:// 开头")]),
        ("[一](https://a.cn/?x=1&amp;y=(2)) ![图](https://u:p@a.cn/) 见 https://a.cn/f8。", []),
        ("[二](mailto:a@b.cn?subject=x) [三](tel:+86791-88912762;ext=8) [四](../about.md#x) <a@b.cn>", []),
    ],
)  # fmt: skip
def test_a_link_in_prose_that_leads_nowhere_is_told_with_the_one_that_was_meant(text: str, told: list[tuple[int, str]]) -> None:
    assert [(at, mistake.zh) for at, mistake in links.wrong_links(text)] == told
    assert {mistake.code for _, mistake in links.wrong_links(text)} <= {"not-an-address"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0791/88912762", "0791-88912762"), ("0791.8891.2762", "0791-88912762"), ("0791_88912762", "0791-88912762"),
        ("0791-88912762#801", "0791-88912762-801"), ("0791-88912762 ext. 801", "0791-88912762-801"),
        ("0791-88912762 x801", "0791-88912762-801"), ("0791-88912762，801", "0791-88912762-801"),
        ("0791-88912762（转801）", "0791-88912762-801"), ("0791-88912762（分机：801）", "0791-88912762-801"),
        ("0791-88912762.0", "0791-88912762"), ("13800000000.0", "13800000000"),
        ("+852-2345-6789-5", "+852-2345-6789转5"), ("00852 2345 6789 5", "+852 2345 6789转5"),
        ("+1 202-555-0100 ext. 12", "+1 202-555-0100转12"), ("+44 (0)20 7946 0000", "+44 20 7946 0000"),
        ("0791-88912762 801", "0791-88912762-801"), ("0791−88912762", "0791-88912762"), ("400 820 8888#1", "400-8208888-1"),
    ],
)  # fmt: skip
def test_a_number_with_other_signs_in_it_is_told_whole(typed: str, meant: str) -> None:
    """Neither the area code nor the extension is advised away."""
    with pytest.raises(Mistake) as told:
        values._phone(typed)
    assert (told.value.code, told.value.zh, told.value.en) == (
        "not-a-phone", f"“{typed}”不是能拨通的号码；请写 {meant}", f"“{typed}” cannot be dialled; write {meant}",
    )  # fmt: skip
    assert values._phone(meant) == meant


@pytest.mark.parametrize("typed", ["0791-8891276l", "O791-88912762", "0791-88912762-801-2"])
def test_what_cannot_be_made_out_is_not_advised(typed: str) -> None:
    with pytest.raises(Mistake) as told:
        values._phone(typed)
    assert told.value.zh == (
        f"“{typed}”不是能拨通的号码；请连区号一起写，如 0791-88912762，有分机写 0791-88912762-801，国外的写国家号码，如 +44 20 7946 0000"
    )


@pytest.mark.parametrize(
    ("typed", "advice", "english"),
    [
        ("５０", "请只写 50", "write only 50"), ("50人", "请只写 50", "write only 50"),
        ("1,000", "请只写 1000", "write only 1000"), ("60.0", "请只写 60", "write only 60"),
    ],
)  # fmt: skip
def test_a_number_is_advised_as_it_was_meant(typed: str, advice: str, english: str) -> None:
    with pytest.raises(Mistake) as told:
        values._number(typed)
    assert (told.value.zh, told.value.en) == (f"“{typed}”不是数目；{advice}", f"“{typed}” is not a number; {english}")


@pytest.mark.parametrize("typed", ["约50", "50人左右", "300余册", "若干", "多", "数十", "十几", "不少于3", "about 50", "Several"])
def test_a_rough_number_is_not_made_exact(typed: str) -> None:
    with pytest.raises(Mistake) as told:
        values._number(typed)
    assert told.value.zh == f"“{typed}”不是一个确切的数目，这里只写确切的；请照原文写进说明、参加办法这样的文字里"


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("20250601", " 2025-06-01", "2025-06-01"),
        ("45810", "年月日，如 2024年5月27日", "year, month and day, such as 2024-05-27"),
        ("昨天", "年月日，如 2024年5月27日", "year, month and day, such as 2024-05-27"),
        ("01/06/2025", "年月日，如 2024年5月27日", "year, month and day, such as 2024-05-27"),
    ],
)
def test_what_is_no_day_is_not_advised_to_be_a_rough_time(typed: str, zh: str, en: str) -> None:
    with pytest.raises(Mistake) as told:
        values.read_day(typed)
    assert (told.value.code, told.value.zh, told.value.en) == (
        "not-a-day", f"“{typed}”不是某一天；请写{zh}", f"“{typed}” is not one day; write {en}",
    )  # fmt: skip


@pytest.mark.parametrize("typed", ["https://a.cn/数字（书）", "https://a.cn/a.b", "https://a.cn/?q=a,b;c!", "https://示例.中国/报名", "http://localhost:8000/"])
def test_an_address_keeps_its_own_signs(typed: str) -> None:
    assert values._url(typed) == typed


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("0791-88912762、88912763", "0791-88912762", "0791-88912763"),
        ("0791-88912762/3", "0791-88912762", "0791-88912763"),
        ("0791-88912762、2763", "0791-88912762", "0791-88912763"),
        ("0791-88912762/88912763", "0791-88912762", "0791-88912763"),
        ("12345，0791-88912762", "12345", "0791-88912762"),
    ],
)
def test_two_numbers_in_one_place_are_told_as_two(typed: str, first: str, second: str) -> None:
    with pytest.raises(MistakeBeside) as told:
        values._phone(typed)
    listed = f"[{{number: {first}}}, {{number: {second}}}]"
    assert told.value.message("phone", ["phones"])[0] == f"“{typed}”不止一个号码；请写成 phones: {listed}"
    assert told.value.message("phone", ["hours"])[1] == (
        f"“{typed}” is more than one number; write one here ({first} or {second}), and the others as printed in a text, "
        "such as a note or how to join"
    )
