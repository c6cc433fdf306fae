"""Views of the regional ToT: a cohort opens to whoever is called, a nomination to its institution and the office."""

from datetime import timedelta

from django.core.files.base import ContentFile

from lms.cohorts.models import CallDocument, Cohort, Criterion, Letter, PanelMember, SeatRule
from lms.core.clock import now, today
from lms.imports.models import Draft
from lms.trainings.models import Decision, Training
from tests import factories as make

from .view import View

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


def open_cohort(w):
    """A cohort whose call is open, with a criterion, seats for home, and a panel (the assessor)."""
    cohort = Cohort.objects.get(training=coming(w)["pk"])
    Criterion.objects.create(cohort=cohort, title="Teaching", weight=1, levels=["some", "much"])
    SeatRule.objects.create(cohort=cohort, institution=w.home, maximum=2)
    PanelMember.objects.create(cohort=cohort, user=w.assessor)
    return cohort


def opened(w) -> dict:
    return {"pk": open_cohort(w).training_id}


def document(w) -> dict:
    cohort = open_cohort(w)
    row = CallDocument(cohort=cohort, title="Terms", file_name="terms.txt", size=5, sha256="0" * 64)
    row.file.save("terms.txt", ContentFile(b"Terms"))
    return {"pk": cohort.training_id, "document_pk": row.pk}


def on_panel(w) -> dict:
    """A nomination before the assessor's panel."""
    return {"pk": make.NominationFactory(cohort=open_cohort(w), person=w.person).pk}


def member(w) -> dict:
    cohort = open_cohort(w)
    return {"pk": cohort.training_id, "member_pk": cohort.panel_members.get().pk}


def letter(status: str):
    def make_letter(w) -> dict:
        released = now() if status == "released" else None
        row = Letter.objects.create(
            cohort=w.cohort, institution=w.home, nomination=w.nomination, number=1, kind="accepted", status=status,
            language="en", subject="Accepted", body="Dear colleagues,", written_on=today(), released_at=released,
            claimed_at=released,
        )  # fmt: skip
        return {"pk": row.pk}

    return make_letter


def reported(w) -> dict:
    """A ToT whose report the second officer submitted."""
    Training.objects.filter(pk=w.tot.pk).update(status="submitted")
    Decision.objects.create(training=w.tot, kind="submit", by=w.officer)
    return {"pk": w.tot.pk}


LINES = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 0}
PANEL = {"office": 200, "assessor": 200, "focal": 403, "focal_away": 403, "others": 404}

