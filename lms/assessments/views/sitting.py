"""A test on the phone: from the code on the poster to "handed in"; one question per page, without script."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from curricula.bank.pictures import CONTENT_TYPES
from curricula.bank.services import picture_of
from lms.core.http import attempt
from lms.core.rules import RuleBroken
from lms.core.tokens import normalise_code
from lms.people.login import start_code_login
from lms.trainings.forms import CodeForm, EmailForm

from ..choices import ResultSource
from ..models import AnswerSheet, PhoneTest
from ..papers import papers_of
from ..phone.test_page import feedback_of, given_of, question_of, read_answer
from ..services.answering import begin_sheet, hand_in_sheet, participant_of, save_answer, takes_answers, unanswered


def test_by(code: str) -> PhoneTest:
    """The test this code opens, however it was typed; 404 for any other."""
    rows = PhoneTest.objects.select_related("form", "training__institution__jurisdiction")
    return get_object_or_404(rows, code=normalise_code(code[:30]))


def own_sheet(request, test: PhoneTest) -> AnswerSheet | None:
    """The sheet of the signed-in person, begun on the phone."""
    if not request.user.is_authenticated:
        return None
    lookup = {"training": test.training_id, "moment": test.moment, "source": ResultSource.PHONE}
    return AnswerSheet.objects.filter(**lookup, person__user=request.user).first()


def page(request, test: PhoneTest, template: str, **more):
    return render(request, f"assessments/sitting/{template}.html", {"test": test, "training": test.training, **more})


@login_not_required
@require_safe
def find(request):
    """Typing the code of a poster by hand."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        code = normalise_code(form.cleaned_data["code"])
        if PhoneTest.objects.filter(code=code).exists():
            return redirect("test:start", code)
        form.add_error("code", _("No test has this code. Compare it with the poster."))
    return render(request, "assessments/sitting/find.html", {"form": form})


@login_not_required
@require_safe
def start(request, code):
    """What the test is, and one button: begin, go on, or say who you are."""
    test = test_by(code)
    sheet = own_sheet(request, test)
    if sheet and (sheet.handed_in_at or not takes_answers(test)):
        return redirect("test:done", test.code)
    known = request.user.is_authenticated
    listed = known and participant_of(test, request.user) is not None
    return page(request, test, "start", sheet=sheet, listed=listed, known=known, is_open=takes_answers(test))


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def email(request, code):
    """The address the sign-in code is sent to; whoever is signed in has given theirs."""
    test = test_by(code)
    onward = reverse("test:start", args=[test.code])
    if request.user.is_authenticated or not takes_answers(test):
        return redirect(onward)
    form = EmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return start_code_login(request, form.cleaned_data["email"], onward)
        except RuleBroken as refusal:
            form.add_error("email", " ".join(refusal.messages))
    return page(request, test, "email", form=form)


@require_POST
def begin(request, code):
    """The sheet is made, or found again; then the first question."""
    test = test_by(code)
    if attempt(request, lambda: begin_sheet(test, by=request.user)):
        return redirect("test:question", test.code, 1)
    return redirect("test:start", test.code)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request, code, number):
    """One question. Each way off the page, back or forth, keeps the answer."""
    test = test_by(code)
    sheet = own_sheet(request, test)
    if sheet is None or sheet.handed_in_at or not takes_answers(test):
        return redirect("test:start", test.code)
    papers = papers_of(test.form, test.language)
    paper = next((row for row in papers if row.number == number), None)
    if paper is None:
        raise Http404
    values = request.POST.getlist("given") if request.method == "POST" else None
    if values is not None and attempt(
        request, lambda: save_answer(test, request.user, paper, read_answer(paper, values[:50]))
    ):
        return redirect(_onward(test, number, len(papers), request.POST.get("go", "")))
    given = given_of(sheet)
    shown = question_of(paper, given.get(paper.item.code, ()))
    left = unanswered(papers, given)
    return page(
        request, test, "question", question=shown, total=len(papers), left=len(left), answered=len(papers) - len(left)
    )


def _onward(test: PhoneTest, number: int, total: int, go: str) -> str:
    """Where the button leads: back, to the overview, or on."""
    if go == "check" or (go != "back" and number >= total):
        return reverse("test:check", args=[test.code])
    step = max(1, number - 1) if go == "back" else number + 1
    return reverse("test:question", args=[test.code, step])


@require_safe
def picture(request, code, number):
    """The picture of a question, for whoever is answering it."""
    test = test_by(code)
    sheet = own_sheet(request, test)
    paper = next((row for row in papers_of(test.form, test.language) if row.number == number), None) if sheet else None
    found = paper and picture_of(paper.item.picture, paper.item.picture_kind)
    if not found:
        raise Http404
    response = HttpResponse(found.content, content_type=CONTENT_TYPES[found.kind])
    response.headers["Cache-Control"] = "private, max-age=3600"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request, code):
    """Every question with "answered" or "open"; handing in is for good."""
    test = test_by(code)
    sheet = own_sheet(request, test)
    if sheet is None or sheet.handed_in_at or not takes_answers(test):
        return redirect("test:start", test.code)
    if request.method == "POST" and attempt(request, lambda: hand_in_sheet(test, by=request.user)):
        return redirect("test:done", test.code)
    papers, given = papers_of(test.form, test.language), given_of(sheet)
    left = unanswered(papers, given)
    rows = [{"number": paper.number, "title": paper.item.title, "language": paper.item.language,
             "open": paper.number in left} for paper in papers]  # fmt: skip
    return page(request, test, "check", rows=rows, left=len(left))


@never_cache
@require_safe
def done(request, code):
    """Handed in. When the test is closed, what was right and why; before that nothing of it."""
    test = test_by(code)
    sheet = own_sheet(request, test)
    if sheet is None or (not sheet.handed_in_at and takes_answers(test)):
        return redirect("test:start", test.code)
    feedback = []
    if test.closed_at and sheet.handed_in_at:
        given = given_of(sheet)
        papers = papers_of(test.form, test.language)
        feedback = [feedback_of(paper, given.get(paper.item.code, ())) for paper in papers]
    return page(request, test, "done", sheet=sheet, feedback=feedback)
