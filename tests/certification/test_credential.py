"""Digital credentials: verified by libraries that know nothing of us, revoked by a list, signed by keys that rotate."""

import base64
import gzip
import json
import os
from datetime import UTC, datetime
from urllib.parse import urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.urls import reverse
from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier

from lms.certification.choices import EventKind, HolderShown
from lms.certification.credentials import KeyTrouble, can_sign, credential_jwt, ring
from lms.certification.credentials.keys import make_key
from lms.certification.credentials.status import BITS, encode
from lms.certification.models import CertificateEvent, Scheme
from lms.certification.services import issue_completion_certificates
from lms.core.clock import today
from tests import factories as make

from .scenes import verified_training

BASE = "https://cascade.example"


@pytest.fixture(autouse=True)
def site(settings, tmp_path):
    cache.clear()
    settings.BASE_URL = BASE
    settings.CREDENTIAL_KEYS_DIR = str(tmp_path / "keys")
    settings.CREDENTIAL_KEY_PEM = ""


@pytest.fixture
def key(site, settings, tmp_path):
    return make_key(tmp_path / "keys")


@pytest.fixture
def row(cast, key):
    (issued,) = issue_completion_certificates(verified_training(1), by=None)
    return issued


def fetch(client, address: str) -> bytes:
    """As a verifier somewhere in the world fetches it."""
    assert address.startswith(BASE)
    answer = client.get(urlsplit(address).path)
    assert answer.status_code == 200, address
    assert answer["Access-Control-Allow-Origin"] == "*"
    return answer.content


def public_key(client, token: str):
    """The key that the token names, from where it is published."""
    return jwt.PyJWK(json.loads(fetch(client, jwt.get_unverified_header(token)["kid"]))).key


def public_pem(client, token: str) -> bytes:
    return public_key(client, token).public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def public_token(client, row) -> str:
    answer = client.get(reverse("verify:certificate_proof", args=[row.code]))
    assert answer.status_code == 200 and answer["Content-Type"] == "application/vc+jwt"
    return answer.content.decode()


def checked(client, token: str):
    """By a verifier of Open Badges that is not ours, with its status lists and their signatures."""
    return OB3Verifier(public_pem(client, token)).verify(
        token, check_status=True, download=lambda url, *args, **kwargs: fetch(client, url)
    )


# Two independent verifiers --------------------------------------------------------------------------------------------


def test_a_verifier_of_open_badges_accepts_it_with_its_status_lists(client, row):
    found = checked(client, public_token(client, row))

    assert found.issuer.name == row.facts["issuing_body"]
    assert found.achievement.name == f"Certificate of completion: {row.curriculum.title}"


def test_pyjwt_and_cryptography_accept_it_and_no_other_key_does(client, row, tmp_path):
    token = public_token(client, row)
    claims = jwt.decode(token, public_key(client, token), algorithms=["EdDSA"], options={"verify_aud": False})

    assert claims["iss"] == claims["issuer"]["id"] == f"{BASE}/credentials/issuer/"
    assert claims["sub"] == claims["credentialSubject"]["id"]
    other = make_key(tmp_path / "other")
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(token, jwt.PyJWK(other.as_jwk()).key, algorithms=["EdDSA"])


def test_a_changed_letter_breaks_it(client, row):
    token = public_token(client, row)
    head, body, seal = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))
    claims["name"] = "Senior trainer"
    forged = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()

    with pytest.raises(OB3VerificationError):
        checked(client, f"{head}.{forged}.{seal}")


@pytest.mark.parametrize("kind", [EventKind.WITHDRAWN, EventKind.SUSPENDED])
def test_revoked_and_suspended_are_refused_and_reinstated_is_good_again(client, row, kind):
    token = public_token(client, row)
    CertificateEvent.objects.create(certificate=row, kind=kind, effective_on=today(), reason="An inquiry.")

    with pytest.raises(OB3VerificationError, match="revo|suspen"):
        checked(client, token)

    if kind == EventKind.SUSPENDED:
        CertificateEvent.objects.create(
            certificate=row, kind=EventKind.REINSTATED, effective_on=today(), reason="Nothing found."
        )
        assert checked(client, token)


def test_what_a_newer_certificate_replaced_is_revoked(client, cast, row):
    old = cast.trainer_person.certificates.get()
    make.TrainerCertificateFactory(person=old.person, replaces=old, valid_from=today())

    assert bits(client, "revocation") == {old.pk}
    assert bits(client, "suspension") == set()


def test_an_expired_one_is_refused(client, cast, key):
    (row,) = issue_completion_certificates(verified_training(1), by=None)
    row.valid_until = row.valid_from

    token = credential_jwt(row, name="")

    with pytest.raises(OB3VerificationError, match="[Ee]xpired"):
        checked(client, token)


# Form -----------------------------------------------------------------------------------------------------------------