VIEWS = [
    View("cohorts:call_detail", kwargs=opened, expect=NOMINATORS),
    View("cohorts:call_edit", kwargs=opened, expect=OFFICE),
    View("cohorts:call_edit", kwargs=opened, method="POST", data={"version": 1, "text": "Come."}, expect=OFFICE_POSTS),
    View("cohorts:criteria_edit", kwargs=opened, expect=OFFICE),
    View("cohorts:criteria_edit", kwargs=opened, method="POST",
         data={**LINES, "form-0-title": "A", "form-0-weight": 1, "form-0-levels": "a\nb"}, expect=OFFICE_POSTS),
    View("cohorts:seats_edit", kwargs=opened, expect=OFFICE),
    View("cohorts:seats_edit", kwargs=opened, method="POST",
         data=lambda w: {**LINES, "form-0-institution": w.home.pk, "form-0-minimum": 0, "form-0-maximum": 1,
                         "form-0-alternates": 1}, expect=OFFICE_POSTS),
    View("cohorts:document_add", kwargs=opened, expect=OFFICE),
    View("cohorts:document_add", kwargs=opened, method="POST", data={"title": "Terms"},
         files=lambda w: {"upload": ContentFile(b"Terms", "terms.txt")}, expect=OFFICE_POSTS),
    View("cohorts:document_download", kwargs=document, expect=NOMINATORS),
    View("cohorts:document_remove", kwargs=document, method="POST", expect=OFFICE_POSTS),
    View("cohorts:nomination_move", kwargs=proposed, method="POST", data={"move": "up", "version": "1"},
         expect={"office": 302, "focal": 302, "others": 404}),
    View("cohorts:nomination_versions", kwargs=nomination, expect=OWN),
    View("cohorts:panel_detail", kwargs=opened, expect=PANEL),
    View("cohorts:panel_member_add", kwargs=opened, method="POST", data=lambda w: {"email": w.officer.email},
         expect=OFFICE_POSTS),
    View("cohorts:panel_member_remove", kwargs=member, method="POST", expect=OFFICE_POSTS),
    View("cohorts:nomination_score", kwargs=on_panel, expect={"assessor": 200, "others": 404}),
    View("cohorts:nomination_score", kwargs=on_panel, method="POST", data={"version": 0, "do": "draft"},
         expect={"assessor": 302, "others": 404}),
    View("cohorts:ranking", kwargs=opened, expect=PANEL),
    View("cohorts:ranking_print", kwargs=opened, expect=PANEL),
    View("cohorts:ranking_export", kwargs=opened, expect=PANEL),
    View("cohorts:selection_edit", kwargs=opened, expect=OFFICE),
    View("cohorts:selection_edit", kwargs=opened, method="POST", data={"reason": ""}, expect=OFFICE,
         note="nothing chosen"),
    View("cohorts:reserve_promote", kwargs=proposed, method="POST", data={"version": 1},
         expect={"office": 302, "focal": 403, "others": 404}),
    View("cohorts:letter_list", kwargs=opened, expect=OFFICE),
    View("cohorts:letters_release", kwargs=opened, method="POST", expect=OFFICE_POSTS),
    View("cohorts:letter_detail", kwargs=letter("waiting"), expect={"office": 200, "others": 404}),
    View("cohorts:letter_detail", kwargs=letter("released"), expect=OWN, note="released"),
    View("cohorts:letter_pdf", kwargs=letter("released"), expect=OWN),
    View("cohorts:letter_release", kwargs=letter("waiting"), method="POST", data={"version": 1},
         expect={"office": 302, "others": 404}),
    View("cohorts:letter_again", kwargs=letter("released"), method="POST",
         expect={"office": 302, "focal": 403, "others": 404}),
    View("cohorts:cohort_submit", kwargs=tot, expect=OFFICE),
    View("cohorts:cohort_submit", kwargs=tot, method="POST", data={"version": 9}, expect=OFFICE, note="stale"),
    View("cohorts:cohort_verify", kwargs=reported, expect=OFFICE),
    View("cohorts:cohort_verify", kwargs=reported, method="POST", data={"version": 9}, expect=OFFICE, note="stale"),
    View("cohorts:cohort_return", kwargs=reported, expect=OFFICE),
    View("cohorts:cohort_return", kwargs=reported, method="POST", data={"version": 1, "reason": "Wrong"},
         expect=OFFICE_POSTS),
    View("cohorts:training_list", expect={**ANNOUNCED, "others": 403}),
    View("cohorts:cohort_add", expect={"office": 200, "others": 403}),
    View("cohorts:cohort_add", method="POST", data=new_cohort, expect={"office": 302, "others": 403}),
    View("cohorts:training_detail", kwargs=tot, expect=ANNOUNCED),
    View("cohorts:agenda", kwargs=tot, expect=ANNOUNCED),
    View("cohorts:nominations_open", kwargs=tot, method="POST", expect=OFFICE_POSTS),
    View("cohorts:closing_change", kwargs=tot, expect=OFFICE),
    View("cohorts:closing_change", kwargs=tot, method="POST", data={"nominations_close_on": "2020-01-01"},
         expect=OFFICE_POSTS),
    View("cohorts:cohort_cancel", kwargs=coming, expect=OFFICE),
    View("cohorts:cohort_cancel", kwargs=coming, method="POST", data={"version": 1, "reason": "No room."},
         expect=OFFICE_POSTS),
    View("cohorts:nomination_list", kwargs=tot, expect=NOMINATORS),
    View("cohorts:nomination_export", kwargs=tot, expect=NOMINATORS),
    View("cohorts:nomination_add", kwargs=coming, expect=NOMINATORS),
    View("cohorts:nomination_add", kwargs=coming, method="POST", data=somebody,
         expect={**NOMINATORS, "office": 302, "focal": 302}, note="of home"),
    View("cohorts:nomination_import", kwargs=coming, expect=NOMINATORS),
    View("cohorts:nomination_import", kwargs=coming, method="POST", expect=NOMINATORS, note="without a file"),
    View("cohorts:nomination_import_preview", kwargs=draft_of("office"), expect={"office": 200, "others": 404}),
    View("cohorts:nomination_import_preview", kwargs=draft_of("focal"), expect={"focal": 200, "others": 404},
         note="of the focal point"),
    View("cohorts:nomination_import_preview", kwargs=draft_of("stranger"), expect={"others": 404},
         note="of an account that lost its role"),
    View("cohorts:nomination_import_preview", kwargs=draft_of("focal"), method="POST", data={"version": "1"},
         expect={"focal": 302, "others": 404}),
    View("cohorts:nomination_import_refused", kwargs=draft_of("focal"), expect={"focal": 200, "others": 404}),
    View("cohorts:nomination_detail", kwargs=nomination, expect=OWN),
    View("cohorts:nomination_endorse", kwargs=proposed, expect=OWN),
    View("cohorts:nomination_endorse", kwargs=proposed, method="POST",
         data={"version": "1", "endorsed_by": "Director", "endorsed_on": "2026-01-05"},
         expect={"office": 302, "focal": 302, "others": 404}),
    View("cohorts:nomination_decide", kwargs=nomination, expect={"office": 200, "focal": 403, "others": 404}),
    View("cohorts:nomination_decide", kwargs=nomination, method="POST", data={"version": "1", "status": "accepted"},
         expect={"office": 302, "focal": 403, "others": 404}),
    View("cohorts:nomination_withdraw", kwargs=nomination, expect=OWN),
    View("cohorts:nomination_withdraw", kwargs=proposed, method="POST", data={"version": "1", "reason": "Ill"},
         expect={"office": 302, "focal": 302, "others": 404}),
    View("cohorts:nominations_decide", kwargs=tot, method="POST", expect=OFFICE, note="nothing chosen"),
    View("cohorts:reserves_promote", kwargs=tot, method="POST", expect=OFFICE_POSTS),
    View("cohorts:teach_back_plan", kwargs=tot, expect=OFFICE),
    View("cohorts:teach_back_plan", kwargs=tot, method="POST", expect=OFFICE, note="nothing chosen"),
    View("cohorts:decision_list", kwargs=tot, expect=OFFICE),
    View("cohorts:decision_add", kwargs=candidate, expect=OFFICE),
    View("cohorts:decision_add", kwargs=candidate, method="POST", data={"outcome": "not_certified"},
         expect=OFFICE_POSTS),
    View("cohorts:decisions_record", kwargs=tot, expect=OFFICE),
    View("cohorts:decisions_confirm", kwargs=tot, expect=OFFICE),
    View("cohorts:decisions_confirm", kwargs=tot, method="POST", expect=OFFICE_POSTS),
    View("cohorts:certificates_issue", kwargs=tot, method="POST", expect=OFFICE_POSTS),
]  # fmt: skip
