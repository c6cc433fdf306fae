"""The list of certificates, one certificate, its document."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.core.http import attachment, get_visible_or_404, page_of
from lms.core.text import tidy
from lms.people.reading import note_names_read

from ..choices import EventKind, Level, State
from ..documents import qr_data
from ..facts import verification_address
from ..forms import CertificateFilter
from ..models import Certificate
from ..permissions import may_change_standing, may_download
from ..services import note_download, note_reading
from ..tones import with_words


@require_safe
def certificate_list(request):
    """The certificates in the user's scope, with today's state; filters by GET."""
    form = CertificateFilter(request.GET, user=request.user)
    rows = Certificate.objects.visible_to(request.user).with_state()
    rows = form.apply(rows).select_related("institution__jurisdiction", "curriculum").order_by("-id")
    page = page_of(request, rows)
    for row in page:
        with_words(row)
    note_names_read("list of certificates", request.user, by=request.user, page=page.number)
    filtered = any(tidy(str(value)) for key, value in request.GET.items() if key != "page")
    return render(
        request, "certification/certificate_list.html", {"form": form, "page_obj": page, "filtered": filtered}
    )


@require_safe
def certificate_detail(request, pk: int):
    """One certificate: what it says, what it is today, its chain, what happened, and what may be done."""
    certificate = with_words(
        get_visible_or_404(
            Certificate.objects.with_state().select_related(
                "person", "institution__jurisdiction", "curriculum", "edition", "training", "scheme", "decision"
            ),
            request.user,
            pk=pk,
        )
    )
    note_reading(certificate, by=request.user)
    readable = may_download(request.user, certificate)
    context = {
        "certificate": certificate,
        "chain": _chain(certificate, request.user),
        "events": certificate.events.all(),
        "actions": _actions(certificate, request.user),
        "readable": readable,
        "qr": qr_data(verification_address(certificate.code)) if readable else "",
        "breadcrumbs": _breadcrumbs(certificate),
    }
    return render(request, "certification/certificate_detail.html", context)


@require_safe
def certificate_download(request, pk: int):
    """The frozen document, for the holder, their focal point and the office; each download is logged."""
    rows = Certificate.objects.readable_by(request.user)
    certificate = get_visible_or_404(rows, request.user, pk=pk)
    if not certificate.document:
        messages.info(request, _("The document is being made. Try again in a minute."))
        return redirect("certification:certificate_detail", pk=pk)
    with certificate.document.open() as file:
        content = file.read()
    note_download(certificate, by=request.user)
    return attachment(content, f"{certificate.number}.pdf", "application/pdf")


def _chain(certificate: Certificate, user) -> list[Certificate]:
    """The holder's trainer certificates for this curriculum, the oldest first; empty where there is only this one."""
    if not certificate.level:
        return []
    rows = Certificate.objects.visible_to(user).with_state().filter(
        person=certificate.person_id, curriculum=certificate.curriculum_id, kind=certificate.kind
    )  # fmt: skip
    found = [with_words(row) for row in rows.order_by("id")]
    return found if len(found) > 1 else []


def _actions(certificate: Certificate, user) -> list[dict]:
    """What the office may do with it today, the hardest last."""
    if not may_change_standing(user, certificate):
        return []
    state, trainer = certificate.state, bool(certificate.level)
    acts = [
        ("promote", _("Promote to certified"), "", certificate.level == Level.PROVISIONAL and state == State.IN_FORCE),
        ("reinstate", _("Reinstate"), "secondary", trainer and state == State.SUSPENDED),
        ("suspend", _("Suspend"), "secondary", trainer and state in (State.IN_FORCE, State.NOT_YET)),
        ("withdraw", _("Withdraw"), "harm", state not in (State.WITHDRAWN, State.REPLACED)),
    ]
    if certificate.events.filter(kind=EventKind.WITHDRAWN).exists():
        return []
    return [
        {"label": label, "kind": kind, "url": reverse(f"certification:certificate_{act}", args=[certificate.pk])}
        for act, label, kind, possible in acts
        if possible
    ]


def _breadcrumbs(certificate: Certificate) -> list[dict]:
    return [
        {"label": _("Certificates"), "url": reverse("certification:certificate_list")},
        {"label": certificate.number},
    ]
