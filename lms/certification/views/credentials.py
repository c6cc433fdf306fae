"""What a digital credential points at, for programs of the world: issuer, keys, achievements, status lists."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from curricula.models import Curriculum
from lms.core.http import SignedInRequest, attachment, get_visible_or_404
from lms.core.rate_limits import limited

from ..choices import CertificateKind, Level
from ..credentials import PURPOSES, achievement_of, can_sign, credential_jwt, issuer_profile, ring, status_jwt
from ..credentials.claims import NO_LEVEL, absolute
from ..credentials.status import is_list
from ..models import Certificate
from ..services import note_download
from .verification import VC_JWT

#: Whatever stands before a program that checks credentials may keep the answer so long.
KEPT = "public, max-age=300"


def for_programs(view: Callable) -> Callable:
    """A public answer that programs of any site may read, limited by address."""

    @login_not_required
    @limited("credentials", "120/m")
    @require_safe
    @wraps(view)
    def answer(request: SignedInRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers.setdefault("Cache-Control", KEPT)
        return response

    return answer


@for_programs
def issuer(request: SignedInRequest) -> HttpResponse:
    """The issuer's profile, with where its keys are."""
    return JsonResponse({**issuer_profile(), "publicKey": absolute("credentials:keys")})


@for_programs
def keys(request: SignedInRequest) -> HttpResponse:
    """Every public key as a JWK set, the signing one first; empty where nothing is signed."""
    return JsonResponse({"keys": [one.as_jwk() for one in ring().keys]})


@for_programs
def key(request: SignedInRequest, kid: str) -> HttpResponse:
    """The key that a credential names."""
    found = ring().find(kid)
    if found is None:
        raise Http404
    return JsonResponse(found.as_jwk())


@for_programs
def achievement(request: SignedInRequest, kind: str, level: str, curriculum: str) -> HttpResponse:
    """What a credential is about."""
    if kind not in CertificateKind.values or (level != NO_LEVEL) != (kind == CertificateKind.TRAINER):
        raise Http404
    if level != NO_LEVEL and level not in Level.values:
        raise Http404
    row = get_object_or_404(Curriculum, code=curriculum)
    return JsonResponse(achievement_of(kind, "" if level == NO_LEVEL else level, row))


@for_programs
def status_list(request: SignedInRequest, purpose: str, number: int) -> HttpResponse:
    """Revoked or suspended today, as a signed list made from the certificates as they are now."""
    if purpose not in PURPOSES or not can_sign() or not is_list(number):
        raise Http404
    return HttpResponse(status_jwt(purpose, number), content_type=VC_JWT)


@require_safe
def certificate_credential(request: SignedInRequest, pk: int) -> HttpResponse:
    """The credential with the full name, for whoever may have the document; each download is logged."""
    rows = Certificate.objects.readable_by(request.user).select_related("curriculum", "institution__jurisdiction")
    certificate = get_visible_or_404(rows, request.user, pk=pk)
    if not certificate.facts or not can_sign():
        raise Http404
    content = credential_jwt(certificate, name=certificate.holder_name).encode()
    note_download(certificate, by=request.user)
    return attachment(content, f"{certificate.number}.jwt", VC_JWT)
