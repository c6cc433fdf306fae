"""Rows for tests: each factory makes the least that is valid; a test names what it cares about."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from curricula.choices import ModuleKind
from curricula.models import Curriculum, Edition, EditionModule, Module
from lms.certification.choices import CertificateKind, Level, Outcome
from lms.certification.models import Certificate, Decision, Scheme
from lms.certification.rules import USUAL
from lms.certification.services import adopt_rules
from lms.cohorts.models import Cohort, Nomination
from lms.core.text import fold
from lms.institutions.models import Institution, Jurisdiction, TargetPopulation, Unit
from lms.people.choices import RoleKind, Sex
from lms.people.models import Person, Role, User
from lms.trainings.choices import EnrolmentSource, EnrolmentStatus, Half, Part, TrainingKind, TrainingStatus
from lms.trainings.models import Deliverer, Enrolment, Session, SessionModule, Training

A_DAY = date(2026, 10, 12)


class JurisdictionFactory(DjangoModelFactory):
    class Meta:
        model = Jurisdiction
        django_get_or_create = ("code",)

    code = "RS"
    name = factory.LazyAttribute(
        lambda row: {"RS": "Serbia", "AL": "Albania"}.get(row.code, f"Jurisdiction {row.code}")
    )
    time_zone = "Europe/Belgrade"
    languages = ["sr-Cyrl", "sr-Latn"]


class InstitutionFactory(DjangoModelFactory):
    class Meta:
        model = Institution

    jurisdiction = factory.SubFactory(JurisdictionFactory)
    code = factory.Sequence(lambda n: f"institution-{n}")
    name = factory.Sequence(lambda n: f"Institution {n}")


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit

    institution = factory.SubFactory(InstitutionFactory)
    name = factory.Sequence(lambda n: f"Unit {n}")
    key = factory.LazyAttribute(lambda row: fold(row.name))


class TargetPopulationFactory(DjangoModelFactory):
    class Meta:
        model = TargetPopulation

    institution = factory.SubFactory(InstitutionFactory)
    job_function = "Storage keeper"
    staff = 50
    women = 5
    valid_from = date(2026, 1, 1)
    source = "return"


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"user{n}@mup.example")
    password = factory.django.Password("correct horse battery staple")


class RoleFactory(DjangoModelFactory):
    class Meta:
        model = Role

    user = factory.SubFactory(UserFactory)
    kind = RoleKind.OFFICE
    starts_on = date(2020, 1, 1)


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    institution = factory.SubFactory(InstitutionFactory)
    family_name = factory.Sequence(lambda n: f"Petrović{n}")
    given_name = "Milica"
    name_key = factory.LazyAttribute(lambda row: fold(f"{row.family_name} {row.given_name}"))
    sex = Sex.WOMAN
    service_number = factory.Sequence(lambda n: f"SR-{n:05d}")
    email = factory.Sequence(lambda n: f"person{n}@mup.example")
    retain_until = date(2036, 1, 1)


class CurriculumFactory(DjangoModelFactory):
    class Meta:
        model = Curriculum
        django_get_or_create = ("code",)

    code = "pssm-moi"
    title = "PSSM for MoI personnel"


class ModuleFactory(DjangoModelFactory):
    class Meta:
        model = Module
        django_get_or_create = ("curriculum", "code")

    curriculum = factory.SubFactory(CurriculumFactory)
    code = factory.Sequence(lambda n: f"M{n + 1:02d}")
    title = factory.LazyAttribute(lambda row: f"Module {row.code}")
    kind = ModuleKind.CORE
    order = factory.Sequence(lambda n: n)
    minutes = 45


class EditionFactory(DjangoModelFactory):
    class Meta:
        model = Edition
        django_get_or_create = ("curriculum", "label")

    curriculum = factory.SubFactory(CurriculumFactory)
    label = "2026.1"
    languages = ["en", "sr-Latn", "sr-Cyrl"]
    minutes = 720
    sha256 = "0" * 64


class EditionModuleFactory(DjangoModelFactory):
    class Meta:
        model = EditionModule

    edition = factory.SubFactory(EditionFactory)
    module = factory.SubFactory(ModuleFactory)
    title = factory.LazyAttribute(lambda row: row.module.title)
    kind = ModuleKind.CORE
    is_mandatory = True
    order = 1
    minutes = 45


class TrainingFactory(DjangoModelFactory):
    """A cascade training of two days, approved, from A_DAY on."""

    class Meta:
        model = Training

    kind = TrainingKind.CASCADE
    reference = factory.Sequence(lambda n: f"RS-2026-{n:03d}")
    title = "PSSM cascade training"
    institution = factory.SubFactory(InstitutionFactory)
    curriculum = factory.SubFactory(CurriculumFactory)
    edition = factory.SubFactory(EditionFactory, curriculum=factory.SelfAttribute("..curriculum"))
    language = "sr-Latn"
    venue = "Training centre"
    starts_on = A_DAY
    ends_on = factory.LazyAttribute(lambda row: row.starts_on + timedelta(days=1))
    seats = 30
    status = TrainingStatus.APPROVED


class DelivererFactory(DjangoModelFactory):
    class Meta:
        model = Deliverer

    training = factory.SubFactory(TrainingFactory)
    person = factory.SubFactory(PersonFactory)
    part = Part.LEAD


class SessionFactory(DjangoModelFactory):
    class Meta:
        model = Session

    training = factory.SubFactory(TrainingFactory)
    held_on = factory.SelfAttribute("training.starts_on")
    half = Half.MORNING


class SessionModuleFactory(DjangoModelFactory):
    class Meta:
        model = SessionModule

    session = factory.SubFactory(SessionFactory)
    module = factory.SubFactory(ModuleFactory)


class EnrolmentFactory(DjangoModelFactory):
    class Meta:
        model = Enrolment

    training = factory.SubFactory(TrainingFactory)
    person = factory.SubFactory(PersonFactory, institution=factory.SelfAttribute("..training.institution"))
    status = EnrolmentStatus.ENROLLED
    source = EnrolmentSource.ROSTER
    place = factory.Sequence(lambda n: n + 1)


class SchemeFactory(DjangoModelFactory):
    class Meta:
        model = Scheme
        django_get_or_create = ("code",)

    code = "pssm-trainer"
    title = "PSSM trainer"
    curriculum = factory.SubFactory(CurriculumFactory)

    @factory.post_generation
    def rules(self, create, terms, **kwargs):
        """Its first version: the usual rules, or those named (`rules=Terms(…)`)."""
        if create and not self.versions.exists():
            adopt_rules(self, terms or USUAL, by=None)


class CohortFactory(DjangoModelFactory):
    class Meta:
        model = Cohort

    training = factory.SubFactory(
        TrainingFactory, kind=TrainingKind.TOT, reference="TOT-2026-1", title="Regional ToT 2026"
    )
    scheme = factory.SubFactory(SchemeFactory)
    nominations_close_on = date(2026, 9, 30)


class NominationFactory(DjangoModelFactory):
    class Meta:
        model = Nomination

    cohort = factory.SubFactory(CohortFactory)
    person = factory.SubFactory(PersonFactory)
    institution = factory.SelfAttribute("person.institution")


class DecisionFactory(DjangoModelFactory):
    """The first decision about a candidate: certified."""

    class Meta:
        model = Decision

    scheme = factory.SubFactory(SchemeFactory)
    version = factory.LazyAttribute(lambda row: row.scheme.versions.first())
    training = factory.SubFactory(TrainingFactory, kind=TrainingKind.TOT)
    person = factory.SubFactory(PersonFactory)
    outcome = Outcome.CERTIFIED


class TrainerCertificateFactory(DjangoModelFactory):
    """A certified trainer's certificate, in force for three years from 2026-01-01."""

    class Meta:
        model = Certificate

    class Params:
        is_trainer = factory.LazyAttribute(lambda row: row.kind == CertificateKind.TRAINER)

    kind = CertificateKind.TRAINER
    level = Level.CERTIFIED
    number = factory.Sequence(lambda n: f"PSSM-T-2026-{n:04d}")
    scheme = factory.SubFactory(SchemeFactory)
    curriculum = factory.SubFactory(CurriculumFactory)
    edition = factory.SubFactory(EditionFactory)
    person = factory.SubFactory(PersonFactory)
    institution = factory.SelfAttribute("person.institution")
    training = factory.SubFactory(TrainingFactory, kind=TrainingKind.TOT)
    decision = factory.Maybe(
        "is_trainer",
        factory.SubFactory(
            DecisionFactory,
            scheme=factory.SelfAttribute("..scheme"),
            training=factory.SelfAttribute("..training"),
            person=factory.SelfAttribute("..person"),
            outcome=factory.SelfAttribute("..level"),
        ),
    )
    holder_name = factory.LazyAttribute(lambda row: row.person.full_name)
    valid_from = date(2026, 1, 1)
    valid_until = date(2028, 12, 31)
