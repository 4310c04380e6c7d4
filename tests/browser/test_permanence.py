"""Former addresses, in a browser."""


def test_a_short_address_leads_to_the_activity_and_to_the_place_in_it(visit, base):
    page = visit("a/j2205/#part-volunteering")
    page.wait_for_url(f"{base}jiangxi-2022/women/#part-volunteering")
    page = visit("en/a/j2205/")
    page.wait_for_url(f"{base}en/jiangxi-2022/women/")
