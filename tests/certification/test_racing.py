"""Two officers press at the same moment: one certificate, never two. On PostgreSQL, where rows are locked for real."""

from threading import Barrier, Thread

import pytest
from django.db import close_old_connections, connection

from lms.certification.choices import Act
from lms.certification.models import Certificate
from lms.certification.services import (
    confirm_standing,
    correct_certificate,
    decide_certification,
    issue_trainer_certificate,
    request_standing,
)
from lms.core.clock import today
from lms.core.rules import RuleBroken

from .scenes import AT_ONCE, candidacy

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]


def at_once(*acts) -> list:
    """What each act gave, or its refusal; all begin together."""
    start, given = Barrier(len(acts)), [None] * len(acts)

    def run(number: int, act) -> None:
        start.wait()
        try:
            given[number] = act()
        except RuleBroken as refusal:
            given[number] = refusal.codes
        finally:
            close_old_connections()
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


def test_a_decision_issued_by_two_at_once_gives_one_certificate(cast):
    scene = candidacy(cast.trainee_person, AT_ONCE)
    decision = decide_certification(scheme=scene.scheme, training=scene.training, person=scene.person, by=cast.office)

    given = at_once(*[lambda by=by: issue_trainer_certificate(decision, by=by) for by in (cast.office, cast.officer)])

    assert given[0] == given[1]
    assert Certificate.objects.filter(decision=decision).count() == 1


def test_a_correction_by_two_at_once_gives_one_certificate(cast):
    row = cast.trainer_person.certificates.get()

    acts = [lambda by=by: correct_certificate(row, reason="Wrong.", by=by) for by in (cast.office, cast.officer)]
    given = at_once(*acts)

    assert given[0] == given[1]
    assert Certificate.objects.filter(act=Act.CORRECTION).count() == 1


def test_a_request_decided_by_two_at_once_is_decided_once(cast):
    row = cast.trainer_person.certificates.get()
    asked = request_standing(row, "suspended", effective_on=today(), reason="An inquiry.", by=cast.office)

    given = at_once(lambda: confirm_standing(asked, by=cast.officer), lambda: confirm_standing(asked, by=cast.officer))

    assert {"settled"} in given and row.events.count() == 1
