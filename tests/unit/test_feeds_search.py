"""The finder's index: small enough for a telephone, and every title is found by any two of its characters."""

import gzip
import json
import random

import pytest

import builders
import publishing
from microsite.feeds import search
from microsite.language import LANGUAGES


@pytest.fixture(scope="module")
def scopes():
    return [(scope, campaign) for language in LANGUAGES for scope, campaign in _all(language)]


def _all(language):
    speaker = publishing.site(publishing.real_data()).speaker(language)
    for campaign in publishing.real_data().plan.campaigns:
        yield speaker.campaign(campaign), campaign


def test_any_two_characters_of_a_title_find_its_activity(scopes):
    for scope, campaign in scopes:
        texts = dict(json.loads(search.index(scope, campaign))["activities"])
        for activity in campaign.activities:
            title = " ".join(scope.say(activity.title).plain.lower().split())
            pairs = {title[n : n + 2] for n in range(len(title) - 1)}
            assert [pair for pair in pairs if pair.strip() == pair and pair not in texts[activity.id]] == []


def test_three_hundred_activities_are_searched_with_one_small_file(tmp_path):
    """As long as those of the plans, of words that repeat as little as those of the plans."""
    chance = random.Random(3)  # noqa: S311 - the same text each time
    words = sorted({text for scope, campaign in _all("zh") for text in _pieces(scope, campaign)})

    def said(length):
        return "，".join(chance.sample(words, length))

    activities = [
        builders.an_activity_yaml(
            id=f"activity-{number}", number=f'"{number}"', title=f"活动{number}", summary=f"{said(3)}。",
            description=f"{said(12)}。", code=None,
        )
        for number in range(1, 301)
    ]  # fmt: skip
    text = builders.a_campaign_yaml(activities=activities)
    data = builders.data(builders.a_data_folder(tmp_path, campaigns__yunling_2025=text))
    (campaign,) = data.plan.campaigns
    index = search.index(publishing.site(data).speaker("zh").campaign(campaign), campaign)
    assert len(index) > 300 * 300
    assert len(gzip.compress(index, 6)) <= 150_000


def _pieces(scope, campaign):
    for activity in campaign.activities:
        for words in (activity.summary, activity.description):
            plain = scope.say(words).plain.translate(str.maketrans("", "", "*-\n#：“”\""))
            yield from (piece for piece in plain.replace("。", "，").split("，") if piece.strip())
