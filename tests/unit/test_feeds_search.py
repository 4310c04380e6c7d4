"""The finder's index: small enough for a telephone, and every title is found by any two of its characters."""

import gzip
import json
import random

import pytest

import builders
import publishing
from microsite.core.language import LANGUAGES
from microsite.site.feeds import search
from microsite.yamlfile import yaml_parser

LARGEST = yaml_parser.MAX_NODES // 60
"""Activities in a file of the most nodes that are read; one of the plans has 60 nodes and more."""

PLANS_SAY, PLANS_WEIGH = 919, 308
"""Bytes of an activity of the two plans in the Chinese index, and gzipped; in English 1,399 and 344."""


@pytest.fixture(scope="module")
def scopes():
    return [(scope, campaign) for language in LANGUAGES for scope, campaign in _all(language)]


def _all(language):
    base = publishing.site(publishing.real_data()).scope(language)
    for campaign in publishing.real_data().plan.campaigns:
        yield base.of_campaign(campaign), campaign


def test_any_two_characters_of_a_title_find_its_activity(scopes):
    for scope, campaign in scopes:
        texts = {id_: text for id_, text, *_ in json.loads(search.index(scope, campaign))["activities"]}
        for activity in campaign.activities:
            title = " ".join(scope.say(activity.title).plain.lower().split())
            pairs = {title[n : n + 2] for n in range(len(title) - 1)}
            assert [pair for pair in pairs if pair.strip() == pair and pair not in texts[activity.id]] == []


@pytest.mark.parametrize(("number", "most"), [(300, 150_000), (LARGEST, 300_000)])
def test_a_large_campaign_is_searched_with_one_small_file(tmp_path, number, most):
    """As long as those of the plans, and not easier to compress: every two characters are drawn for themselves."""
    chance = random.Random(3)  # noqa: S311 - the same text each time
    characters = "".join(text for scope, campaign in _all("zh") for text in _pieces(scope, campaign))

    def said(length):
        places = (chance.randrange(len(characters) - 1) for _ in range(length // 2))
        return "".join(characters[place : place + 2] for place in places)

    activities = [
        builders.an_activity_yaml(
            id=f"activity-{n}", number=f'"{n}"', title=f"活动{n}", summary=f"{said(40)}。",
            description=f"{said(240)}。", code=None,
        )
        for n in range(1, number + 1)
    ]  # fmt: skip
    text = builders.a_campaign_yaml(activities=activities)
    data = builders.data(builders.a_data_folder(tmp_path, campaigns__yunling_2025=text))
    (campaign,) = data.plan.campaigns
    index = search.index(publishing.site(data).scope("zh").of_campaign(campaign), campaign)
    assert len(index) > PLANS_SAY * number
    assert len(gzip.compress(index, 6)) > PLANS_WEIGH * number
    assert len(gzip.compress(index, 6)) <= most


def _pieces(scope, campaign):
    for activity in campaign.activities:
        for words in (activity.summary, activity.description):
            plain = scope.say(words).plain.translate(str.maketrans("", "", "*-\n#：“”\""))
            yield from (piece for piece in plain.replace("。", "，").split("，") if piece.strip())
