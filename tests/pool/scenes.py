"""Trainers and what they delivered, dated from today."""

from datetime import timedelta

from lms.certification.choices import EventKind, Level
from lms.certification.models import Certificate, CertificateEvent
from lms.core.clock import today
from lms.trainings.choices import Part, TrainingKind, TrainingStatus
from lms.trainings.models import Training
from tests import factories as make


def ago(days: int):
    return today() - timedelta(days=days)


def tot(ended: int = 200, **fields) -> Training:
    """A ToT that ended so many days ago."""
    return make.TrainingFactory(kind=TrainingKind.TOT, starts_on=ago(ended + 4), ends_on=ago(ended), **fields)


def trainer(
    institution, *, ended: int = 200, left: int = 800, level=Level.CERTIFIED, person=None, **fields
) -> Certificate:
    """A trainer of a ToT that ended `ended` days ago, whose certificate is valid for `left` more days."""
    names = {name: fields.pop(name) for name in ("family_name", "given_name", "language") if name in fields}
    person = person or make.PersonFactory(institution=institution, **names)
    fields.setdefault("training", tot(ended))
    fields.setdefault("valid_from", ago(ended))
    return make.TrainerCertificateFactory(
        person=person, level=level, valid_until=today() + timedelta(days=left), **fields
    )


def delivery(
    person, days_ago: int, *, part=Part.LEAD, modules=(), status=TrainingStatus.VERIFIED, **fields
) -> Training:
    """A training of one day that the person taught so many days ago, with these modules marked as delivered."""
    fields.setdefault("institution", person.institution)
    training = make.TrainingFactory(starts_on=ago(days_ago), ends_on=ago(days_ago), status=status, **fields)
    make.DelivererFactory(training=training, person=person, part=part)
    if modules:
        session = make.SessionFactory(training=training, held_on=training.starts_on)
        for module in modules:
            make.SessionModuleFactory(session=session, module=module, delivered=True)
    return training


def happened(certificate, kind: EventKind, *, by=None, days_ago: int = 0) -> CertificateEvent:
    return CertificateEvent.objects.create(
        certificate=certificate, kind=kind, effective_on=ago(days_ago), reason="An inquiry.", by=by
    )
