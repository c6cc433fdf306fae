"""The call: what it asks, the seats it gives, its documents, and each institution's own order."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lms.cohorts.models import Criterion, Letter, NominationVersion, SeatRule
from lms.cohorts.services import (
    CriterionPlan,
    attach_document,
    cancel_cohort,
    decide_nomination,
    detach_document,
    endorse_nomination,
    move_nomination,
    nominate_person,
    open_nominations,
    set_criteria,
    withdraw_nomination,
    write_call,
)
from lms.core import clock
from tests import factories as make
from tests.refusals import refusal_of

from .conftest import CLOSES
from .helpers import ACCEPTED, RESERVE, last_entry, one, said, text, url
from .selecting import LANGUAGE, TEACHING, a_member, a_pdf, hand_in, invite, write_criteria

# What is asked --------------------------------------------------------------------------------------------------------


def test_the_call_is_written_and_stale_words_are_refused(cohort, cast):
    call = write_call(cohort, text=" Trainers with a year of practice. ", by=cast.office)

    assert (call.text, last_entry().action) == ("Trainers with a year of practice.", "call_written")
    assert refusal_of(write_call, cohort, text="Other", by=cast.office, version=call.version - 1) == {"stale"}
    assert refusal_of(write_call, cohort, text="Other", by=cast.focal) == {"not_office"}
    cancel_cohort(cohort, reason="No room", by=cast.office)
    assert refusal_of(write_call, cohort, text="Other", by=cast.office) == {"over"}


def test_criteria_have_a_weight_and_words_for_each_level(cohort, cast):
    rows = write_criteria(cohort, cast)

    assert [(row.order, row.title, row.weight, row.levels) for row in rows] == [
        (1, "Teaching", 2, ["none", "some", "much"]), (2, "Language", 1, ["weak", "good"]),
    ]  # fmt: skip
    set_criteria(cohort, [LANGUAGE], by=cast.office)
    assert Criterion.objects.get().title == "Language"


@pytest.mark.parametrize(
    ("plans", "code"),
    [
        ([TEACHING, CriterionPlan("teaching", 1, ("a", "b"))], "twice"),
        ([CriterionPlan("A", 0, ("a", "b"))], "weight"),
        ([CriterionPlan("A", 11, ("a", "b"))], "weight"),
        ([CriterionPlan("A", 1, ("a",))], "levels"),
        ([CriterionPlan("A", 1, tuple("abcdefg"))], "levels"),
        ([CriterionPlan(str(number), 1, ("a", "b")) for number in range(13)], "too_many"),
    ],
)
def test_criteria_that_cannot_be_scored_are_refused(cohort, cast, plans, code):
    assert refusal_of(set_criteria, cohort, plans, by=cast.office) == {code}
    assert refusal_of(set_criteria, cohort, plans, by=cast.focal) == {"not_office"}


def test_criteria_stay_once_somebody_has_scored(cohort, cast, nominate):
    write_criteria(cohort, cast)
    hand_in(nominate(), a_member(cohort, cast), 1, 1)

    assert refusal_of(set_criteria, cohort, [TEACHING], by=cast.office) == {"scored"}


# Seats ----------------------------------------------------------------------------------------------------------------


def test_seats_are_given_and_taken_back(cohort, cast):
    invite(cohort, cast, (cast.home, 1, 2, 1), (cast.away, 0, 1, 0))
    invite(cohort, cast, (cast.home, 0, 1, 2))

    row = SeatRule.objects.get()
    assert (row.institution, row.minimum, row.maximum, row.alternates) == (cast.home, 0, 1, 2)
    assert last_entry().action == "seats_set"


def test_seats_that_do_not_add_up_are_refused(cohort, cast):
    assert refusal_of(invite, cohort, cast, (cast.home, 2, 1, 0)) == {"seats"}
    assert refusal_of(invite, cohort, cast, (cast.home, 0, 1, 0), (cast.home, 0, 2, 0)) == {"twice"}
    assert refusal_of(invite, cohort, cast, (cast.home, 2, 2, 0), (cast.away, 1, 2, 0)) == {"too_few_seats"}


def test_a_focal_point_nominates_for_seats_and_alternates_and_no_further(cohort, cast):
    invite(cohort, cast, (cast.home, 0, 1, 1))
    people = [make.PersonFactory(institution=cast.home) for _number in range(3)]
    first = nominate_person(cohort, people[0], by=cast.focal)
    nominate_person(cohort, people[1], by=cast.focal)

    assert refusal_of(nominate_person, cohort, people[2], by=cast.focal) == {"seats_full"}
    withdraw_nomination(first, reason="Ill", by=cast.focal)
    nominate_person(cohort, people[2], by=cast.focal)
    stranger = make.PersonFactory(institution=cast.away)
    assert refusal_of(nominate_person, cohort, stranger, by=cast.focal_away) == {"not_invited"}
    assert nominate_person(cohort, stranger, by=cast.office).pk


def test_the_seats_of_a_ministry_are_those_of_its_bodies(cohort, cast):
    body = make.InstitutionFactory(parent=cast.home)
    invite(cohort, cast, (cast.home, 0, 1, 0))
    nominate_person(cohort, make.PersonFactory(institution=body), by=cast.focal)

    assert refusal_of(nominate_person, cohort, make.PersonFactory(institution=cast.home), by=cast.focal) == {
        "seats_full"
    }


# Opening --------------------------------------------------------------------------------------------------------------


def test_opening_writes_an_invitation_to_each_invited_institution_and_sends_nothing(draft_cohort, cast, mailoutbox):
    write_call(draft_cohort, text="Come.", by=cast.office)
    invite(draft_cohort, cast, (cast.home, 1, 2, 1))
    open_nominations(draft_cohort, by=cast.office)
    open_nominations(draft_cohort, by=cast.office)

    letter = Letter.objects.get()
    assert (letter.kind, letter.status, letter.institution, letter.number) == ("invitation", "waiting", cast.home, 1)
    assert "at least 1, at most 2" in letter.body and "Come." in letter.body and "30 September 2026" in letter.body
    assert mailoutbox == []


def test_without_seat_rules_every_institution_with_a_focal_point_is_invited(cohort, cast):
    assert set(Letter.objects.values_list("institution", flat=True)) == {cast.home.pk, cast.away.pk}


# Documents ------------------------------------------------------------------------------------------------------------


def test_a_document_is_attached_downloaded_and_taken_off(as_user, cohort, cast, django_capture_on_commit_callbacks):
    document = attach_document(cohort, title="Terms of reference", upload=a_pdf(), by=cast.office)
    response = as_user(cast.focal).get(url("document_download", cohort, document.pk))

    assert response.content.startswith(b"%PDF")
    assert response.headers["Content-Disposition"] == 'attachment; filename="Terms-of-reference.pdf"'
    assert response.headers["Cache-Control"] == "private, no-store"
    name, storage = document.file.name, document.file.storage
    with django_capture_on_commit_callbacks(execute=True):
        detach_document(document, by=cast.office)
    assert not storage.exists(name)


def test_what_is_no_document_is_refused(cohort, cast):
    fake = SimpleUploadedFile("terms.pdf", b"<script>alert(1)</script>")
    assert refusal_of(attach_document, cohort, title="T", upload=fake, by=cast.office) == {"document"}
    svg = SimpleUploadedFile("plan.svg", b"<svg/>")
    assert refusal_of(attach_document, cohort, title="T", upload=svg, by=cast.office) == {"document"}
    large = SimpleUploadedFile("terms.txt", b"x" * (10 * 1024 * 1024 + 1))
    assert refusal_of(attach_document, cohort, title="T", upload=large, by=cast.office) == {"size"}
    assert refusal_of(attach_document, cohort, title="T", upload=a_pdf(), by=cast.focal) == {"not_office"}
    for number in range(10):
        attach_document(cohort, title=f"T{number}", upload=a_pdf(), by=cast.office)
    assert refusal_of(attach_document, cohort, title="T", upload=a_pdf(), by=cast.office) == {"too_many"}


# The institution's own order ------------------------------------------------------------------------------------------


def order(cohort, institution) -> list[str]:
    rows = cohort.nominations.filter(institution=institution).in_priority()
    return [row.person.family_name for row in rows]


def test_an_institution_orders_its_own(cohort, cast, nominate):
    first, second, third = (nominate(family_name=name) for name in ("A", "B", "C"))
    nominate(cast.away, family_name="Z")

    assert move_nomination(third, "up", by=cast.focal, version=1) is True
    assert order(cohort, cast.home) == ["A", "C", "B"]
    assert move_nomination(first, "up", by=cast.focal) is False
    assert move_nomination(first, "down", by=cast.focal) is True
    assert order(cohort, cast.home) == ["C", "A", "B"]
    assert list(cohort.nominations.in_priority().filter(institution=cast.home).values_list("priority", flat=True)) == [
        1, 2, 3,
    ]  # fmt: skip
    assert last_entry().action == "nomination_ordered"


def test_ordering_is_refused(cohort, cast, nominate):
    first, second = nominate(), nominate()

    assert refusal_of(move_nomination, second, "up", by=cast.focal_away) == {"not_allowed"}
    assert refusal_of(move_nomination, second, "up", by=cast.focal, version=9) == {"stale"}
    with clock.pretend(CLOSES + timedelta(days=1)):
        assert refusal_of(move_nomination, second, "up", by=cast.focal) == {"closed"}
    decide_nomination(second, ACCEPTED, by=cast.office)
    assert refusal_of(move_nomination, second, "up", by=cast.office) == {"settled"}
    with pytest.raises(ValueError, match="not a direction"):
        move_nomination(first, "sideways", by=cast.focal)


def test_the_order_changes_by_a_button_that_needs_no_script(as_user, cohort, cast, nominate):
    nominate(family_name="A")
    second = nominate(family_name="B")
    client = as_user(cast.focal)

    response = client.post(one("nomination_move", second), {"move": "up", "version": 1}, follow=True)

    assert said(response) == [f"{second.person} is moved."]
    assert order(cohort, cast.home) == ["B", "A"]


# Versions -------------------------------------------------------------------------------------------------------------


def test_every_change_leaves_a_version_and_the_page_tells_the_differences(as_user, cohort, cast):
    person = make.PersonFactory(institution=cast.home, job_function="Inspector")
    nomination = nominate_person(cohort, person, by=cast.focal, motivation="Teaches already")
    endorse_nomination(nomination, endorsed_by="Director", by=cast.focal)
    decide_nomination(nomination, RESERVE, by=cast.office)

    rows = list(nomination.versions.all())
    assert [(row.number, row.action, row.by, row.said["status"]) for row in rows] == [
        (1, "nomination_made", cast.focal, "proposed"),
        (2, "nomination_endorsed", cast.focal, "endorsed"),
        (3, "nomination_reserve", cast.office, "reserve"),
    ]
    page = text(as_user(cast.focal).get(one("nomination_versions", nomination)))
    assert "Version 3: put on reserve" in page and "Teaches already" in page and "Director" in page


def test_a_version_is_written_once(nominate):
    version = NominationVersion.objects.filter(nomination=nominate()).get()

    with pytest.raises(ValueError, match="written once"):
        version.save()


def test_a_nomination_from_before_keeps_what_it_said(cohort, cast):
    old = make.NominationFactory(cohort=cohort, person=make.PersonFactory(institution=cast.home), motivation="Old")
    endorse_nomination(old, by=cast.focal)

    assert [(row.number, row.action, row.said["motivation"]) for row in old.versions.all()] == [
        (1, "as_found", "Old"), (2, "nomination_endorsed", "Old"),
    ]  # fmt: skip


def test_a_nomination_without_versions_says_so(as_user, cohort, cast):
    old = make.NominationFactory(cohort=cohort, person=make.PersonFactory(institution=cast.home))

    assert "No version is kept" in text(as_user(cast.focal).get(one("nomination_versions", old)))


# Pages ----------------------------------------------------------------------------------------------------------------


def test_a_focal_point_sees_what_is_asked_what_is_left_and_until_when(as_user, cohort, cast, nominate):
    write_call(cohort, text="Trainers with a year of practice.", by=cast.office)
    write_criteria(cohort, cast)
    invite(cohort, cast, (cast.home, 1, 2, 1), (cast.away, 0, 1, 0))
    attach_document(cohort, title="Terms of reference", upload=a_pdf(), by=cast.office)
    nominate(family_name="Petrović")
    nominate(cast.away, family_name="Hoxha")
    page = text(as_user(cast.focal).get(url("call_detail", cohort)))

    for words in ("29 days left", "Trainers with a year of practice.", "much", "Terms of reference", "Petrović"):
        assert words in page
    assert "<strong>2</strong>" in page
    assert "Hoxha" not in page and cast.away.name not in page


def test_the_page_says_who_is_not_invited_and_when_it_is_over(as_user, cohort, cast):
    invite(cohort, cast, (cast.away, 0, 1, 0))
    page = text(as_user(cast.focal).get(url("call_detail", cohort)))
    assert "Your institution is not invited" in page and "Nominate somebody" not in page
    with clock.pretend(CLOSES + timedelta(days=1)):
        assert "Nominations are closed" in text(as_user(cast.focal_away).get(url("call_detail", cohort)))


def test_the_office_writes_the_call_on_its_pages(as_user, cohort, cast):
    client = as_user(cast.office)
    client.post(url("call_edit", cohort), {"text": "Come.", "version": 1})
    management = {"form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 0}
    criteria = {
        "form-0-title": "Teaching",
        "form-0-weight": 2,
        "form-0-levels": "none\r\nmuch\r\n\r\n",
        "form-1-weight": 1,
    }
    assert client.post(url("criteria_edit", cohort), {**management, **criteria}).status_code == 302
    seats = {"form-0-institution": cast.home.pk, "form-0-minimum": 1, "form-0-maximum": 2, "form-0-alternates": 1,
             "form-1-minimum": 0, "form-1-maximum": 2, "form-1-alternates": 1}  # fmt: skip
    assert client.post(url("seats_edit", cohort), {**management, **seats}).status_code == 302
    client.post(url("document_add", cohort), {"title": "Terms", "upload": a_pdf()})

    page = text(client.get(url("call_detail", cohort)))
    assert all(words in page for words in ("Come.", "Teaching", "Administrative Affairs Directorate", "Terms"))
    document = cohort.call_documents.get()
    client.post(url("document_remove", cohort, document.pk))
    assert "No document is attached" in text(client.get(url("call_detail", cohort)))
    one_level = client.post(url("criteria_edit", cohort), {**management, **criteria, "form-0-levels": "alone"})
    assert "Two to six levels" in text(one_level)
    for name in ("call_edit", "criteria_edit", "seats_edit", "document_add"):
        assert client.get(url(name, cohort)).status_code == 200


def test_a_late_nomination_on_the_page_asks_for_the_reason(as_user, cohort, cast):
    form = {"institution": cast.home.pk, "family_name": "Krasniqi", "given_name": "Arta"}
    with clock.pretend(CLOSES + timedelta(days=1)):
        client = as_user(cast.office)
        assert "Why is it taken late?" in text(client.post(url("nomination_add", cohort), form))
        response = client.post(url("nomination_add", cohort), {**form, "late_reason": "Came by post"}, follow=True)
    assert "Came by post" in text(response)
