"""The world behind the access matrix: the cast, and one of everything that somebody may or may not see."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client

from curricula.choices import Classification
from curricula.models import Download, EditionFile, Material
from lms.assessments.choices import Moment
from lms.assessments.models import TeachBack, TeachBackScore, TestResult
from lms.audit.services import record
from lms.cascade.models import DeliveryException
from lms.certification.choices import CertificateKind, EventKind
from lms.certification.models import CertificateEvent
from lms.cohorts.choices import NominationStatus
from lms.core.clock import today
from lms.imports.models import Draft
from lms.institutions.choices import FacilityKind
from lms.institutions.models import Facility
from lms.monitoring.choices import PeriodStatus
from lms.monitoring.models import ReportingPeriod
from lms.monitoring.services import freeze_figures
from lms.programme.choices import Component
from lms.programme.models import Programme, RegionalWorkshop, Target
from lms.trainings.choices import TrainingKind
from tests import cast as people
from tests import factories as make
from tests.access.view import PERSONAS
from tests.recorded import recorded

A_FILE = b"A plain text, for tests.\n"


@dataclass
class World:
    """`cast` and what hangs on it. Names ending in `_away` belong to the other institution.

    A persona's account: `w.account("focal")`; None for the public. Everything else is an attribute (see `build`).
    """

    cast: people.Cast
    things: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str):
        things = self.__dict__.get("things", {})
        if name in things:
            return things[name]
        if "cast" not in self.__dict__:  # while it is copied
            raise AttributeError(name)
        return getattr(self.__dict__["cast"], name)

    def account(self, persona: str):
        return None if persona == "public" else getattr(self, persona)

    def add(self, **things) -> None:
        self.things.update(things)


@recorded
def build() -> World:
    """One world: a training to come (`training`, open for enrolment), one delivered (`past`), a ToT with a cohort."""
    world = World(people.assemble())
    for part in (add_content, add_people, add_trainings, add_cohort, add_certificates, add_records, add_sessions):
        part(world)
    return world


def add_sessions(w: World) -> None:
    """Everybody is signed in: the value of each persona's session cookie, `w.session_focal`."""
    for persona in PERSONAS:
        if account := w.account(persona):
            client = Client()
            client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
            w.add(**{f"session_{persona}": client.cookies[settings.SESSION_COOKIE_NAME].value})


def add_content(w: World) -> None:
    """Curriculum, module, edition with a file of each class, materials of each class, a download."""
    edition = make.EditionFactory()
    module = make.ModuleFactory(curriculum=edition.curriculum, code="M01")
    edition_module = make.EditionModuleFactory(edition=edition, module=module)
    w.add(curriculum=edition.curriculum, module=module, edition=edition, edition_module=edition_module)
    for word in Classification.values:
        w.add(
            **{f"material_{word}": material(module, word), f"edition_file_{word}": edition_file(edition_module, word)}
        )
    w.add(material_unclassified=material(module, ""))
    w.add(
        download=Download.objects.create(
            user=w.trainer, material=w.material_trainer, title="Notes", classification="trainer",
            capacity="trainer", size=len(A_FILE), sha256="0" * 64,
        )
    )  # fmt: skip


def material(module, classification: str) -> Material:
    title = f"Material {classification or 'undecided'}"
    file = ContentFile(A_FILE, f"{classification or 'undecided'}.txt")
    return Material.objects.create(title=title, file=file, module=module, classification=classification)


def edition_file(module, classification: str) -> EditionFile:
    file = ContentFile(A_FILE, f"edition-{classification}.txt")
    return EditionFile.objects.create(
        module=module, title=f"File {classification}", file_name=f"{classification}.txt", file=file,
        classification=classification, language="en", size=len(A_FILE), sha256=hashlib.sha256(A_FILE).hexdigest(),
    )  # fmt: skip


def add_people(w: World) -> None:
    """A trainer of home whose certificate was withdrawn; a colleague nobody's account belongs to; units; roles."""
    fallen = people.trainer_in(w.home, family_name="Marković")
    event(fallen.certificates.get(), EventKind.WITHDRAWN, w.office)
    w.add(
        withdrawn_trainer=fallen.user,
        withdrawn_trainer_person=fallen,
        person=make.PersonFactory(institution=w.home, family_name="Nikolić"),
        person_away=make.PersonFactory(institution=w.away, family_name="Hoxha"),
        unit=make.UnitFactory(institution=w.home),
        unit_away=make.UnitFactory(institution=w.away),
        role=w.focal.roles.get(),
        target_population=make.TargetPopulationFactory(institution=w.home),
        target_population_away=make.TargetPopulationFactory(institution=w.away),
        facility=Facility.objects.create(
            code="RS-01", kind=FacilityKind.CENTRAL_STORAGE, jurisdiction=w.home.jurisdiction
        ),
    )


def event(certificate, kind: str, by) -> CertificateEvent:
    return CertificateEvent.objects.create(
        certificate=certificate, kind=kind, effective_on=today(), reason="Decided by the programme.", by=by
    )


