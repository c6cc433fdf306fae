"""Views of the cascade app."""

from datetime import timedelta

from lms.cascade import services
from lms.core.clock import today
from lms.trainings.services import SessionPlan
from tests.access.view import View

#: Home's people and the office; everybody else does not know that the training is there.
VISIBLE = {"trainer": 200, "focal": 200, "office": 200, "others": 404}
DECIDERS = {"trainer": 403, "focal": 200, "office": 200, "others": 404}
PLANNERS = {"trainer": 200, "trainer_away": 200, "focal": 200, "focal_away": 200, "office": 200, "others": 403}
OFFICE = {"office": 200, "others": 403}


def this(w) -> dict:
    return {"pk": w.training.pk}


def draft(w):
    """A plan of home's trainer in order, in draft, half a year ahead."""
    day = today() + timedelta(days=180)
    return services.plan_training(
        by=w.trainer, institution=w.home, edition=w.edition, language="sr-Latn", venue="Hall", starts_on=day,
        ends_on=day, seats=20, lead=w.trainer_person, programme=[SessionPlan(day, "am", [w.module.pk])],
    )  # fmt: skip


def sent(w):
    training = draft(w)
    services.send_training(training, by=w.trainer)
    return training


def at(make):
    """The address's argument: a training made for this row, kept for its form's version."""

    def kwargs(w):
        training = make(w)
        w.add(acted_on=training)
        return {"pk": training.pk}

    return kwargs


def version(w) -> dict:
    w.acted_on.refresh_from_db()
    return {"version": w.acted_on.version}


def with_reason(w) -> dict:
    return {**version(w), "reason": "The hall is closed."}


def a_plan(w) -> dict:
    day = (today() + timedelta(days=90)).isoformat()
    return {
        "institution": w.home.pk, "venue": "Hall", "starts_on": day, "ends_on": day, "seats": 20, "kind": "cascade",
        "edition": w.edition.pk, "language": "sr-Latn", "lead": w.trainer_person.pk, "action": "check",
    }  # fmt: skip


def an_exception(w) -> dict:
    return {
        "person": w.trainer_away_person.pk, "institution": w.home.pk, "starts_on": today(), "ends_on": today(),
        "reason": "No trainer of their own yet.",
    }  # fmt: skip


LISTED = {
    "trainer": 200, "trainer_away": 200, "withdrawn_trainer": 200, "focal": 200, "focal_away": 200, "office": 200,
    "others": 403,
}  # fmt: skip
POSTED = {"trainer": 302, "focal": 302, "office": 302, "others": 404}
DECIDED = {"trainer": 403, "focal": 302, "office": 302, "others": 404}

VIEWS = [
    View("cascade:training_list", expect=LISTED),
    View("cascade:training_export", expect=LISTED),
    View("cascade:training_plan", expect=PLANNERS),
    View("cascade:training_plan", method="POST", data=a_plan, expect=PLANNERS, note="checking a plan of home's"),
    View("cascade:tree", expect={"focal": 200, "focal_away": 200, "office": 200, "others": 403}),
    View("cascade:exception_list", expect=OFFICE),
    View("cascade:exception_grant", expect=OFFICE),
    View("cascade:exception_grant", method="POST", data=an_exception, expect={"office": 302, "others": 403}),
    View(
        "cascade:exception_end", kwargs=lambda w: {"pk": w.delivery_exception.pk}, method="POST",
        expect={"office": 302, "trainer": 403, "focal": 403, "focal_away": 403, "others": 404},
        note="both institutions and the trainer know of it",
    ),
    View("cascade:training_detail", kwargs=this, expect=VISIBLE),
    View("cascade:training_change", kwargs=at(draft), expect=VISIBLE),
    View(
        "cascade:training_change", kwargs=at(draft), method="POST", data=lambda w: {**a_plan(w), **version(w)},
        expect=VISIBLE, note="checking",
    ),
    View("cascade:training_adjust", kwargs=this, expect=VISIBLE),
    View(
        "cascade:training_adjust", kwargs=this, method="POST",
        data=lambda w: {"venue": "Hall 2", "seats": 20, "version": w.training.version}, expect=POSTED,
    ),
    View("cascade:training_send", kwargs=at(draft), expect=VISIBLE),
    View("cascade:training_send", kwargs=at(draft), method="POST", data=version, expect=POSTED),
    View("cascade:training_approve", kwargs=at(sent), expect=DECIDERS),
    View("cascade:training_approve", kwargs=at(sent), method="POST", data=version, expect=DECIDED),
    View("cascade:training_return", kwargs=at(sent), expect=DECIDERS),
    View("cascade:training_return", kwargs=at(sent), method="POST", data=with_reason, expect=DECIDED),
    View("cascade:training_submit", kwargs=this, expect=VISIBLE),
    View(
        "cascade:training_submit", kwargs=this, method="POST", data={"version": 1}, expect=VISIBLE,
        note="before its last day: refused with a sentence",
    ),
    View("cascade:training_verify", kwargs=this, expect=DECIDERS),
    View(
        "cascade:training_verify", kwargs=this, method="POST", data={"version": 1}, expect=DECIDERS,
        note="before the report: refused with a sentence",
    ),
    View("cascade:training_lock", kwargs=this, expect={"trainer": 403, "focal": 403, "office": 200, "others": 404}),
    View(
        "cascade:training_lock", kwargs=this, method="POST", data={"version": 1},
        expect={"trainer": 403, "focal": 403, "office": 200, "others": 404}, note="before verification: refused",
    ),
    View("cascade:training_cancel", kwargs=this, expect=DECIDERS, note="approved: no more the trainer's"),
    View("cascade:training_cancel", kwargs=at(draft), method="POST", data=with_reason, expect=POSTED),
]  # fmt: skip
