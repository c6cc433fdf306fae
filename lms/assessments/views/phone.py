"""Running the test on phones: open, poster, close; settling a result; the item grid of paper sheets; statistics."""

import segno
from django.conf import settings
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from curricula.models import Edition
from lms.core.breadcrumbs import Crumb, crumb
from lms.core.http import attempt, get_visible_or_404, require
from lms.core.paging import page_of
from lms.core.rules import RuleBroken
from lms.people.access_log import note_names_read

from ..choices import Moment
from ..forms import SettleForm
from ..items import mark_lines, seats_of, statistics_of
from ..models import AnswerSheet, PhoneTest, TestResult
from ..papers import form_of, papers_of
from ..permissions import may_read_statistics, may_record_results, may_run_tests
from ..services import close_phone_test, mark_item, open_phone_test, settle_result
from .common import crumbs, enrolment_in, training_to_record
from .grids import MARKS, Kept, people_a_page, save_marks, tell

WORDS = {True: "1", False: "0", None: ""}


@require_POST
def phone_test_open(request, pk: int):
    training = training_to_record(request, pk)
    require(may_run_tests(request.user, training))
    moment = request.POST.get("moment", "")
    if moment not in Moment.values:
        raise Http404
    success = _("The test is open. Show the poster, or read the code aloud.")
    attempt(request, lambda: open_phone_test(training, moment, by=request.user), success=success)
    return redirect("assessments:test_results", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def phone_test_close(request, pk: int):
    """Asks once: a closed test stays closed, and its right answers are shown."""
    test = _test_to_run(request, pk)
    if request.method == "POST":
        attempt(request, lambda: close_phone_test(test, by=request.user), success=_("The test is closed."))
        return redirect("assessments:test_results", test.training_id)
    sheets = AnswerSheet.objects.filter(training=test.training, moment=test.moment, source="phone")
    context = {"test": test, "open_sheets": sheets.filter(handed_in_at=None).count()}
    return render(request, "assessments/phone_test_close.html", context)


@require_safe
def phone_test_poster(request, pk: int):
    """A page for the wall or the projector: QR code, address, code to type."""
    test = _test_to_run(request, pk)
    address = settings.BASE_URL + reverse("test:start", args=[test.code])
    code = segno.make(address, error="m").svg_inline(scale=8, border=2, svgclass="qr__code", lineclass=None)
    context = {
        "test": test,
        "training": test.training,
        "address": address,
        "short": settings.BASE_URL.partition("://")[2] + reverse("test:find"),
        "qr": mark_safe(code),  # noqa: S308 - made here from an address of our own
    }
    return render(request, "assessments/phone_test_poster.html", context)


def _test_to_run(request, pk: int) -> PhoneTest:
    rows = PhoneTest.objects.select_related("training__institution", "form")
    test = get_visible_or_404(rows, request.user, pk=pk)
    require(may_run_tests(request.user, test.training))
    return test


@require_http_methods(["GET", "HEAD", "POST"])
def result_settle(request, pk: int):
    """A sheet beside the result that counts: which is right, and why."""
    rows = AnswerSheet.objects.handed_in().select_related("person", "training__institution")
    sheet = get_visible_or_404(rows, request.user, pk=pk)
    require(may_record_results(request.user, sheet.training))
    result = TestResult.objects.filter(training=sheet.training, person=sheet.person, moment=sheet.moment).first()
    form = SettleForm(request.POST or None, sheet=sheet, result=result)
    if request.method == "POST" and form.is_valid():
        correct, items = form.counted
        reason = form.cleaned_data["reason"]
        if attempt(
            request,
            lambda: settle_result(sheet, correct=correct, items=items, reason=reason, by=request.user),
            success=_("The result is settled."),
        ):
            return redirect("assessments:test_results", sheet.training_id)
    context = {"sheet": sheet, "result": result, "form": form}
    return render(request, "assessments/result_settle.html", context)


# Paper, item by item --------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def item_grid(request, pk: int, moment: str):
    """People by items; each cell saves itself, or the button all of them."""
    training = training_to_record(request, pk)
    form = form_of(training, moment) if moment in Moment.values else None
    if form is None:
        raise Http404
    papers, kept = papers_of(form, training.language), Kept()
    page = page_of(request, seats_of(training), size=people_a_page(len(papers)))
    lines = mark_lines(training, moment, papers, page)
    if request.method == "POST":
        kept = save_marks(request, training, moment, lines)
        tell(request, kept)
        if not kept.refused:
            return redirect(request.get_full_path())
        lines = mark_lines(training, moment, papers, page)
    note_names_read("test items", training, by=request.user, institution=training.institution_id)
    context = {
        "training": training, "moment": moment, "label": Moment(moment).label, "papers": papers, "lines": lines,
        "page_obj": page, "refused": kept.refused, "failed": [row.name for row in kept.refused],
        "breadcrumbs": crumbs(training, _("Item by item")),
    }  # fmt: skip
    return render(request, "assessments/item_grid.html", context)


@require_POST
def item_mark(request, pk: int, moment: str):
    """One cell: `row` (enrolment), `column` (item code), `value` and `was` ("1", "0", "").

    Answers {"saved"}; 409 with {"error", "value"} where somebody else wrote in between; 400 where a rule refuses.
    """
    training = training_to_record(request, pk)
    person = enrolment_in(training, request.POST.get("row", "")).person
    if moment not in Moment.values:
        raise Http404
    code, value = request.POST.get("column", "")[:20], MARKS.get(request.POST.get("value", ""))
    was = {"was": MARKS.get(request.POST["was"])} if "was" in request.POST else {}
    try:
        mark_item(training, person, moment, code, value, by=request.user, **was)
    except RuleBroken as refusal:
        error = {"error": " ".join(refusal.messages)}
        if "conflict" not in refusal.codes:
            return JsonResponse(error, status=400)
        return JsonResponse({**error, "value": _mark_now(training, person, moment, code)}, status=409)
    return JsonResponse({"saved": True})


def _mark_now(training, person, moment: str, code: str) -> str:
    sheets = AnswerSheet.objects.filter(training=training, person=person, moment=moment, answers__code=code)
    return WORDS[sheets.values_list("answers__is_right", flat=True).first()]


@require_safe
def item_statistics(request, pk: int):
    """How the items of an edition's forms do; shares only from five answers on."""
    require(may_read_statistics(request.user))
    edition = get_object_or_404(Edition.objects.select_related("curriculum"), pk=pk)
    lines = statistics_of(edition)
    context = {
        "edition": edition,
        "lines": lines,
        "answers": sum(line.before.n + line.after.n for line in lines),
        "breadcrumbs": [
            crumb(_("Tests"), "curricula:form_list", pk),
            Crumb(_("How items do")),
        ],
    }
    return render(request, "assessments/item_statistics.html", context)