def add_trainings(w: World) -> None:
    w.add(
        training=training(w, w.home, w.trainer_person, w.trainee_person, starts_in=14),
        past=training(w, w.home, w.trainer_person, w.trainee_person, starts_in=-14),
        training_away=training(w, w.away, w.trainer_away_person, w.trainee_away_person, starts_in=14),
    )
    session = w.training.sessions.get()
    w.add(
        session=session,
        session_module=session.modules.get(),
        deliverer=w.training.deliverers.get(),
        enrolment=w.training.enrolments.get(),
        enrolment_away=w.training_away.enrolments.get(),
        past_session=w.past.sessions.get(),
        past_enrolment=w.past.enrolments.get(),
    )


def training(w: World, institution, lead, participant, *, starts_in: int):
    """An approved cascade training of one day with one session, one module, a lead trainer and a participant."""
    day = today() + timedelta(days=starts_in)
    row = make.TrainingFactory(
        institution=institution, curriculum=w.curriculum, edition=w.edition, starts_on=day, ends_on=day, seats=12
    )
    session = make.SessionFactory(training=row, held_on=day)
    make.SessionModuleFactory(session=session, module=w.module)
    make.DelivererFactory(training=row, person=lead)
    make.EnrolmentFactory(training=row, person=participant, place=1)
    return row


def add_cohort(w: World) -> None:
    """A ToT in another jurisdiction's academy with a nominee of home and one of away, tested and scored."""
    tot = make.TrainingFactory(
        kind=TrainingKind.TOT, reference="TOT-2026-1", title="Regional ToT 2026", curriculum=w.curriculum,
        edition=w.edition, starts_on=today() - timedelta(days=40), ends_on=today() - timedelta(days=36),
    )  # fmt: skip
    cohort = make.CohortFactory(training=tot, nominations_close_on=tot.starts_on - timedelta(days=14))
    nomination = make.NominationFactory(cohort=cohort, person=w.person, status=NominationStatus.ACCEPTED)
    proposed = make.NominationFactory(cohort=cohort, person=make.PersonFactory(institution=w.home))
    away = make.NominationFactory(cohort=cohort, person=w.person_away, status=NominationStatus.ACCEPTED)
    make.EnrolmentFactory(training=tot, person=w.person, place=1)
    teach_back = TeachBack.objects.create(training=tot, person=w.person, topic=w.module, held_on=tot.ends_on)
    levels = dict.fromkeys(TeachBackScore.CRITERIA, 3)
    w.add(
        tot=tot, cohort=cohort, nomination=nomination, nomination_proposed=proposed, nomination_away=away,
        teach_back=teach_back, tot_enrolment=tot.enrolments.get(), tot_session=make.SessionFactory(training=tot),
        test_result=TestResult.objects.create(training=tot, person=w.person, moment=Moment.PRE, correct=8, items=15),
        score=TeachBackScore.objects.create(teach_back=teach_back, assessor=w.assessor, **levels),
    )  # fmt: skip


def add_certificates(w: World) -> None:
    """The trainers' own (`certificate`, `certificate_away`), the withdrawn one, a completion of the trainee."""
    completion = make.TrainerCertificateFactory(
        kind=CertificateKind.COMPLETION, level="", number="PSSM-C-2026-0001", scheme=None, person=w.trainee_person,
        training=w.past, valid_until=None, curriculum=w.curriculum, edition=w.edition,
    )  # fmt: skip
    w.add(
        certificate=w.trainer_person.certificates.get(),
        certificate_away=w.trainer_away_person.certificates.get(),
        certificate_withdrawn=w.withdrawn_trainer_person.certificates.get(),
        certificate_completion=completion,
        scheme=w.cohort.scheme,
        delivery_exception=DeliveryException.objects.create(
            person=w.trainer_person, institution=w.away, starts_on=today(), ends_on=today() + timedelta(days=30),
            reason="Support for a colleague.", granted_by=w.office,
        ),
    )  # fmt: skip


def add_records(w: World) -> None:
    """A draft of an import, an audit entry, a programme with a target, a workshop, a period with frozen figures."""
    programme = Programme.objects.create(code="cd-2026", title="Council Decision", starts_on=date(2026, 1, 1))
    period = ReportingPeriod.objects.create(
        label="2026, first half", starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 30)
    )
    snapshot = freeze_figures(period, by=w.office)
    ReportingPeriod.objects.update(status=PeriodStatus.PUBLISHED)
    period.refresh_from_db()
    w.add(
        programme=programme,
        target=Target.objects.create(
            programme=programme, component=Component.INFRASTRUCTURE, title="Storages", unit="rooms", stated=7
        ),
        workshop=RegionalWorkshop.objects.create(
            number=10, place="Tirana", starts_on=date(2018, 10, 9), ends_on=date(2018, 10, 11)
        ),
        period=period,
        snapshot=snapshot,
        draft=draft(w.training, w.trainer),
        draft_focal=draft(w.training, w.focal),
        draft_office=draft(w.training, w.office),
        entry=record("training_created", w.training, by=w.office, institution=w.home),
    )


def draft(row, by) -> Draft:
    return Draft.objects.create(
        purpose="roster", subject_id=row.pk, file_name="roster.xlsx", sha256="0" * 64, uploaded_by=by
    )
