"""Public verification: is this certificate genuine, and in force today? A wrong code gets the same page and time."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lms.core.clock import today
from lms.core.http import attachment
from lms.core.rate_limits import limited
from lms.core.tokens import normalise_code

from ..badges import with_words
from ..choices import State
from ..credentials import can_sign, credential_jwt
from ..evidence import facts_of
from ..forms.certificates import CodeForm
from ..holder_name import shown_by_curriculum, shown_name
from ..log import mark_of
from ..models import Certificate, CertificateEvent, LogEntry
from ..validity import days_left, state_on

LONGEST = 60
JOINED = ("replaced_by", "curriculum", "edition", "scheme", "institution__jurisdiction")
SHOWN = (
    "code", "number", "kind", "level", "holder_name", "valid_from", "valid_until", "facts", "document_sha256",
    "curriculum__code", "curriculum__title", "edition__label", "scheme__title", "scheme__issuing_body",
    "scheme__shows_holder", "replaced_by__code", "replaced_by__number", "replaced_by__valid_from",
    "replaced_by__replaces", "institution__jurisdiction__time_zone",
)  # fmt: skip
VC_JWT = "application/vc+jwt"


@login_not_required
@limited("verify", "30/m")
@require_http_methods(["GET", "HEAD", "POST"])
def certificate_lookup(request: HttpRequest) -> HttpResponse:
    """Type a code; a readable one leads to its page."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("verify:certificate_verify", code=form.cleaned_data["code"])
    return unkept(render(request, "certification/certificate_lookup.html", {"form": form}))


@login_not_required
@limited("verify", "30/m")
@require_safe
def certificate_verify(request: HttpRequest, code: str) -> HttpResponse:
    """What the certificate behind the code is today; a wrong code gets the same page by the same queries."""
    certificate = find(code)
    context = {"certificate": certificate, "lines": lines_of(certificate, code), "form": CodeForm()}
    if certificate:
        context |= {"holder": shown_name(certificate), "signs": can_sign()}
    return unkept(render(request, "certification/certificate_verify.html", context))


@login_not_required
@limited("verify", "30/m")
@require_safe
def certificate_proof(request: HttpRequest, code: str) -> HttpResponse:
    """The digital credential for whoever has the code, with as much of the name as the scheme allows."""
    certificate = find(code)
    if certificate is None or not certificate.facts or not can_sign():
        raise Http404
    content = credential_jwt(certificate, name=shown_name(certificate)).encode()
    return unkept(attachment(content, f"{certificate.number}.jwt", VC_JWT))


def find(code: str) -> Certificate | None:
    """The certificate of a full code, in any case and spacing; never of a part of one.

    Only what the page says is read, and the state is worked out here by the rule that `with_state` says in SQL: a third
    of the time. A wrong code asks about events as well.
    """
    rows = Certificate.objects.select_related(*JOINED).only(*SHOWN).order_by()
    found = next(iter(rows.filter(code=normalise_code(code[:LONGEST]))[:1]), None)
    if found is None:
        list(CertificateEvent.objects.filter(certificate=0))
        return None
    found.shown = found.scheme.shows_holder if found.scheme else shown_by_curriculum(found.curriculum_id)
    found.on_day = today(found.institution.jurisdiction.time_zone)
    found.state = state_on(facts_of(found), found.on_day)
    with_words(found)
    if found.state == State.REPLACED and found.valid_until and days_left(found.valid_until, found.on_day) < 0:
        found.state_word = f"{State.EXPIRED.label}, {State.REPLACED.label}"
    return found


def lines_of(certificate: Certificate | None, code: str) -> list[LogEntry]:
    """What the transparency log says about it; asked for a wrong code as well, so that both take their time."""
    mark = mark_of(certificate.number if certificate else "", certificate.code if certificate else code)
    return list(LogEntry.objects.filter(certificate=mark).order_by("number"))


def unkept(response: HttpResponse) -> HttpResponse:
    """Kept by no cache and no search engine: the answer is today's."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
