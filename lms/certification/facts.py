"""What a certificate says, gathered once at issue and frozen with it."""

from collections.abc import Callable, Sequence
from datetime import date

from django.conf import settings
from django.db.models import Sum
from django.urls import reverse

from curricula.models import Edition, EditionModule
from lms.core.clock import today
from lms.core.tokens import readable_code
from lms.programme.models import Programme
from lms.trainings.models import SessionModule

from .choices import CertificateKind
from .models import Certificate, Scheme

LETTERS = {CertificateKind.TRAINER: "T", CertificateKind.COMPLETION: "C"}


class Common:
    """What certificates issued together have in common, asked once."""

    def __init__(self) -> None:
        self._known: dict = {}

    def ask(self, question: Callable, *about):
        """The answer of `question(*about)`, from memory where it was asked before."""
        if (question, about) not in self._known:
            self._known[question, about] = question(*about)
        return self._known[question, about]


def new_numbers(wanted: Sequence[tuple[str, int]]) -> list[str]:
    """A number such as "PSSM-T-2026-7KQM-2XWD" for each (kind, year), in their order: the year and eight random places,
    never one that was used. One query however many."""
    while True:
        numbers = [f"PSSM-{LETTERS[kind]}-{year}-{readable_code(groups=2)}" for kind, year in wanted]
        if len(set(numbers)) == len(numbers) and not Certificate.objects.filter(number__in=numbers).exists():
            return numbers


def verification_address(code: str) -> str:
    """The public address behind the QR code."""
    return settings.BASE_URL.rstrip("/") + reverse("verify:certificate_verify", args=[code])


def frozen_facts(certificate: Certificate, completion=None, common: Common | None = None) -> dict:
    """Everything the document is made from, as plain JSON values (dates ISO)."""
    training, common = certificate.training, common or Common()
    scheme = certificate.scheme or common.ask(scheme_for, certificate.curriculum_id)
    return {
        "kind": certificate.kind,
        "level": certificate.level,
        "number": certificate.number,
        "code": certificate.code,
        "address": verification_address(certificate.code),
        "language": certificate.language,
        "holder_name": certificate.holder_name,
        "institution": certificate.institution.name,
        "jurisdiction": certificate.institution.jurisdiction.name,
        "curriculum": certificate.curriculum.title,
        "edition": certificate.edition.label,
        "training": training.title,
        "reference": training.reference,
        "venue": training.venue,
        "starts_on": training.starts_on.isoformat(),
        "ends_on": training.ends_on.isoformat(),
        "minutes": common.ask(minutes_of, certificate.kind, training.pk, certificate.edition),
        "half_days": [completion.half_days_attended, completion.half_days] if completion else [],
        "valid_from": certificate.valid_from.isoformat(),
        "valid_until": certificate.valid_until.isoformat() if certificate.valid_until else "",
        "issued_on": today(certificate.institution.jurisdiction.time_zone).isoformat(),
        "replaces": certificate.replaces.number if certificate.replaces else "",
        "issuing_body": scheme.issuing_body if scheme else "SEESAC",
        "signatory": scheme.signatory if scheme else "",
        **common.ask(programme_words, certificate.valid_from),
    }


def minutes_of(kind: str, training_id: int, edition: Edition) -> int:
    """Minutes taught: the delivered modules' in the edition, or the whole edition's where none is marked."""
    modules = EditionModule.objects.filter(edition=edition)
    delivered = SessionModule.objects.filter(session__training=training_id, delivered=True).values("module")
    taught = modules.filter(module__in=delivered).aggregate(total=Sum("minutes"))["total"]
    if taught or kind == CertificateKind.COMPLETION:
        return taught or edition.minutes
    return modules.aggregate(total=Sum("minutes"))["total"] or edition.minutes


def scheme_for(curriculum_id: int) -> Scheme | None:
    """The scheme of a curriculum: it also says who issues its certificates of completion."""
    return Scheme.objects.filter(curriculum=curriculum_id).order_by("code").first()


def programme_words(day: date) -> dict:
    """Funding statement, disclaimer and reference of the programme in force on that day, a certificate's first."""
    programme = Programme.objects.in_force(day).first()
    names = ("funding_statement", "disclaimer", "reference")
    return {f"programme_{name}": getattr(programme, name) if programme else "" for name in names}
