"""Views of certificates and of their public verification."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings
from django.core.files.base import ContentFile

from lms.certification.choices import CertificateKind, Level
from lms.certification.credentials import ring
from lms.certification.models import Certificate, IssueBatch
from lms.core.clock import today
from lms.people.choices import RoleKind
from lms.trainings.models import Training
from tests import factories as make
from tests.access.view import View
from tests.cast import user_with


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
    row = make.TrainerCertificateFactory(person=w.certificate.person, level=Level.PROVISIONAL)
    return {"pk": row.pk}


def decided(w) -> dict:
    return {"pk": w.certificate.decision_id}


def asked(w) -> dict:
    """A request of another officer about the trainer's certificate."""
    row = w.certificate.requests.create(
        kind="suspended", effective_on=today(), reason="An inquiry.", requested_by=user_with(RoleKind.OFFICE)
    )
    return {"pk": row.pk}


def asked_by_the_office(w) -> dict:
    row = w.certificate.requests.create(
        kind="suspended", effective_on=today(), reason="An inquiry.", requested_by=w.office
    )
    return {"pk": row.pk}


def scheme(w) -> dict:
    return {"pk": w.certificate.scheme_id}


def with_key(kwargs: dict) -> dict:
    """The same, on a machine that has a key to sign with."""
    settings.CREDENTIAL_KEY_PEM = settings.CREDENTIAL_KEY_PEM or KEY
    return kwargs


def signed(w) -> dict:
    return with_key({"pk": with_facts(w.certificate).pk})


def proof(w) -> dict:
    return with_key({"code": with_facts(w.certificate).code})


def with_facts(row) -> Certificate:
    """Another certificate of the same trainer, with what a credential is made from."""
    facts = {"address": "https://cascade.example/verify/2222-3333-4444-6666/", "issuing_body": "SEESAC"}
    return make.TrainerCertificateFactory(person=row.person, code="2222-3333-4444-6666", facts=facts)


def signing_key(w) -> dict:
    with_key({})
    return {"kid": ring().signer.kid}


def achieved(w) -> dict:
    return {"kind": "trainer", "level": "certified", "curriculum": w.certificate.curriculum.code}


def batch(w) -> dict:
    """An issue of certificates of completion in the home institution that stands still."""
    row = IssueBatch.objects.create(training=w.certificate_completion.training, kind=CertificateKind.COMPLETION)
    Training.objects.filter(pk=row.training_id).update(status="verified")
    return {"pk": row.pk}


def trainer_batch(w) -> dict:
    row = IssueBatch.objects.create(training=w.certificate.training, kind=CertificateKind.TRAINER)
    return {"pk": row.pk}


#: Made for the matrix alone.
KEY = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
VISIBLE = {"trainer": 200, "focal": 200, "office": 200, "others": 404}
DECIDES = {"trainer": 403, "focal": 403, "others": 404}
RULES = {
    "any-attendance": "90", "any-post_test": "70", "any-teach_back": "2", "certified-co_delivery": "1",
    "validity_months": "36", "provisional_months": "12", "renewal_opens_months": "6", "grace_months": "3",
    "note": "Stricter.", "adopt": "1",
}  # fmt: skip
EVENT = {"effective_on": today().isoformat(), "reason": "Decided by the programme."}

