"""The list of certificates, one certificate, its document."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.clock import today
from lms.core.http import attachment, get_visible_or_404
from lms.core.paging import page_of
from lms.core.text import tidy
from lms.people.access_log import note_names_read

from ..badges import with_words
from ..choices import Act, EventKind, State
from ..credentials import can_sign
from ..document.render import DocumentError, qr_data
from ..facts import verification_address
from ..forms.certificates import CertificateFilter
from ..models import Certificate
from ..next_steps import outlook
from ..permissions import may_adopt_rules, may_change_standing, may_download
from ..services import note_download, note_reading, read_document
from .requests import with_words as with_request_words

JOINED = ("person", "institution__jurisdiction", "curriculum", "edition", "training", "scheme", "decision__version")
#: By which view the office acts, and what its button says.
ACTS = {
    Act.PROMOTION: ("promote", gettext_lazy("Promote to certified")),
    Act.RENEWAL: ("renew", gettext_lazy("Renew")),
    Act.SENIOR: ("advance", gettext_lazy("Advance to senior")),
}
TITLES = {
    Act.PROMOTION: gettext_lazy("Towards the certified level"),
    Act.RENEWAL: gettext_lazy("Renewal"),
    Act.SENIOR: gettext_lazy("Towards the senior level"),
}


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
    context = {"form": form, "page_obj": page, "filtered": filtered, "may_adopt": may_adopt_rules(request.user)}
    return render(request, "certification/certificate_list.html", context)


@require_safe
def certificate_detail(request, pk: int):
    """One certificate: what it says, what it is today, its chain, what happened, and what may be done."""
    rows = Certificate.objects.with_state().select_related(*JOINED)
    certificate = with_words(get_visible_or_404(rows, request.user, pk=pk))
    note_reading(certificate, by=request.user)
    readable = may_download(request.user, certificate)
    context = {
        "certificate": certificate,
        "chain": _chain(certificate, request.user),
        "events": certificate.events.select_related("request__requested_by", "by"),
        "actions": _actions(certificate, request.user),
        "waiting": _waiting(certificate, request.user),
        "steps": _steps(certificate, request.user) if readable else [],
        "readable": readable,
        "signs": can_sign() and bool(certificate.facts),
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
    try:
        content = read_document(certificate)
    except DocumentError:
        messages.error(request, _("The file is lost and cannot be drawn again as it was. Tell the programme office."))
        return redirect("certification:certificate_detail", pk=pk)
    note_download(certificate, by=request.user)
    return attachment(content, f"{certificate.number}.pdf", "application/pdf")


def _chain(certificate: Certificate, user) -> list[Certificate]:
    """The holder's certificates of this kind and curriculum (of a completion: of this training), the oldest first;
    empty where there is only this one."""
    rows = Certificate.objects.visible_to(user).with_state().filter(
        person=certificate.person_id, curriculum=certificate.curriculum_id, kind=certificate.kind
    )  # fmt: skip
    if not certificate.level:
        rows = rows.filter(training=certificate.training_id)
    found = [with_words(row) for row in rows.order_by("id")]
    return found if len(found) > 1 else []


def _waiting(certificate: Certificate, user):
    """The request about it that waits for a second officer, for officers only."""
    if not may_change_standing(user, certificate):
        return None
    asked = certificate.requests.waiting().select_related("requested_by").first()
    return with_request_words(asked) if asked else None


def _steps(certificate: Certificate, user) -> list[dict]:
    """What comes next for the holder, with the office's button where it can act today."""
    day = today(certificate.institution.jurisdiction.time_zone)
    may_act = may_change_standing(user, certificate)
    return [
        {
            "step": step, "title": TITLES[step.act], "label": ACTS[step.act][1],
            "requirements": step.proposal.as_rows(),
            "url": reverse(f"certification:certificate_{ACTS[step.act][0]}", args=[certificate.pk]) if may_act else "",
        }
        for step in outlook(certificate, day)
    ]  # fmt: skip


def _actions(certificate: Certificate, user) -> list[dict]:
    """What the office may ask for or do with it today, the hardest last; a waiting request comes first."""
    if not may_change_standing(user, certificate) or certificate.requests.waiting().exists():
        return []
    if certificate.events.filter(kind=EventKind.WITHDRAWN).exists():
        return []
    state, trainer = certificate.state, bool(certificate.level)
    live = state in (State.IN_FORCE, State.NOT_YET)
    acts = [
        ("correct", _("Correct"), "secondary", live),
        ("reinstate", _("Ask for reinstatement"), "secondary", trainer and state == State.SUSPENDED),
        ("suspend", _("Ask for suspension"), "secondary", trainer and live),
        ("withdraw", _("Ask for withdrawal"), "harm", state != State.REPLACED),
    ]
    return [
        {"label": label, "kind": kind, "url": reverse(f"certification:certificate_{act}", args=[certificate.pk])}
        for act, label, kind, possible in acts
        if possible
    ]


def _breadcrumbs(certificate: Certificate) -> list[Crumb]:
    return [
        crumb(_("Certificates"), "certification:certificate_list"),
        Crumb(certificate.number),
    ]
