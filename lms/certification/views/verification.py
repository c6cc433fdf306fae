"""Public verification: is this certificate genuine, and in force today? A wrong code gets the same page and time."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lms.core.limits import limited
from lms.core.tokens import normalise_code

from ..forms import CodeForm
from ..models import Certificate
from ..tones import with_words

LONGEST = 60


@login_not_required
@limited("verify", "30/m/ip")
@require_http_methods(["GET", "HEAD", "POST"])
def certificate_lookup(request):
    """Type a code; a readable one leads to its page."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("verify:certificate_verify", code=form.cleaned_data["code"])
    return unkept(render(request, "certification/certificate_lookup.html", {"form": form}))


@login_not_required
@limited("verify", "30/m/ip")
@require_safe
def certificate_verify(request, code: str):
    """What the certificate behind the code is today; for a wrong code the same page without one. One query each."""
    return unkept(
        render(request, "certification/certificate_verify.html", {"certificate": find(code), "form": CodeForm()})
    )


def find(code: str) -> Certificate | None:
    """The certificate of a full code, in any case and spacing; never of a part of one."""
    rows = Certificate.objects.with_state().select_related(
        "replaced_by", "curriculum", "edition", "scheme", "institution__jurisdiction"
    )
    found = rows.filter(code=normalise_code(code[:LONGEST])).first()
    return with_words(found) if found else None


def unkept(response):
    """Kept by no cache and no search engine: the answer is today's."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