VIEWS = [
    View("certification:certificate_list", expect={"others": 200}),
    View("certification:certificate_detail", kwargs=own, expect=VISIBLE),
    View(
        "certification:certificate_detail",
        kwargs=completion,
        expect={"trainee": 200, "trainer": 200, "focal": 200, "office": 200, "others": 404},
        note="of a trainee, taught by the trainer",
    ),
    View("certification:certificate_download", kwargs=documented, expect=VISIBLE),
    View(
        "certification:certificate_download",
        kwargs=completion,
        expect={"trainee": 302, "focal": 302, "office": 302, "others": 404},
        note="not made yet, of a trainee: not for the trainer who taught it",
    ),
    View("certification:certificate_suspend", kwargs=own, expect={**DECIDES, "office": 200}),
    View("certification:certificate_suspend", kwargs=own, method="POST", data=EVENT, expect={**DECIDES, "office": 302}),
    View("certification:certificate_reinstate", kwargs=suspended, expect={**DECIDES, "office": 200}),
    View(
        "certification:certificate_reinstate",
        kwargs=suspended,
        method="POST",
        data=EVENT,
        expect={**DECIDES, "office": 302},
    ),
    View("certification:certificate_withdraw", kwargs=own, expect={**DECIDES, "office": 200}),
    View(
        "certification:certificate_withdraw", kwargs=own, method="POST", data=EVENT, expect={**DECIDES, "office": 302}
    ),
    View("certification:certificate_promote", kwargs=provisional, expect={**DECIDES, "office": 200}),
    View("certification:certificate_promote", kwargs=provisional, method="POST", expect={**DECIDES, "office": 302}),
    *(
        View(f"certification:certificate_{act}", kwargs=own, method=method, data=data, expect={**DECIDES, "office": to})
        for act, said in (("renew", {}), ("advance", {}), ("correct", {"reason": "Misspelt.", "language": "en"}))
        for method, data, to in (("GET", {}, 200), ("POST", said, 302))
    ),
    View("certification:decision_record", kwargs=decided, expect=VISIBLE),
    View("certification:request_list", expect={"office": 200, "others": 403}),
    View("certification:request_decide", kwargs=asked, expect={"office": 200, "others": 404}),
    View(
        "certification:request_decide",
        kwargs=asked,
        method="POST",
        data={"answer": "There is no inquiry."},
        expect={"office": 302, "others": 404},
    ),
    View("certification:request_confirm", kwargs=asked, method="POST", expect={"office": 302, "others": 404}),
    View(
        "certification:request_take_back",
        kwargs=asked_by_the_office,
        method="POST",
        expect={"office": 302, "others": 404},
    ),
    View("certification:scheme_list", expect={"office": 200, "others": 403}),
    View("certification:scheme_detail", kwargs=scheme, expect={"office": 200, "others": 403}),
    View("certification:scheme_change", kwargs=scheme, expect={"office": 200, "others": 403}),
    View(
        "certification:scheme_change",
        kwargs=scheme,
        method="POST",
        data=RULES,
        expect={"office": 302, "others": 403},
    ),
    View("verify:certificate_lookup", expect={"public": 200, "others": 200}),
    View(
        "verify:certificate_lookup",
        method="POST",
        data=lambda w: {"code": w.certificate.code},
        expect={"public": 302, "others": 302},
    ),
    View("certification:certificate_credential", kwargs=signed, expect=VISIBLE, note="a key is there"),
    View("certification:batch_detail", kwargs=batch, expect={"focal": 200, "office": 200, "others": 404}),
    View("certification:batch_progress", kwargs=batch, expect={"focal": 200, "office": 200, "others": 404}),
    View("certification:batch_retry", kwargs=batch, method="POST", expect={"focal": 302, "office": 302, "others": 404}),
    View("certification:batch_detail", kwargs=trainer_batch, expect={"office": 200, "others": 404}, note="of a ToT"),
    View("verify:certificate_proof", kwargs=proof, expect={"public": 200, "others": 200}),
    View("verify:log_list", expect={"public": 200, "others": 200}),
    View("verify:log_file", expect={"public": 200, "others": 200}),
    View("credentials:issuer", expect={"public": 200, "others": 200}),
    View("credentials:keys", expect={"public": 200, "others": 200}),
    View("credentials:key", kwargs=signing_key, expect={"public": 200, "others": 200}),
    View("credentials:achievement", kwargs=achieved, expect={"public": 200, "others": 200}),
    View(
        "credentials:status_list",
        kwargs=lambda w: with_key({"purpose": "revocation", "number": 0}),
        expect={"public": 200, "others": 200},
    ),
    View(
        "verify:certificate_verify",
        kwargs=lambda w: {"code": w.certificate.code},
        expect={"public": 200, "others": 200},
    ),
]
