"""What a credential says, as plain JSON: Open Badges 3.0 on the W3C data model 2.0, in English."""

import uuid
from datetime import UTC, date, datetime, time
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse

from lms.core.designation import designate

from ..choices import CertificateKind
from ..document.wording import words_in
from ..models import Certificate
from .status import status_entries

CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
#: A certificate of completion has no level; its achievement's address has this word there.
NO_LEVEL = "completed"
CRITERIA = {
    CertificateKind.TRAINER: (
        "Attendance of the training of trainers, a passed test, and a teach-back passed before at least two assessors, "
        "as the scheme in force at the decision asks for it."
    ),
    CertificateKind.COMPLETION: "Attendance of the training with all its mandatory modules, verified by a focal point.",
}


def absolute(name: str, *args) -> str:
    """An address of ours as the world sees it."""
    return urljoin(settings.BASE_URL, reverse(name, args=args))


def issuer_profile(name: str = "SEESAC") -> dict:
    """Who issues: the profile that every credential names."""
    return {"id": absolute("credentials:issuer"), "type": ["Profile"], "name": name, "url": settings.BASE_URL}


def achievement_of(kind: str, level: str, curriculum) -> dict:
    """What was achieved: one for each kind, level and curriculum."""
    words = words_in("en")
    title = words[level] if level else words[kind]
    says = words[f"{level}_may"] if level else "The holder has completed a training of this curriculum."
    return {
        "id": absolute("credentials:achievement", kind, level or NO_LEVEL, curriculum.code),
        "type": ["Achievement"],
        "achievementType": "Certificate",
        "name": designate(f"{title}: {curriculum.title}"),
        "description": says,
        "criteria": {"narrative": CRITERIA[CertificateKind(kind)]},
        "inLanguage": "en",
    }


def credential_of(certificate: Certificate, *, name: str) -> dict:
    """The credential without its proof; `name` is as much of the holder's name as may be told, empty for none."""
    facts, zone = certificate.facts, ZoneInfo(certificate.institution.jurisdiction.time_zone)
    achievement = achievement_of(certificate.kind, certificate.level, certificate.curriculum)
    found = {
        "@context": CONTEXTS,
        "id": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, facts['address'])}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": achievement["name"],
        "issuer": issuer_profile(facts["issuing_body"]),
        "validFrom": _instant(certificate.valid_from, time.min, zone),
        "credentialSubject": _subject(certificate, achievement, name),
        "credentialStatus": status_entries(certificate.pk, absolute),
        "credentialSchema": [{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
        "evidence": [_evidence(certificate)],
    }
    if certificate.valid_until:
        found["validUntil"] = _instant(certificate.valid_until, time(23, 59, 59), zone)
    return found


def _subject(certificate: Certificate, achievement: dict, name: str) -> dict:
    """The holder by an identifier of this certificate alone, and by name as far as it may be told."""
    holder = uuid.uuid5(uuid.NAMESPACE_URL, f"holder of {certificate.facts['address']}")
    found = {
        "id": f"urn:uuid:{holder}",
        "type": ["AchievementSubject"],
        "achievement": achievement,
    }
    if name:
        found["identifier"] = [
            {"type": "IdentityObject", "identityType": "name", "identityHash": name, "hashed": False}
        ]  # fmt: skip
    return found


def _evidence(certificate: Certificate) -> dict:
    """Where its state today can be read, and where the transparency log has it."""
    entry = certificate.facts.get("log_entry")
    logged = f" Entry {entry} of the transparency log." if entry else ""
    return {
        "id": certificate.facts["address"],
        "type": ["Evidence"],
        "name": f"Certificate {certificate.number}",
        "narrative": f"SHA-256 of the document: {certificate.document_sha256 or 'none'}.{logged}",
    }


def _instant(day: date, at: time, zone: ZoneInfo) -> str:
    """The first or last second of a day where the institution is, in UTC."""
    return datetime.combine(day, at, zone).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
