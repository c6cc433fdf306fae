"""Requests to suspend, reinstate or withdraw: what waits, and the second officer's decision."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.clock import today
from lms.core.http import attempt, get_visible_or_404, require
from lms.core.paging import page_of
from lms.people.access_log import note_names_read

from ..choices import EventKind, RequestState
from ..forms.certificates import AnswerForm
from ..models import StandingRequest
from ..permissions import may_change_standing, may_see_requests
from ..services import confirm_standing, day_of_effect, reject_standing, take_back_standing

RELATED = (
    "certificate__person__institution__jurisdiction", "certificate__institution", "requested_by", "decided_by", "event",
)  # fmt: skip
WORDS = {
    EventKind.SUSPENDED: gettext_lazy("Suspension"),
    EventKind.REINSTATED: gettext_lazy("Reinstatement"),
    EventKind.WITHDRAWN: gettext_lazy("Withdrawal"),
}


@require_safe
def request_list(request):
    """Those that wait first, then those that were decided, the newest first."""
    require(may_see_requests(request.user))
    rows = StandingRequest.objects.visible_to(request.user).select_related(*RELATED)
    page = page_of(request, rows.waiting_first())
    note_names_read("requests about certificates", request.user, by=request.user, page=page.number)
    for row in page:
        with_words(row)
    context = {"page_obj": page, "breadcrumbs": _breadcrumbs(_("Requests"))}
    return render(request, "certification/request_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def request_decide(request, pk: int):
    """One request. Posting confirms it, or rejects it with an answer."""
    asked = _request_of(request, pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = form.cleaned_data["answer"]
        attempt(request, lambda: reject_standing(asked, answer=answer, by=request.user), success=_("Rejected."))
        return redirect("certification:request_decide", pk=pk)
    certificate, mine = asked.certificate, asked.requested_by_id == request.user.pk
    context = {
        "asked": with_words(asked), "certificate": certificate, "form": form, "mine": mine,
        "open": asked.status == RequestState.OPEN,
        "day": day_of_effect(asked, today(certificate.person.institution.jurisdiction.time_zone)),
        "breadcrumbs": _breadcrumbs(certificate.number, within=True),
    }  # fmt: skip
    return render(request, "certification/request_decide.html", context)


@require_POST
def request_confirm(request, pk: int):
    asked = _request_of(request, pk)
    said = _("Confirmed. It is recorded with the certificate.")
    if attempt(request, lambda: confirm_standing(asked, by=request.user), success=said):
        return redirect("certification:certificate_detail", pk=asked.certificate_id)
    return redirect("certification:request_decide", pk=pk)


@require_POST
def request_take_back(request, pk: int):
    asked = _request_of(request, pk)
    attempt(request, lambda: take_back_standing(asked, by=request.user), success=_("Taken back."))
    return redirect("certification:certificate_detail", pk=asked.certificate_id)


def _request_of(request, pk: int) -> StandingRequest:
    asked = get_visible_or_404(StandingRequest.objects.select_related(*RELATED), request.user, pk=pk)
    require(may_change_standing(request.user, asked.certificate))
    return asked


def with_words(asked: StandingRequest) -> StandingRequest:
    """With its words and tone, for templates."""
    asked.what, asked.tone = WORDS[EventKind(asked.kind)], RequestState(asked.status).tone
    return asked


def _breadcrumbs(last: str, *, within: bool = False) -> list[Crumb]:
    trail = [crumb(_("Certificates"), "certification:certificate_list")]
    if within:
        trail.append(crumb(_("Requests"), "certification:request_list"))
    return [*trail, Crumb(last)]