REQUIRED = {
    (): ["@context", "id", "type", "issuer", "validFrom", "credentialSubject", "name"],
    ("issuer",): ["id", "type"],
    ("credentialSubject",): ["type", "achievement"],
    ("credentialSubject", "achievement"): ["id", "type", "name", "description", "criteria"],
    ("credentialSubject", "achievement", "criteria"): ["narrative"],
    ("credentialStatus", 0): ["id", "type", "statusPurpose", "statusListIndex", "statusListCredential"],
    ("credentialSchema", 0): ["id", "type"],
}


def test_every_property_that_open_badges_require_is_there(client, row):
    claims = jwt.decode(public_token(client, row), options={"verify_signature": False})

    for path, names in REQUIRED.items():
        part = claims
        for step in path:
            part = part[step]
        assert [name for name in names if not part.get(name)] == [], path
    assert claims["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert {"VerifiableCredential", "OpenBadgeCredential"} <= set(claims["type"])
    assert datetime.fromisoformat(claims["validFrom"]).timestamp() == claims["nbf"]
    assert jwt.get_unverified_header(public_token(client, row))["alg"] == "EdDSA"


def test_the_days_are_the_institutions_own(client, cast, key):
    row = cast.trainer_person.certificates.get()
    row.facts = {"address": f"{BASE}/verify/x/", "issuing_body": "SEESAC"}
    claims = jwt.decode(credential_jwt(row, name=""), options={"verify_signature": False})

    first = datetime.fromisoformat(claims["validFrom"]).astimezone(UTC)
    assert (first.hour, claims["exp"] % 60) == (23 if row.valid_from.month in (1, 2, 11, 12) else first.hour, 59)


def test_everything_it_points_at_is_there(client, row):
    claims = jwt.decode(public_token(client, row), options={"verify_signature": False})

    assert json.loads(fetch(client, claims["iss"]))["name"] == "SEESAC"
    achievement = claims["credentialSubject"]["achievement"]
    assert json.loads(fetch(client, achievement["id"])) == achievement
    assert client.get(urlsplit(claims["evidence"][0]["id"]).path).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "trainer/completed/x",
        "completion/certified/x",
        "trainer/king/x",
        "nothing/certified/x",
        "trainer/certified/none",
    ],
)
def test_an_achievement_that_does_not_exist_is_not_found(client, row, path):
    assert (
        client.get(f"/credentials/achievements/{path.replace('/x', '/' + row.curriculum.code)}.json").status_code == 404
    )


# The name, as the scheme allows ---------------------------------------------------------------------------------------


def names_in(token: str) -> list[str]:
    subject = jwt.decode(token, options={"verify_signature": False})["credentialSubject"]
    return [one["identityHash"] for one in subject.get("identifier", [])]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [(HolderShown.FULL, "Đorđe Čarni"), (HolderShown.INITIALS, "Đ. Č."), (HolderShown.HIDDEN, None)],
)
def test_the_public_one_says_no_more_than_verification_does(client, cast, key, shown, expected):
    training = verified_training(1)
    person = training.enrolments.get().person
    person.given_name, person.family_name = "Đorđe", "Čarni"
    person.save()
    make.SchemeFactory(curriculum=training.curriculum)
    Scheme.objects.filter(curriculum=training.curriculum).update(shows_holder=shown)
    (row,) = issue_completion_certificates(training, by=None)

    page = client.get(reverse("verify:certificate_verify", args=[row.code])).content.decode()

    assert names_in(public_token(client, row)) == ([expected] if expected else [])
    assert ("Đorđe" in page) is (shown == HolderShown.FULL)
    assert ("Đ. Č." in page) is (shown == HolderShown.INITIALS)


def test_the_holders_own_has_the_name_whatever_the_public_sees(cast, as_user, row):
    Scheme.objects.update(shows_holder=HolderShown.HIDDEN)

    answer = as_user(cast.office).get(reverse("certification:certificate_credential", args=[row.pk]))

    assert names_in(answer.content.decode()) == [row.holder_name]
    assert answer["Content-Disposition"] == f'attachment; filename="{row.number}.jwt"'


def test_nobody_elses_full_credential_can_be_had(cast, as_user, row):
    for user in (cast.focal_away, cast.observer, cast.stranger):
        assert as_user(user).get(reverse("certification:certificate_credential", args=[row.pk])).status_code == 404


# Status lists ---------------------------------------------------------------------------------------------------------


def bits(client, purpose: str, number: int = 0) -> set[int]:
    token = client.get(f"/credentials/status/{purpose}/{number}/").content.decode()
    claims = jwt.decode(token, public_key(client, token), algorithms=["EdDSA"], options={"verify_aud": False})
    subject = claims["credentialSubject"]
    assert subject["statusPurpose"] == purpose and subject["encodedList"][0] == "u"
    raw = gzip.decompress(base64.urlsafe_b64decode(subject["encodedList"][1:] + "=="))
    assert len(raw) * 8 == BITS
    return {8 * at + bit for at, byte in enumerate(raw) for bit in range(8) if byte & (0x80 >> bit)}


def test_a_list_is_made_from_the_facts_of_the_moment(client, row):
    assert bits(client, "revocation") == bits(client, "suspension") == set()

    CertificateEvent.objects.create(certificate=row, kind=EventKind.WITHDRAWN, effective_on=today(), reason=".")

    assert bits(client, "revocation") == {row.pk}


