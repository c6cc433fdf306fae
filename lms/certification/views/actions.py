"""What the office does with a certificate: one page that asks, one service that acts."""

from collections.abc import Callable

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lms.core.clock import today
from lms.core.http import attempt, get_visible_or_404, require
from lms.core.rules import RuleBroken

from ..forms import EventForm
from ..models import Certificate
from ..permissions import may_change_standing
from ..services import promote_certificate, reinstate_certificate, suspend_certificate, withdraw_certificate

ask_or_act = require_http_methods(["GET", "HEAD", "POST"])


@ask_or_act
def certificate_suspend(request, pk: int):
    words = {
        "title": _("Suspend this certificate?"),
        "text": _("From that day on the trainer can neither deliver nor open trainer materials, until reinstated."),
        "submit": _("Suspend"),
        "kind": "harm",
    }
    return _event(request, pk, suspend_certificate, words, success=_("The certificate is suspended."))


@ask_or_act
def certificate_reinstate(request, pk: int):
    words = {
        "title": _("Reinstate this certificate?"),
        "text": _("From that day on it is in force again, until its last day."),
        "submit": _("Reinstate"),
    }
    return _event(request, pk, reinstate_certificate, words, success=_("The certificate is reinstated."))


@ask_or_act
def certificate_withdraw(request, pk: int):
    words = {
        "title": _("Withdraw this certificate?"),
        "text": _("This is for good: a withdrawn certificate is never in force again. It stays in the register."),
        "submit": _("Withdraw for good"),
        "kind": "harm",
    }
    return _event(request, pk, withdraw_certificate, words, success=_("The certificate is withdrawn."))


@ask_or_act
def certificate_promote(request, pk: int):
    """From provisional to certified: a new certificate that replaces this one from today."""
    certificate = _mine_to_change(request, pk)
    if request.method == "POST":
        try:
            new = promote_certificate(certificate, by=request.user)
        except RuleBroken as refusal:
            for message in refusal.messages:
                messages.error(request, message)
            return redirect("certification:certificate_detail", pk=pk)
        messages.success(request, _("Promoted: the new certificate replaces the provisional one from today."))
        return redirect("certification:certificate_detail", pk=new.pk)
    words = {
        "title": _("Promote to certified?"),
        "text": _("A new certificate replaces the provisional one from today. The old one stays in the chain."),
        "submit": _("Promote"),
    }
    return _ask(request, certificate, None, words)


def _event(request, pk: int, act: Callable, words: dict, *, success: str):
    certificate = _mine_to_change(request, pk)
    day = today(certificate.institution.jurisdiction.time_zone)
    form = EventForm(request.POST or None, initial={"effective_on": day})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        if attempt(request, lambda: act(certificate, **values, by=request.user), success=success):
            return redirect("certification:certificate_detail", pk=pk)
    return _ask(request, certificate, form, words)


def _mine_to_change(request, pk: int) -> Certificate:
    rows = Certificate.objects.select_related("person", "institution__jurisdiction")
    certificate = get_visible_or_404(rows, request.user, pk=pk)
    require(may_change_standing(request.user, certificate))
    return certificate


def _ask(request, certificate: Certificate, form, words: dict):
    facts = [
        {"label": _("Certificate"), "value": certificate.number},
        {"label": _("Holder"), "value": certificate.holder_name},
        {"label": _("Valid from"), "value": date_format(certificate.valid_from, "j F Y")},
    ]
    cancel = reverse("certification:certificate_detail", args=[certificate.pk])
    context = {"form": form, "facts": facts, "cancel_url": cancel, **words}
    return render(request, "certification/certificate_confirm.html", context)
