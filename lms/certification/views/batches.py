"""An issue of many certificates as it goes on: how far it is, who could not have one and why."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.clock import now
from lms.core.http import SignedInRequest, attempt, get_visible_or_404, require
from lms.core.paging import page_of
from lms.people.access_log import note_names_read
from lms.people.permissions import is_office_over

from ..choices import CertificateKind
from ..models import IssueBatch
from ..permissions import may_issue_completions
from ..services import progress_of, retry_batch
from ..services.batch import STANDS_STILL

#: Seconds after which a browser without scripts asks again.
EVERY = 4


@require_safe
def batch_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """The bar, and the people: those who stand in the way first."""
    batch = _batch(request, pk)
    rows = batch.rows.select_related("person__institution", "certificate").order_by("-failure", "id")
    note_names_read("issue of certificates", batch, by=request.user)
    context = {
        "batch": batch,
        "progress": progress_of(batch),
        "page_obj": page_of(request, rows, size=100),
        "every": EVERY,
        "stands_still": batch.finished_at is None and now() - (batch.beat_at or batch.created_at) > STANDS_STILL,
        "may_retry": _may_issue(request.user, batch),
        "breadcrumbs": [
            crumb(_("Certificates"), "certification:certificate_list"),
            Crumb(batch.training.reference, batch.training.get_absolute_url()),
            Crumb(_("Issue of certificates")),
        ],
    }
    return render(request, "certification/batch_detail.html", context)


@require_safe
def batch_progress(request: SignedInRequest, pk: int) -> JsonResponse:
    """For `progress.js`: {value, max, text, done, figures}."""
    batch = _batch(request, pk)
    found = progress_of(batch)
    return JsonResponse(
        {
            "value": found.worked,
            "max": found.total,
            "text": progress_words(found),
            "done": batch.finished_at is not None,
            "figures": {name: getattr(found, name) for name in ("issued", "stored", "failed", "waiting")},
        }
    )


@require_POST
def batch_retry(request: SignedInRequest, pk: int) -> HttpResponse:
    """Those who could not have one, once more; and on with one that stands still."""
    batch = _batch(request, pk)
    require(_may_issue(request.user, batch))
    attempt(request, lambda: retry_batch(batch, by=request.user), success=_("The worker goes on with it."))
    return redirect("certification:batch_detail", pk=pk)


def progress_words(found) -> str:
    words = {"issued": found.issued, "total": found.total}
    text = _("%(issued)d of %(total)d issued") % words
    return text + (_(", %d not issued") % found.failed if found.failed else "")


def _batch(request: SignedInRequest, pk: int) -> IssueBatch:
    return get_visible_or_404(IssueBatch.objects.select_related("training"), request.user, pk=pk)


def _may_issue(user, batch: IssueBatch) -> bool:
    if batch.kind == CertificateKind.TRAINER:
        return is_office_over(user, batch.training.institution_id)
    return may_issue_completions(user, batch.training)
