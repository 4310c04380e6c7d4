"""A few kinds of pages on a phone, used whole in Firefox and compared with Chromium; the gate takes all, and WebKit."""

import other_browsers
import serving
from kinds import KINDS

import building

PHONE = 320
KINDS_HERE = ("home", "campaign with phases", "finder", "activity", "timeline", "contacts")


def test_firefox_shows_and_finds_the_same_as_chromium(site):
    run = other_browsers.used("light")
    with serving.served(site, serving.STRICT_POLICY, other_browsers.Handler) as base:
        visits = [(base + KINDS[kind], PHONE) for kind in KINDS_HERE]
        theirs = other_browsers.walked(other_browsers.FIREFOX, visits, run)
        building.none_of(other_browsers.faults(visits, theirs, other_browsers.in_chromium(visits, run)))
