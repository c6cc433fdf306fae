"""The list, the detail, the document's view, and what the office may do."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.audit.models import Entry
from lms.certification.choices import CertificateKind, Level
from lms.certification.models import Certificate, CertificateEvent, StandingRequest
from lms.certification.services import (
    decide_certification,
    issue_completion_certificates,
    issue_trainer_certificate,
    request_standing,
)
from lms.core.clock import today
from tests import factories as make

from .scenes import candidacy, co_delivery, verified_training

LIST = "/certificates/"


@pytest.fixture
def certificate(cast):
    return cast.trainer_person.certificates.get()


def page(client, address: str, **query) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def at(name: str, row) -> str:
    return reverse(f"certification:certificate_{name}", args=[row.pk])


def test_each_sees_their_own_certificates(cast, as_user, certificate):
    away = cast.trainer_away_person.certificates.get()

    for role, home, other in (
        ("office", True, True), ("focal", True, False), ("focal_away", False, True), ("trainer", True, False),
        ("trainee", False, False), ("stranger", False, False), ("observer", False, False),
    ):  # fmt: skip
        content = page(as_user(getattr(cast, role)), LIST)
        assert (certificate.number in content, away.number in content) == (home, other), role


def test_the_list_filters_by_everything_it_names(cast, as_user, certificate):
    soon = make.TrainerCertificateFactory(level=Level.PROVISIONAL, valid_until=today() + timedelta(days=30))
    done = make.TrainerCertificateFactory(kind=CertificateKind.COMPLETION, level="", valid_until=None)
    over = make.TrainerCertificateFactory(valid_until=today() - timedelta(days=1))
    everything = {certificate, cast.trainer_away_person.certificates.get(), soon, done, over}
    client = as_user(cast.office)

    def found(**query):
        return {row for row in everything if row.number in page(client, LIST, **query)}

    assert found() == everything
    assert found(kind="completion") == {done}
    assert found(level="provisional") == {soon}
    assert found(state="expired") == {over}
    assert found(expiring="on") == {soon}
    assert found(institution=cast.home.pk) == {certificate}
    assert found(q="Ilić") == {certificate}
    assert found(q=done.number.lower()) == {done}
    assert found(state="nonsense") == everything
    assert "No certificate fits these filters." in page(client, LIST, q="nobody at all")


def test_the_list_asks_as_much_for_thirty_as_for_one(cast, as_user):
    client = as_user(cast.office)
    page(client, LIST)

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            page(client, LIST)
        return len(caught)

    few = queries()
    for _turn in range(30):
        make.TrainerCertificateFactory()
    assert queries() == few


def test_the_detail_explains_the_decision_and_offers_the_document(cast, as_user):
    scene = candidacy(cast.trainee_person)
    decision = decide_certification(scheme=scene.scheme, training=scene.training, person=scene.person, by=cast.office)
    row = issue_trainer_certificate(decision, by=cast.office)

    content = page(as_user(cast.trainee), at("detail", row))

    for piece in ("Milica Jovanović", row.number, row.code, "in force", "12 of 15 items (80.0 %)", at("download", row)):
        assert piece in content
    assert "Withdraw" not in content


def test_a_trainer_sees_the_completion_they_taught_without_its_code(cast, as_user):
    training = verified_training(1, institution=cast.away)
    make.DelivererFactory(training=training, person=cast.trainer_person)
    (row,) = issue_completion_certificates(training, by=None)

    content = page(as_user(cast.trainer), at("detail", row))

    assert row.holder_name in content and row.code not in content
    assert as_user(cast.trainer).get(at("download", row)).status_code == 404


def test_the_offices_reading_is_logged_and_the_holders_is_not(cast, as_user, certificate):
    page(as_user(cast.trainer), at("detail", certificate))
    assert not Entry.objects.filter(action="certificate.read").exists()

    page(as_user(cast.office), at("detail", certificate))
    assert Entry.objects.get(action="certificate.read").actor == cast.office


@pytest.mark.parametrize(
    ("role", "status"),
    [("trainee", 200), ("focal", 200), ("office", 200), ("focal_away", 404), ("trainer", 404), ("observer", 404)],
)
def test_the_document_is_for_holder_focal_point_and_office(cast, as_user, role, status):
    scene = candidacy(cast.trainee_person)
    decision = decide_certification(scheme=scene.scheme, training=scene.training, person=scene.person, by=cast.office)
    row = issue_trainer_certificate(decision, by=cast.office)

    answer = as_user(getattr(cast, role)).get(at("download", row))

    assert answer.status_code == status
    assert Entry.objects.filter(action="certificate.downloaded").count() == (status == 200)
    if status == 200:
        assert answer.content.startswith(b"%PDF")
        assert answer["Content-Disposition"] == f'attachment; filename="{row.number}.pdf"'
        assert answer["Cache-Control"] == "private, no-store"


def test_a_document_in_the_making_says_so(cast, as_user, certificate):
    answer = as_user(cast.trainer).get(at("download", certificate), follow=True)

    assert "The document is being made." in answer.content.decode()


# Acting ---------------------------------------------------------------------------------------------------------------


def test_one_officer_asks_and_another_decides(cast, as_user, certificate):
    for act, word in (("suspend", "suspended"), ("reinstate", "in force"), ("withdraw", "withdrawn")):
        office = as_user(cast.office)
        assert "A second programme officer decides" in page(office, at(act, certificate))
        data = {"effective_on": today().isoformat(), "reason": "Decided."}
        answer = office.post(at(act, certificate), data, follow=True)
        assert "waits for a second officer" in answer.content.decode()
        asked = StandingRequest.objects.waiting().get()

        assert "Take it back" in page(office, asked_at("decide", asked))
        officer = as_user(cast.officer)
        assert "You agree" in page(officer, asked_at("decide", asked))
        answer = officer.post(asked_at("confirm", asked), follow=True)
        assert answer.redirect_chain[-1][0] == at("detail", certificate)
        assert f">{word}<" in answer.content.decode()

    assert CertificateEvent.objects.filter(certificate=certificate).count() == 3
    assert "Decide</h2>" not in page(as_user(cast.office), at("detail", certificate))
    content = page(as_user(cast.office), reverse("certification:request_list"))
    assert content.count(">confirmed<") == 3


def asked_at(name: str, row) -> str:
    return reverse(f"certification:request_{name}", args=[row.pk])


def test_a_request_is_rejected_with_an_answer_or_taken_back(cast, as_user, certificate):
    officer = as_user(cast.officer)
    first = request_standing(certificate, "suspended", effective_on=today(), reason="An inquiry.", by=cast.office)
    assert "error-summary" in officer.post(asked_at("decide", first), {"answer": ""}).content.decode()
    answer = officer.post(asked_at("decide", first), {"answer": "There is none."}, follow=True)
    assert "There is none." in answer.content.decode()

    second = request_standing(certificate, "suspended", effective_on=today(), reason="Another.", by=cast.office)
    office = as_user(cast.office)
    refused = office.post(asked_at("confirm", second), follow=True)
    assert "Another programme officer decides." in refused.content.decode()
    office.post(asked_at("take_back", second))

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == ("rejected", "taken_back")
    assert not CertificateEvent.objects.exists()


def test_requests_ask_as_much_for_thirty_as_for_one(cast, as_user):
    client = as_user(cast.office)
    address = reverse("certification:request_list")
    assert "There are no requests." in page(client, address)

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            page(client, address)
        return len(caught)

    def ask() -> None:
        row = make.TrainerCertificateFactory()
        request_standing(row, "suspended", effective_on=today(), reason="An inquiry.", by=cast.office)

    ask()
    one = queries()
    for _turn in range(30):
        ask()
    assert queries() == one


@pytest.mark.parametrize(
    "data", [{}, {"effective_on": "nonsense", "reason": "Said so."}, {"effective_on": "2026-11-01", "reason": "  "}]
)
def test_a_form_that_is_not_complete_writes_nothing(cast, as_user, certificate, data):
    answer = as_user(cast.office).post(at("withdraw", certificate), data)

    assert answer.status_code == 200
    assert not CertificateEvent.objects.exists()


def test_a_refusal_is_shown_and_the_form_kept(cast, as_user, certificate):
    early = (certificate.valid_from - timedelta(days=1)).isoformat()

    answer = as_user(cast.office).post(at("suspend", certificate), {"effective_on": early, "reason": "An inquiry."})

    content = answer.content.decode()
    assert "before the certificate&#x27;s first day" in content or "before the certificate's first day" in content
    assert "An inquiry." in content


def test_the_office_promotes(cast, as_user):
    row = make.TrainerCertificateFactory(
        person=cast.trainee_person, level=Level.PROVISIONAL, valid_from=today() - timedelta(days=20)
    )
    client = as_user(cast.office)
    content = page(client, at("promote", row))
    assert "Promote to certified?" in content and "not met" in content and "Not yet" in content
    refused = client.post(at("promote", row), follow=True)
    assert "Not met yet: First delivery together with a certified trainer" in refused.content.decode()

    co_delivery(cast.trainee_person, cast.trainer_person, today() - timedelta(days=9))
    answer = client.post(at("promote", row), follow=True)

    new = Certificate.objects.get(replaces=row)
    assert answer.redirect_chain[-1][0] == at("detail", new)
    content = answer.content.decode()
    assert row.number in content and "replaced" in content


@pytest.mark.parametrize("act", ["suspend", "reinstate", "withdraw", "promote", "renew", "advance", "correct"])
@pytest.mark.parametrize(("role", "status"), [("trainer", 403), ("focal", 403), ("focal_away", 404), ("trainee", 404)])
def test_nobody_else_acts(cast, as_user, certificate, act, role, status):
    client = as_user(getattr(cast, role))
    data = {"effective_on": today().isoformat(), "reason": "Said so."}

    assert client.get(at(act, certificate)).status_code == status
    assert client.post(at(act, certificate), data).status_code == status
    assert not CertificateEvent.objects.exists()
