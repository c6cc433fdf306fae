"""Shares as text are rounded, never cut off."""

import pytest

from lms.core.numbers import share_text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (335 / 745, "45.0 %"),
        (68 / 120, "56.7 %"),
        (1, "100.0 %"),
        (2.005, "200.5 %"),
        (0, "0.0 %"),
        (None, "not known"),
    ],
)
def test_a_share_as_text(share, text):
    assert share_text(share) == text
