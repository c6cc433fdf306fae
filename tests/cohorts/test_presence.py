"""Came, did not come, still expected: one word on the list, and the same in the query behind its filter."""

from datetime import timedelta

import pytest

from lms.cohorts.choices import NominationStatus, Presence
from lms.cohorts.models import Nomination
from lms.cohorts.presenters.nominations import chosen_nominations, presence_of
from tests import factories as make

A_DAY = timedelta(days=1)
WORDS = {-1: Presence.EXPECTED, 0: Presence.EXPECTED, 1: Presence.NO_SHOW}


@pytest.mark.parametrize("after", WORDS)
def test_nobody_failed_to_come_before_the_last_day_is_over(cohort, nominate, after):
    rows = {status: nominate() for status in NominationStatus.values}
    for status, row in rows.items():
        Nomination.objects.filter(pk=row.pk).update(status=status)
    came = nominate()
    Nomination.objects.filter(pk=came.pk).update(status=NominationStatus.ACCEPTED)
    place = make.EnrolmentFactory(training=cohort.training, person=came.person)
    place.attendance.create(session=cohort.training.sessions.first(), present=True)
    today = cohort.training.ends_on + after * A_DAY
    found = Nomination.objects.with_course().select_related("cohort__training")

    words = {row.pk: presence_of(row, today) for row in found}

    accepted = rows.pop(NominationStatus.ACCEPTED)
    assert words == dict.fromkeys((row.pk for row in rows.values()), None) | {
        accepted.pk: WORDS[after],
        came.pk: Presence.ATTENDED,
    }
    for word in Presence:
        filtered = {row.pk for row in chosen_nominations(found, {"course": word}, today=today)}
        assert filtered == {pk for pk, said in words.items() if said == word}, word
