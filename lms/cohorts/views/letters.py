"""The outbox: every letter can be read before a person lets it go."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from lms.core.http import SignedInRequest, attempt, get_visible_or_404, require
from lms.core.paging import page_of
from lms.people.access_log import note_names_read

from ..choices import LetterStatus
from ..forms.selection import LetterFilterForm
from ..letters.pdf import file_name, render_letter
from ..letters.pdf import page_of as words_of
from ..letters.recipients import addresses_of
from ..models import Letter
from ..permissions import may_send_letters
from ..services import release_letter, release_letters, send_letter_again
from ..services.letters import is_about
from .common import RELATED, breadcrumbs, cohort_of, frame, version_of


def _shown(letter: Letter) -> Letter:
    letter.tone = LetterStatus(letter.status).tone
    return letter


@require_safe
def letter_list(request: SignedInRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    form = LetterFilterForm(request.GET or None)
    chosen = form.chosen if request.GET else {}
    rows = cohort.letters.filter(**chosen).select_related("institution", "nomination__person", "cohort__training")
    page = page_of(request, rows, size=100)
    note_names_read("letters", cohort, by=request.user)
    context = {
        **frame(request, cohort, "letter_list"),
        "form": form,
        "filters": chosen,
        "page_obj": page,
        "rows": [_shown(row) for row in page.object_list],
        "waiting": [row for row in page.object_list if row.status == LetterStatus.WAITING],
    }
    return render(request, "cohorts/letter_list.html", context)


@require_POST
def letters_release(request: SignedInRequest, pk: int) -> HttpResponse:
    """All that the page showed, as it showed them."""
    cohort = cohort_of(request, pk, to_run=True)
    ids = [int(value) for value in request.POST.getlist("letter") if value.isdecimal() and len(value) < 10]
    versions = {one: version_of({"version": request.POST.get(f"version-{one}", "")}) for one in ids}
    words = ngettext("%(n)d letter is on its way.", "%(n)d letters are on their way.", len(ids)) % {"n": len(ids)}
    attempt(request, partial(release_letters, cohort, versions, by=request.user), success=words)
    return redirect("cohorts:letter_list", pk=pk)


def _letter(request: SignedInRequest, pk: int, *, to_send: bool = False) -> Letter:
    related = ("institution__jurisdiction", "nomination__person__user", *(f"cohort__{name}" for name in RELATED))
    letter = get_visible_or_404(Letter.objects.select_related(*related, "released_by"), request.user, pk=pk)
    if to_send:
        require(may_send_letters(request.user))
    return _shown(letter)


@require_safe
def letter_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """The letter as it is or will be sent, to whom, and the button that lets it go."""
    letter = _letter(request, pk)
    may_send = may_send_letters(request.user)
    context = {
        **words_of(letter),
        "letter": letter,
        "training": letter.cohort.training,
        "addresses": addresses_of(letter) if may_send else [],
        "may_send": may_send,
        "may_release": may_send and letter.status == LetterStatus.WAITING and not is_about(request.user, letter),
        "breadcrumbs": breadcrumbs(letter.cohort, letter.reference),
    }
    return render(request, "cohorts/letter_detail.html", context)


@require_safe
def letter_pdf(request: SignedInRequest, pk: int) -> HttpResponse:
    letter = _letter(request, pk)
    response = HttpResponse(render_letter(letter), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{file_name(letter)}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_POST
def letter_release(request: SignedInRequest, pk: int) -> HttpResponse:
    letter = _letter(request, pk, to_send=True)
    act = partial(release_letter, letter, by=request.user, version=version_of(request.POST))
    attempt(request, act, success=_("The letter is on its way."))
    return redirect("cohorts:letter_list", pk=letter.cohort.training_id)


@require_POST
def letter_again(request: SignedInRequest, pk: int) -> HttpResponse:
    """After somebody asked whether an interrupted letter arrived."""
    letter = _letter(request, pk, to_send=True)
    attempt(request, lambda: send_letter_again(letter, by=request.user), success=_("The letter is sent again."))
    return redirect(letter.get_absolute_url())
