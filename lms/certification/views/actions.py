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

from ..choices import Act, EventKind
from ..forms.certificates import CorrectionForm, EventForm
from ..models import Certificate
from ..permissions import may_change_standing
from ..services import (
    advance_certificate,
    correct_certificate,
    promote_certificate,
    propose_later,
    renew_certificate,
    request_standing,
)

ask_or_act = require_http_methods(["GET", "HEAD", "POST"])


# Two people: one asks -------------------------------------------------------------------------------------------------


@ask_or_act
def certificate_suspend(request, pk: int):
    words = {
        "title": _("Ask for a suspension?"),
        "text": _(
            "A second programme officer decides. Confirmed, the trainer can neither deliver nor open trainer materials "
            "from that day on, and never from an earlier day than the confirmation. Until then nothing changes: if it "
            "cannot wait, tell your colleague now."
        ),
        "submit": _("Ask for the suspension"),
        "kind": "harm",
    }
    return _request(request, pk, EventKind.SUSPENDED, words)


@ask_or_act
def certificate_reinstate(request, pk: int):
    words = {
        "title": _("Ask for a reinstatement?"),
        "text": _("A second programme officer decides. From that day on it is in force again, until its last day."),
        "submit": _("Ask for the reinstatement"),
    }
    return _request(request, pk, EventKind.REINSTATED, words)


@ask_or_act
def certificate_withdraw(request, pk: int):
    words = {
        "title": _("Ask for a withdrawal?"),
        "text": _(
            "A second programme officer decides. It is for good: a withdrawn certificate is never in force again. It "
            "stays in the register."
        ),
        "submit": _("Ask for the withdrawal"),
        "kind": "harm",
    }
    return _request(request, pk, EventKind.WITHDRAWN, words)


def _request(request, pk: int, kind: EventKind, words: dict):
    certificate = _mine_to_change(request, pk)
    day = today(certificate.institution.jurisdiction.time_zone)
    form = EventForm(request.POST or None, initial={"effective_on": day})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        said = _("Asked. The other programme officers see it on their first page.")
        if attempt(request, lambda: request_standing(certificate, kind, **values, by=request.user), success=said):
            return redirect("certification:certificate_detail", pk=pk)
    return _ask(request, certificate, form, words)


# A holder's next certificate ------------------------------------------------------------------------------------------


@ask_or_act
def certificate_promote(request, pk: int):
    """From provisional to certified: a new certificate that replaces this one from today."""
    words = {
        "title": _("Promote to certified?"),
        "text": _("A new certificate replaces the provisional one from today. The old one stays in the chain."),
        "submit": _("Promote"),
        "done": _("Promoted: the new certificate replaces the provisional one from today."),
    }
    return _advance(request, pk, Act.PROMOTION, promote_certificate, words)


@ask_or_act
def certificate_renew(request, pk: int):
    """The next certificate at the same level."""
    words = {
        "title": _("Renew this certificate?"),
        "text": _("A new certificate replaces this one from today, and no day of this one is lost."),
        "submit": _("Renew"),
        "done": _("Renewed: the new certificate replaces the old one from today."),
    }
    return _advance(request, pk, Act.RENEWAL, renew_certificate, words)


@ask_or_act
def certificate_advance(request, pk: int):
    """From certified to senior."""
    words = {
        "title": _("Advance to senior trainer?"),
        "text": _("A new certificate replaces this one from today. The old one stays in the chain."),
        "submit": _("Advance"),
        "done": _("Advanced: the new certificate replaces the old one from today."),
    }
    return _advance(request, pk, Act.SENIOR, advance_certificate, words)


def _advance(request, pk: int, act: Act, service: Callable, words: dict):
    certificate = _mine_to_change(request, pk)
    if request.method == "POST":
        return _done(request, pk, lambda: service(certificate, by=request.user), words["done"])
    proposal = propose_later(certificate, act) if certificate.scheme_id and certificate.level else None
    context = {
        **words, **_shown(certificate),
        "requirements": proposal.as_rows() if proposal else [],
        "is_met": proposal is not None and not proposal.blocking,
    }  # fmt: skip
    return render(request, "certification/certificate_advance.html", context)


def _done(request, pk: int, act: Callable[[], Certificate], success: str):
    """The new certificate's page; refused, the old one's with the reason."""
    try:
        new = act()
    except RuleBroken as refusal:
        for message in refusal.messages:
            messages.error(request, message)
        return redirect("certification:certificate_detail", pk=pk)
    messages.success(request, success)
    return redirect("certification:certificate_detail", pk=new.pk)


@ask_or_act
def certificate_correct(request, pk: int):
    """What was printed is wrong: a new certificate with the data as the records have them now."""
    certificate = _mine_to_change(request, pk)
    form = CorrectionForm(request.POST or None, initial={"language": certificate.language})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        said = _("Corrected: the new certificate replaces the wrong one.")
        return _done(request, pk, lambda: correct_certificate(certificate, **values, by=request.user), said)
    words = {
        "title": _("Issue a corrected certificate?"),
        "text": _(
            "First correct the person's record: the new certificate takes name and institution from it. Level and last "
            "day stay; the wrong one stays in the register as replaced."
        ),
        "submit": _("Issue the corrected certificate"),
    }
    now = [
        {"label": _("Name in the records now"), "value": certificate.person.full_name},
        {"label": _("Institution now"), "value": certificate.person.institution},
    ]
    return _ask(request, certificate, form, words, now)


# What they share ------------------------------------------------------------------------------------------------------


def _mine_to_change(request, pk: int) -> Certificate:
    rows = Certificate.objects.select_related("person__institution__jurisdiction", "institution__jurisdiction")
    certificate = get_visible_or_404(rows.select_related("scheme", "training"), request.user, pk=pk)
    require(may_change_standing(request.user, certificate))
    return certificate


def _shown(certificate: Certificate, more=()) -> dict:
    facts = [
        {"label": _("Certificate"), "value": certificate.number},
        {"label": _("Holder"), "value": certificate.holder_name},
        {"label": _("Valid from"), "value": date_format(certificate.valid_from, "j F Y")},
        *more,
    ]
    return {"facts": facts, "cancel_url": reverse("certification:certificate_detail", args=[certificate.pk])}


def _ask(request, certificate: Certificate, form, words: dict, more=()):
    context = {"form": form, **_shown(certificate, more), **words}
    return render(request, "certification/certificate_confirm.html", context)
