"""Doors of the regional ToT: a cohort opens to whoever is called, a nomination to its institution and the office."""

from datetime import timedelta

from lms.core.clock import today
from lms.intake.models import Draft
from tests import factories as make

from .door import Door

ANNOUNCED = {"office": 200, "focal": 200, "focal_away": 200, "assessor": 200, "others": 404}
OFFICE = {"office": 200, "focal": 403, "focal_away": 403, "assessor": 403, "others": 404}
OFFICE_POSTS = {**OFFICE, "office": 302}
NOMINATORS = {"office": 200, "focal": 200, "focal_away": 200, "assessor": 403, "others": 404}
OWN = {"office": 200, "focal": 200, "others": 404}


def tot(w) -> dict:
    return {"pk": w.tot.pk}


def coming(w) -> dict:
    """A cohort whose call is open."""
    training = make.TrainingFactory(
        kind="tot", reference="TOT-2030-9", curriculum=w.curriculum, edition=w.edition,
        starts_on=today() + timedelta(days=30), ends_on=today() + timedelta(days=34),
    )  # fmt: skip
    make.CohortFactory(training=training, scheme=w.scheme, nominations_close_on=today() + timedelta(days=10))
    return {"pk": training.pk}


def nomination(w) -> dict:
    return {"pk": w.nomination.pk}


def proposed(w) -> dict:
    return {"pk": w.nomination_proposed.pk}


def draft_of(name: str):
    def make_draft(w) -> dict:
        draft = Draft.objects.create(
            purpose="nominations", subject_id=w.cohort.pk, file_name="list.xlsx", sha256="0" * 64,
            uploaded_by=w.account(name), facts={"table": {"sheet_name": "", "header_row": 1}},
        )  # fmt: skip
        return {"pk": draft.pk}

    return make_draft


def candidate(w) -> dict:
    return {"pk": w.tot.pk, "person_pk": w.person.pk}


def new_cohort(w) -> dict:
    day = today() + timedelta(days=60)
    return {
        "title": "Regional ToT", "institution": w.home.pk, "edition": w.edition.pk, "language": "en", "venue": "Budva",
        "starts_on": day.isoformat(), "seats": 20, "scheme": w.scheme.pk,
        "nominations_close_on": (day - timedelta(days=14)).isoformat(),
    }  # fmt: skip


def somebody(w) -> dict:
    return {"institution": w.home.pk, "family_name": "Krasniqi", "given_name": "Arta"}


DOORS = [
    Door("cohorts:training_list", expect={**ANNOUNCED, "others": 403}),
    Door("cohorts:cohort_add", expect={"office": 200, "others": 403}),
    Door("cohorts:cohort_add", method="POST", data=new_cohort, expect={"office": 302, "others": 403}),
    Door("cohorts:training_detail", kwargs=tot, expect=ANNOUNCED),
    Door("cohorts:agenda", kwargs=tot, expect=ANNOUNCED),
    Door("cohorts:nominations_open", kwargs=tot, method="POST", expect=OFFICE_POSTS),
    Door("cohorts:closing_change", kwargs=tot, expect=OFFICE),
    Door("cohorts:closing_change", kwargs=tot, method="POST", data={"nominations_close_on": "2020-01-01"},
         expect=OFFICE_POSTS),
    Door("cohorts:cohort_cancel", kwargs=coming, expect=OFFICE),
    Door("cohorts:cohort_cancel", kwargs=coming, method="POST", data={"version": 1, "reason": "No room."},
         expect=OFFICE_POSTS),
    Door("cohorts:nomination_list", kwargs=tot, expect=NOMINATORS),
    Door("cohorts:nomination_export", kwargs=tot, expect=NOMINATORS),
    Door("cohorts:nomination_add", kwargs=coming, expect=NOMINATORS),
    Door("cohorts:nomination_add", kwargs=coming, method="POST", data=somebody,
         expect={**NOMINATORS, "office": 302, "focal": 302}, note="of home"),
    Door("cohorts:nomination_import", kwargs=coming, expect=NOMINATORS),
    Door("cohorts:nomination_import", kwargs=coming, method="POST", expect=NOMINATORS, note="without a file"),
    Door("cohorts:nomination_import_preview", kwargs=draft_of("office"), expect={"office": 200, "others": 404}),
    Door("cohorts:nomination_import_preview", kwargs=draft_of("focal"), expect={"focal": 200, "others": 404},
         note="of the focal point"),
    Door("cohorts:nomination_import_preview", kwargs=draft_of("stranger"), expect={"others": 404},
         note="of an account that lost its role"),
    Door("cohorts:nomination_import_preview", kwargs=draft_of("focal"), method="POST", data={"version": "1"},
         expect={"focal": 302, "others": 404}),
    Door("cohorts:nomination_import_refused", kwargs=draft_of("focal"), expect={"focal": 200, "others": 404}),
    Door("cohorts:nomination_detail", kwargs=nomination, expect=OWN),
    Door("cohorts:nomination_endorse", kwargs=proposed, expect=OWN),
    Door("cohorts:nomination_endorse", kwargs=proposed, method="POST",
         data={"version": "1", "endorsed_by": "Director", "endorsed_on": "2026-01-05"},
         expect={"office": 302, "focal": 302, "others": 404}),
    Door("cohorts:nomination_decide", kwargs=nomination, expect={"office": 200, "focal": 403, "others": 404}),
    Door("cohorts:nomination_decide", kwargs=nomination, method="POST", data={"version": "1", "status": "accepted"},
         expect={"office": 302, "focal": 403, "others": 404}),
    Door("cohorts:nomination_withdraw", kwargs=nomination, expect=OWN),
    Door("cohorts:nomination_withdraw", kwargs=proposed, method="POST", data={"version": "1", "reason": "Ill"},
         expect={"office": 302, "focal": 302, "others": 404}),
    Door("cohorts:nominations_decide", kwargs=tot, method="POST", expect=OFFICE, note="nothing chosen"),
    Door("cohorts:reserves_promote", kwargs=tot, method="POST", expect=OFFICE_POSTS),
    Door("cohorts:teach_back_plan", kwargs=tot, expect=OFFICE),
    Door("cohorts:teach_back_plan", kwargs=tot, method="POST", expect=OFFICE, note="nothing chosen"),
    Door("cohorts:decision_list", kwargs=tot, expect=OFFICE),
    Door("cohorts:decision_add", kwargs=candidate, expect=OFFICE),
    Door("cohorts:decision_add", kwargs=candidate, method="POST", data={"outcome": "not_certified"},
         expect=OFFICE_POSTS),
    Door("cohorts:decisions_confirm", kwargs=tot, expect=OFFICE),
    Door("cohorts:decisions_confirm", kwargs=tot, method="POST", expect=OFFICE_POSTS),
    Door("cohorts:certificates_issue", kwargs=tot, method="POST", expect=OFFICE_POSTS),
]  # fmt: skip
