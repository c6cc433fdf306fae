"""Letters: written by decisions, read before they go, released by a person, sent once."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from lms.cohorts.letters.pdf import render_letter
from lms.cohorts.letters.recipients import addresses_of
from lms.cohorts.models import Letter
from lms.cohorts.services import (
    decide_nomination,
    release_letter,
    release_letters,
    send_letter_again,
    withdraw_nomination,
)
from lms.cohorts.services.mailing import send_letter_mail
from lms.institutions.models import Institution
from lms.people.models import Role
from lms.people.services import anonymise_person
from lms.programme.models import Programme
from tests import factories as make
from tests.refusals import refusal_of

from .conftest import TODAY
from .helpers import ACCEPTED, DECLINED, RESERVE, last_entry, said, text, url


@pytest.fixture
def letter(nominate, cast) -> Letter:
    nomination = decide_nomination(nominate(family_name="Petrović", email="p@mup.example"), ACCEPTED, by=cast.office)
    return nomination.letters.get()


# Written --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "words"),
    [(ACCEPTED, "has been accepted"), (RESERVE, "is on reserve"), (DECLINED, "The reason: No seat")],
)
def test_every_decision_writes_its_letter(nominate, cast, mailoutbox, status, words):
    nomination = decide_nomination(nominate(), status, reason="No seat", by=cast.office)

    letter = nomination.letters.get()
    assert (letter.kind, letter.status, words in letter.body) == (status, "waiting", True)
    assert mailoutbox == []


def test_a_changed_decision_withdraws_what_waits(nominate, cast):
    nomination = decide_nomination(nominate(), RESERVE, by=cast.office)
    decide_nomination(nomination, DECLINED, reason="No", by=cast.office)

    assert list(nomination.letters.values_list("kind", "status")) == [("reserve", "withdrawn"), ("declined", "waiting")]
    nomination = decide_nomination(nominate(), ACCEPTED, by=cast.office)
    withdraw_nomination(nomination, reason="Ill", by=cast.focal)
    assert [row.status for row in nomination.letters.all()] == ["withdrawn"]


def test_a_letter_that_went_out_is_replaced_by_one_that_says_so(letter, cast):
    release_letter(letter, by=cast.office)
    decide_nomination(letter.nomination, RESERVE, reason="Budget", by=cast.office)

    new = letter.nomination.letters.waiting().get()
    assert f"This letter replaces our letter {letter.reference} of 1 September 2026." in new.body
    decide_nomination(letter.nomination, ACCEPTED, by=cast.office)
    assert not letter.nomination.letters.waiting().exists()


# Released -------------------------------------------------------------------------------------------------------------


def test_a_released_letter_is_mailed_once_with_its_pdf(letter, cast, mailoutbox):
    release_letter(letter, by=cast.office, version=1)
    release_letter(letter, by=cast.officer, version=1)
    assert send_letter_mail.call(letter.pk) == 0

    mail = mailoutbox[0]
    assert len(mailoutbox) == 1
    assert mail.to == ["focal@mup.example", "p@mup.example"]
    assert "has been accepted" in mail.body
    name, content, kind = mail.attachments[0]
    assert (name, kind, content[:4]) == (f"{letter.reference.replace('/', '-')}.pdf", "application/pdf", b"%PDF")
    letter.refresh_from_db()
    assert (letter.status, letter.released_by, letter.sent_to) == ("released", cast.office, 2)
    assert letter.sent_at is not None


def test_releasing_is_refused(letter, nominate, cast):
    assert refusal_of(release_letter, letter, by=cast.focal) == {"not_office"}
    assert refusal_of(release_letter, letter, by=cast.office, version=9) == {"stale"}
    own = decide_nomination(nominate(user=cast.office), RESERVE, by=cast.officer).letters.get()
    assert refusal_of(release_letter, own, by=cast.office) == {"own_letter"}
    withdraw_nomination(letter.nomination, reason="Ill", by=cast.office)
    assert refusal_of(release_letter, letter, by=cast.office) == {"withdrawn"}


def test_a_letter_without_an_address_waits(nominate, cast, mailoutbox):
    letter = decide_nomination(nominate(email=""), ACCEPTED, by=cast.office).letters.get()
    Role.objects.filter(institution=cast.home).delete()

    assert refusal_of(release_letter, letter, by=cast.office) == {"no_address"}
    assert mailoutbox == []


def test_the_focal_point_of_the_ministry_above_gets_it_too(letter, cast):
    body = make.InstitutionFactory(parent=cast.home)
    letter.institution = body

    assert addresses_of(letter)[0] == cast.focal.email


def test_all_are_released_or_none(cohort, nominate, cast, mailoutbox):
    rows = [decide_nomination(nominate(), RESERVE, by=cast.office).letters.get() for _number in range(2)]
    versions = {row.pk: 1 for row in rows}

    assert refusal_of(release_letters, cohort, versions, by=cast.focal) == {"not_office"}
    assert refusal_of(release_letters, cohort, {rows[0].pk: 1, rows[1].pk: 5}, by=cast.office) == {"stale"}
    assert mailoutbox == []
    assert len(release_letters(cohort, versions, by=cast.office)) == len(mailoutbox) == 2
    assert refusal_of(release_letters, cohort, versions, by=cast.office) == {"nothing_waits"}


def test_a_worker_that_died_leaves_the_letter_interrupted_and_a_person_sends_it_again(
    letter, cast, mailoutbox, monkeypatch
):
    monkeypatch.setattr("lms.cohorts.services.mailing.letter_mail", lambda *_args: 1 / 0)
    Letter.objects.filter(pk=letter.pk).update(status="released", released_at="2026-09-01T10:00Z")
    with pytest.raises(ZeroDivisionError):
        send_letter_mail.call(letter.pk)
    monkeypatch.undo()

    assert send_letter_mail.call(letter.pk) == 0 and mailoutbox == []
    letter.refresh_from_db()
    assert letter.is_interrupted
    assert refusal_of(send_letter_again, letter, by=cast.focal) == {"not_office"}
    send_letter_again(letter, by=cast.office)
    assert len(mailoutbox) == 1
    assert refusal_of(send_letter_again, letter, by=cast.office) == {"not_interrupted"}


# On paper -------------------------------------------------------------------------------------------------------------


def test_the_pdf_carries_the_funding_the_reference_and_the_footnote(letter):
    Programme.objects.create(
        code="cd", title="Council Decision", starts_on=TODAY, funding_statement="Funded by the European Union.",
        reference="2013/730/CFSP",
    )  # fmt: skip
    Institution.objects.filter(pk=letter.institution_id).update(name="Kosovo Police")
    letter.refresh_from_db()
    pages = PdfReader(BytesIO(render_letter(letter))).pages
    words = " ".join(pages[0].extract_text().split())

    assert len(pages) == 1
    for part in ("Petrović", letter.reference, "Funded by the European Union.", "2013/730/CFSP", "Kosovo* Police",
                 "Resolution 1244"):  # fmt: skip
        assert part in words


def test_markup_in_a_reason_is_words(nominate, cast):
    words = "<img src=file:///etc/passwd> & more"
    letter = decide_nomination(nominate(), DECLINED, reason=words, by=cast.office).letters.get()

    assert words in " ".join(PdfReader(BytesIO(render_letter(letter))).pages[0].extract_text().split())


def test_the_words_go_with_the_person(letter, cast):
    release_letter(letter, by=cast.office)
    decide_nomination(letter.nomination, RESERVE, reason="Known in Niš", by=cast.office)
    anonymise_person(letter.nomination.person, by=cast.office, reason="Asked for it")

    left = Letter.objects.get(nomination=letter.nomination)
    assert (left.pk, left.subject, left.body) == (letter.pk, "", "")
    assert all(row.said["reason"] == "" for row in letter.nomination.versions.all())
    assert render_letter(left).startswith(b"%PDF")


# The outbox -----------------------------------------------------------------------------------------------------------


def test_the_office_reads_and_releases_on_the_page(as_user, cohort, letter, cast, mailoutbox):
    client = as_user(cast.office)
    Letter.objects.filter(kind="invitation").delete()

    page = text(client.get(letter.get_absolute_url()))
    assert "Petrović" in page and "focal@mup.example" in page and "Release this letter" in page
    assert "Release 1 letter" in text(client.get(url("letter_list", cohort)))
    response = client.post(
        url("letters_release", cohort), {"letter": letter.pk, f"version-{letter.pk}": 1}, follow=True
    )
    assert said(response) == ["1 letter is on its way."]
    assert len(mailoutbox) == 1
    assert "Sent on" in text(client.get(letter.get_absolute_url()))
    assert "Nothing fits" in text(client.get(url("letter_list", cohort), {"status": "waiting"}))


def test_one_letter_is_released_alone(as_user, letter, cast, mailoutbox):
    client = as_user(cast.office)
    response = client.post(f"{letter.get_absolute_url()}release/", {"version": 1}, follow=True)

    assert (said(response), len(mailoutbox)) == (["The letter is on its way."], 1)


def test_an_institution_reads_its_letter_once_it_was_released(as_user, letter, cast):
    assert as_user(cast.focal).get(letter.get_absolute_url()).status_code == 404
    release_letter(letter, by=cast.office)
    page = text(as_user(cast.focal).get(letter.get_absolute_url()))
    assert "has been accepted" in page and "Goes to" not in page
    assert as_user(cast.focal_away).get(letter.get_absolute_url()).status_code == 404
    assert as_user(cast.focal).get(f"{letter.get_absolute_url()}pdf/").content.startswith(b"%PDF")


def test_an_outbox_without_letters_says_so(as_user, draft_cohort, cast):
    assert "No letter yet" in text(as_user(cast.office).get(url("letter_list", draft_cohort)))


def test_every_act_with_a_letter_is_in_the_trail(letter, cast):
    assert last_entry().action == "letter_written"
    release_letter(letter, by=cast.office)
    assert last_entry().action == "letter_released"
