"""Doors of certificates and of their public verification."""

from django.core.files.base import ContentFile

from lms.certification.choices import Level
from lms.certification.models import Certificate
from lms.core.clock import today
from tests.access.door import Door


def own(w) -> dict:
    return {"pk": w.certificate.pk}


def documented(w) -> dict:
    """The trainer's certificate with its document."""
    w.certificate.document.save("x.pdf", ContentFile(b"%PDF-1.4"))
    return {"pk": w.certificate.pk}


def suspended(w) -> dict:
    w.certificate.events.create(kind="suspended", effective_on=today(), reason="An inquiry.", by=w.office)
    return {"pk": w.certificate.pk}


def completion(w) -> dict:
    return {"pk": w.certificate_completion.pk}


def provisional(w) -> dict:
    """A provisional certificate of the same trainer."""
    row = Certificate.objects.get(pk=w.certificate.pk)
    row.pk, row.level, row.number, row.code = None, Level.PROVISIONAL, "PSSM-T-2026-P", "2222-3333-4444-5555"
    row.save()
    return {"pk": row.pk}


VISIBLE = {"trainer": 200, "focal": 200, "office": 200, "others": 404}
DECIDES = {"trainer": 403, "focal": 403, "others": 404}
EVENT = {"effective_on": today().isoformat(), "reason": "Decided by the programme."}

DOORS = [
    Door("certification:certificate_list", expect={"others": 200}),
    Door("certification:certificate_detail", kwargs=own, expect=VISIBLE),
    Door(
        "certification:certificate_detail",
        kwargs=completion,
        expect={"trainee": 200, "trainer": 200, "focal": 200, "office": 200, "others": 404},
        note="of a trainee, taught by the trainer",
    ),
    Door("certification:certificate_download", kwargs=documented, expect=VISIBLE),
    Door(
        "certification:certificate_download",
        kwargs=completion,
        expect={"trainee": 302, "focal": 302, "office": 302, "others": 404},
        note="not made yet, of a trainee: not for the trainer who taught it",
    ),
    Door("certification:certificate_suspend", kwargs=own, expect={**DECIDES, "office": 200}),
    Door("certification:certificate_suspend", kwargs=own, method="POST", data=EVENT, expect={**DECIDES, "office": 302}),
    Door("certification:certificate_reinstate", kwargs=suspended, expect={**DECIDES, "office": 200}),
    Door(
        "certification:certificate_reinstate",
        kwargs=suspended,
        method="POST",
        data=EVENT,
        expect={**DECIDES, "office": 302},
    ),
    Door("certification:certificate_withdraw", kwargs=own, expect={**DECIDES, "office": 200}),
    Door(
        "certification:certificate_withdraw", kwargs=own, method="POST", data=EVENT, expect={**DECIDES, "office": 302}
    ),
    Door("certification:certificate_promote", kwargs=provisional, expect={**DECIDES, "office": 200}),
    Door("certification:certificate_promote", kwargs=provisional, method="POST", expect={**DECIDES, "office": 302}),
    Door("verify:certificate_lookup", expect={"public": 200, "others": 200}),
    Door(
        "verify:certificate_lookup",
        method="POST",
        data=lambda w: {"code": w.certificate.code},
        expect={"public": 302, "others": 302},
    ),
    Door(
        "verify:certificate_verify",
        kwargs=lambda w: {"code": w.certificate.code},
        expect={"public": 200, "others": 200},
    ),
]
