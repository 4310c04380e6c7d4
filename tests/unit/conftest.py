"""Settings of the property tests."""

from hypothesis import settings

from properties import examples

# How long an example takes says more about the machine than about the code.
settings.register_profile("untimed", deadline=None, max_examples=examples(200))
settings.load_profile("untimed")