def test_positions_are_counted_from_the_left():
    packed = encode([0, 9])
    raw = gzip.decompress(base64.urlsafe_b64decode(packed[1:] + "=="))

    assert raw[:2] == b"\x80\x40" and encode([0, 9]) == packed


@pytest.mark.parametrize("path", ["revocation/1", "revocation/99999999999999999999", "secrets/0"])
def test_a_list_that_does_not_exist_is_not_found(client, row, path):
    assert client.get(f"/credentials/status/{path}/").status_code == 404


# Keys -----------------------------------------------------------------------------------------------------------------


def test_without_a_key_everything_works_and_there_is_no_credential(client, cast, as_user):
    (row,) = issue_completion_certificates(verified_training(1), by=None)

    page = client.get(reverse("verify:certificate_verify", args=[row.code])).content.decode()

    assert not can_sign() and "There is no digital credential here" in page
    for address in (f"/verify/{row.code}/credential/", "/credentials/status/revocation/0/", "/credentials/keys/x.json"):
        assert client.get(address).status_code == 404
    assert client.get("/credentials/keys.json").json() == {"keys": []}
    assert as_user(cast.office).get(f"/certificates/{row.pk}/credential/").status_code == 404
    with pytest.raises(KeyTrouble):
        credential_jwt(row, name="")


def test_a_new_key_signs_and_what_the_old_one_signed_stays_good(client, row, key, tmp_path):
    before = public_token(client, row)
    call_command("credential_key", "new")
    after = public_token(client, row)

    kids = [jwt.get_unverified_header(token)["kid"] for token in (before, after)]
    assert kids[0] != kids[1] and kids[0].endswith(f"{key.kid}.json")
    assert checked_claims(client, before) and checked_claims(client, after)
    assert [one["kid"] for one in client.get("/credentials/keys.json").json()["keys"]][1] == key.kid


def checked_claims(client, token: str) -> dict:
    return jwt.decode(token, public_key(client, token), algorithms=["EdDSA"], options={"verify_aud": False})


def test_a_retired_key_keeps_its_public_half_and_nothing_else(client, row, key, tmp_path, capsys):
    before = public_token(client, row)
    with pytest.raises(CommandError, match="only key that signs"):
        call_command("credential_key", "retire", "--", key.kid[:8])
    call_command("credential_key", "new")
    call_command("credential_key", "retire", "--", key.kid[:8])
    call_command("credential_key", "list")

    assert checked_claims(client, before)
    kept = [path.read_bytes() for path in (tmp_path / "keys").glob("*.pub.pem")]
    assert len(kept) == 1 and b"PRIVATE" not in kept[0]
    assert len(list((tmp_path / "keys").iterdir())) == 2
    said = capsys.readouterr().out
    assert f"{key.kid}  retired" in said and "signs" in said


def test_no_private_half_is_ever_published(client, row):
    for address in ("/credentials/keys.json", f"/credentials/keys/{ring().signer.kid}.json", "/credentials/issuer/"):
        assert '"d"' not in client.get(address).content.decode()


def test_key_files_are_for_their_owner_alone(key, tmp_path, capsys):
    (path,) = (tmp_path / "keys").iterdir()
    assert path.stat().st_mode & 0o777 == 0o600 and (tmp_path / "keys").stat().st_mode & 0o077 == 0

    os.chmod(path, 0o644)
    call_command("credential_key", "list")

    assert not can_sign()
    assert "can be read by others" in capsys.readouterr().err


def test_a_key_may_come_in_a_variable(client, cast, settings, key, tmp_path):
    (path,) = (tmp_path / "keys").iterdir()
    settings.CREDENTIAL_KEY_PEM = path.read_text().replace("\n", "\\n")
    settings.CREDENTIAL_KEYS_DIR = ""
    (row,) = issue_completion_certificates(verified_training(1), by=None)

    assert checked_claims(client, public_token(client, row))


def test_no_key_is_made_inside_the_code(settings):
    settings.CREDENTIAL_KEYS_DIR = str(settings.BASE_DIR / "lms" / "keys")
    with pytest.raises(CommandError, match="inside the code"):
        call_command("credential_key", "new")
    settings.CREDENTIAL_KEYS_DIR = ""
    with pytest.raises(CommandError, match="CREDENTIAL_KEYS_DIR is not set"):
        call_command("credential_key", "new")


def test_the_demo_makes_its_own_key_once(settings, tmp_path):
    settings.CREDENTIAL_KEYS_MADE_HERE = True

    assert ring().signer == ring().signer and can_sign()
    assert len(list((tmp_path / "keys").iterdir())) == 1


def test_what_is_no_key_is_named(settings):
    settings.CREDENTIAL_KEY_PEM = "-----BEGIN PRIVATE KEY-----\nnonsense\n-----END PRIVATE KEY-----"
    with pytest.raises(KeyTrouble, match="is no key"):
        ring()
