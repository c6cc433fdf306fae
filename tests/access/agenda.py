"""Views of a ToT's agenda: whoever comes or leads an item reads it too; the office plans it."""

from datetime import UTC, datetime, time, timedelta

from lms.core.clock import today
from lms.trainings.models import AgendaFacilitator, AgendaItem
from tests import factories as make

from .cohorts import ANNOUNCED, OFFICE, OFFICE_POSTS, coming
from .view import View

COMING = {"trainee": 200, "trainer_away": 200}
NOT_THEIRS = {"trainee": 403, "trainer_away": 403}


def attended(w) -> dict:
    """A cohort with an agenda: the trainee comes, the other institution's trainer leads an item."""
    return {"pk": _item(w).training_id}


def agenda_item(w) -> dict:
    item = _item(w)
    return {"pk": item.training_id, "item_pk": item.pk}


def _item(w):
    training = coming(w)["pk"]
    make.EnrolmentFactory(training_id=training, person=w.trainee_person, place=1)
    session = make.SessionFactory(training_id=training, held_on=today() + timedelta(days=30))
    starts_at = datetime.combine(session.held_on, time(9), tzinfo=UTC)
    item = AgendaItem.objects.create(
        training_id=training, session=session, kind="administration", title="Opening", starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
    )  # fmt: skip
    AgendaFacilitator.objects.create(item=item, person=w.trainer_away_person)
    return item


def an_item(_w) -> dict:
    day = (today() + timedelta(days=30)).isoformat()
    return {"held_on": day, "starts": "12:00", "ends": "12:45", "kind": "administration", "title": "Talk", "more": ""}


VIEWS = [
    View("cohorts:agenda", kwargs=attended, expect={**ANNOUNCED, **COMING},
         note="by whoever comes or leads"),
    View("cohorts:agenda_document", kwargs=attended, expect={**ANNOUNCED, **COMING}),
    View("cohorts:agenda_download", kwargs=attended, expect={**ANNOUNCED, **COMING}),
    View("cohorts:agenda_propose", kwargs=coming, method="POST", expect=OFFICE_POSTS),
    View("cohorts:agenda_propose", kwargs=attended, method="POST",
         expect={**OFFICE_POSTS, **NOT_THEIRS}, note="by whoever comes or leads"),
    View("cohorts:agenda_day_copy", kwargs=coming, method="POST", expect=OFFICE_POSTS),
    View("cohorts:agenda_item_add", kwargs=coming, expect=OFFICE),
    View("cohorts:agenda_item_add", kwargs=attended, method="POST", data=an_item,
         expect={**OFFICE_POSTS, **NOT_THEIRS}),
    View("cohorts:agenda_item_change", kwargs=agenda_item, expect={**OFFICE, **NOT_THEIRS}),
    View("cohorts:agenda_item_change", kwargs=agenda_item, method="POST", data={**an_item(None), "version": "1"},
         expect={**OFFICE_POSTS, **NOT_THEIRS}),
    View("cohorts:agenda_item_remove", kwargs=agenda_item, expect={**OFFICE, **NOT_THEIRS}),
    View("cohorts:agenda_item_remove", kwargs=agenda_item, method="POST",
         expect={**OFFICE_POSTS, **NOT_THEIRS}),
]  # fmt: skip
