"""What a certificate says, gathered once at issue and frozen with it."""

from django.conf import settings
from django.db.models import Sum
from django.urls import reverse

from curricula.models import EditionModule
from lms.core.clock import today
from lms.core.tokens import readable_code
from lms.programme.models import Programme
from lms.trainings.models import SessionModule

from .choices import CertificateKind
from .models import Certificate, Scheme

LETTERS = {CertificateKind.TRAINER: "T", CertificateKind.COMPLETION: "C"}


def new_number(kind: str, year: int) -> str:
    """A number such as "PSSM-T-2026-7KQM-2XWD": the year and eight random places, never one that was used."""
    while True:
        number = f"PSSM-{LETTERS[kind]}-{year}-{readable_code(groups=2)}"
        if not Certificate.objects.filter(number=number).exists():
            return number


def verification_address(code: str) -> str:
    """The public address behind the QR code."""
    return settings.BASE_URL.rstrip("/") + reverse("verify:certificate_verify", args=[code])


def frozen_facts(certificate: Certificate, completion=None) -> dict:
    """Everything the document is made from, as plain JSON values (dates ISO)."""
    training, scheme = certificate.training, certificate.scheme or scheme_for(certificate.curriculum_id)
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
        "minutes": minutes_of(certificate),
        "half_days": [completion.half_days_attended, completion.half_days] if completion else [],
        "valid_from": certificate.valid_from.isoformat(),
        "valid_until": certificate.valid_until.isoformat() if certificate.valid_until else "",
        "issued_on": today(certificate.institution.jurisdiction.time_zone).isoformat(),
        "replaces": certificate.replaces.number if certificate.replaces else "",
        "issuing_body": scheme.issuing_body if scheme else "SEESAC",
        "signatory": scheme.signatory if scheme else "",
        **programme_words(certificate),
    }


def minutes_of(certificate: Certificate) -> int:
    """Minutes taught: the delivered modules' in the edition, or the whole edition's where none is marked."""
    modules = EditionModule.objects.filter(edition=certificate.edition_id)
    delivered = SessionModule.objects.filter(session__training=certificate.training_id, delivered=True).values("module")
    taught = modules.filter(module__in=delivered).aggregate(total=Sum("minutes"))["total"]
    if taught or certificate.kind == CertificateKind.COMPLETION:
        return taught or certificate.edition.minutes
    return modules.aggregate(total=Sum("minutes"))["total"] or certificate.edition.minutes


def scheme_for(curriculum_id: int) -> Scheme | None:
    """The scheme of a curriculum: it also says who issues its certificates of completion."""
    return Scheme.objects.filter(curriculum=curriculum_id).order_by("code").first()


def programme_words(certificate: Certificate) -> dict:
    """Funding statement, disclaimer and reference of the programme in force on the certificate's first day."""
    programme = Programme.objects.in_force(certificate.valid_from).first()
    names = ("funding_statement", "disclaimer", "reference")
    return {f"programme_{name}": getattr(programme, name) if programme else "" for name in names}
