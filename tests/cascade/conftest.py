"""The way of one training, step by step, so that a test can begin where it likes."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.cascade import services
from lms.cascade.checks import findings_for
from lms.certification.choices import EventKind
from lms.certification.models import CertificateEvent
from lms.core.clock import today
from lms.trainings.choices import TrainingKind
from lms.trainings.models import Training
from lms.trainings.services import SessionPlan, enrol_person, fill_attendance, mark_module
from tests import factories as make
from tests.cast import Cast, person_with_account


@dataclass
class Way:
    """One training of the cast's home institution. Days are counted from today: `starts_in` may be negative."""

    cast: Cast
    edition: object

    def planned_by(self, user=None, *, starts_in=14, days=1, **fields) -> Training:
        """A draft of the trainer's: `days` days, two core modules on the first morning."""
        day = today() + timedelta(days=starts_in)
        modules = [row.module_id for row in self.edition.modules.all()]
        defaults = {
            "institution": self.cast.home, "edition": self.edition, "language": "sr-Latn", "venue": "Training centre",
            "starts_on": day, "ends_on": day + timedelta(days=days - 1), "seats": 20,
            "lead": self.cast.trainer_person, "programme": [SessionPlan(day, "am", modules)],
        }  # fmt: skip
        return services.plan_training(by=user or self.cast.trainer, **defaults | fields)

    def sent(self, **fields) -> Training:
        return self.step(services.send_training, self.planned_by(**fields), self.cast.trainer)

    def approved(self, **fields) -> Training:
        return self.step(services.approve_training, self.sent(**fields), self.cast.focal)

    def recorded(self, *, people=2, **fields) -> Training:
        """Delivered yesterday, everybody present, every module delivered."""
        training = self.approved(**{"starts_in": -1} | fields)
        for _number in range(people):
            person = make.PersonFactory(institution=self.cast.home)
            enrol_person(training, person, source="roster", by=self.cast.trainer)
        for session in training.sessions.all():
            fill_attendance(session, True, by=self.cast.trainer)
            for row in session.modules.all():
                mark_module(row, True, by=self.cast.trainer)
        return self.fresh(training)

    def submitted(self, **fields) -> Training:
        reported = fields.pop("reported", None)
        training = self.recorded(**fields)
        services.submit_training(training, by=self.cast.trainer, reported=reported)
        return self.fresh(training)

    def verified(self, **fields) -> Training:
        return self.step(services.verify_training, self.submitted(**fields), self.cast.focal)

    def step(self, service, training, user, **fields) -> Training:
        service(training, by=user, **fields)
        return self.fresh(training)

    def fresh(self, training) -> Training:
        return Training.objects.get(pk=training.pk)


def trainer_with(institution, *, family_name="Babić", **certificate):
    """A trainer who can sign in, with a certificate of these dates and this level."""
    person = person_with_account(institution, family_name=family_name)
    tot = make.TrainingFactory(kind=TrainingKind.TOT, reference=f"TOT-{person.pk}")
    make.TrainerCertificateFactory(person=person, training=tot, **certificate)
    return person


@pytest.fixture
def way(cast) -> Way:
    edition = make.EditionFactory()
    for number, code in enumerate(("M01", "M02"), 1):
        module = make.ModuleFactory(curriculum=edition.curriculum, code=code)
        make.EditionModuleFactory(edition=edition, module=module, order=number, title=module.title, minutes=60)
    return Way(cast, edition)


def suspend(person, *, on=None, kind=EventKind.SUSPENDED):
    CertificateEvent.objects.create(
        certificate=person.certificates.trainer().get(), kind=kind, effective_on=on or today(), reason="Decided."
    )


def grant(cast, **fields):
    day = today()
    defaults = {
        "person": cast.trainer_person, "institution": cast.away, "starts_on": day, "ends_on": day + timedelta(days=60),
        "reason": "The colleagues there have no trainer yet.", "by": cast.office,
    }  # fmt: skip
    return services.grant_exception(**defaults | fields)


def module_of(way, number=0):
    return way.edition.modules.all()[number].module_id


def findings_codes(training, moment="plan", by=None):
    return {finding.code for finding in findings_for(training, moment, by=by)}


def url(name, *args):
    return reverse(f"cascade:{name}", args=args)


def text_of(response) -> str:
    return response.content.decode()


def count_queries(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
