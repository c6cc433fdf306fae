"""Roll-out plans: the cohort's list, one plan with its versions, drafting, sending, confirming; and one's own page."""

from django.db.models import Max, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from curricula.models import Module
from lms.core.breadcrumbs import Crumb, crumb
from lms.core.form_fields import ReasonForm
from lms.core.http import attachment, attempt, get_visible_or_404, require
from lms.core.paging import page_of
from lms.institutions.models import Institution
from lms.people.access_log import note_names_read
from lms.people.choices import RoleKind
from lms.people.models import Person
from lms.trainings.models import Enrolment, Training

from ..models import Commitment, PhoneTest, RolloutPlan, TeachBack
from ..permissions import may_confirm_plan, may_draft_plan, may_see_plans
from ..rollout.forms import promise_forms
from ..rollout.pdf import file_name, render_plan
from ..rollout.rules import FIRST_WITHIN_MONTHS, first_due
from ..services import confirm_plan, return_plan, revise_plan, save_plan, send_plan
from ..services.answering import takes_answers
from ..services.rollout import institutions_for, promises_of

RELATED = ("person__institution__jurisdiction", "person__user", "training__curriculum", "confirmed_by", "drafted_by")


@require_safe
def rollout_list(request, pk: int):
    """Everybody of a ToT whose plans the user sees, with what stands in them and who acts next."""
    training = _tot(request, pk)
    require(may_see_plans(request.user, training))
    seats = training.enrolments.holding_a_seat().filter(person__in=Person.objects.visible_to(request.user))
    seats = seats.select_related("person__institution__jurisdiction").order_by("person__name_key", "pk")
    page = page_of(request, seats)
    note_names_read("roll-out plans", training, by=request.user, institution=training.institution_id)
    rows = [(seat.person, *_latest_two(plans)) for seat, plans in _with_plans(training, page)]
    context = {
        "training": training, "page_obj": page, "rows": rows, "first_due": first_due(training.ends_on),
        "months": FIRST_WITHIN_MONTHS, "office": request.user.holds(RoleKind.OFFICE),
        "breadcrumbs": _crumbs(request, training),
    }  # fmt: skip
    return render(request, "assessments/rollout_list.html", context)


def _tot(request, pk: int) -> Training:
    """A ToT the user sees, or in which somebody of theirs has a seat: a ToT is held far from home."""
    seats = Enrolment.objects.filter(person__in=Person.objects.visible_to(request.user)).values("training")
    seen = Training.objects.visible_to(request.user).values("pk")
    return get_object_or_404(Training.objects.filter(Q(pk__in=seen) | Q(pk__in=seats), kind="tot"), pk=pk)


def _with_plans(training: Training, seats) -> list[tuple]:
    """Each seat with the versions of its plan, the newest first; two queries."""
    plans: dict[int, list[RolloutPlan]] = {}
    rows = RolloutPlan.objects.filter(training=training, person__in=[seat.person_id for seat in seats])
    for plan in rows.prefetch_related("commitments__institution").order_by("-number"):
        plans.setdefault(plan.person_id, []).append(plan)
    return [(seat, plans.get(seat.person_id, [])) for seat in seats]


def _latest_two(plans: list[RolloutPlan]) -> tuple:
    """(the open version, the version in force); each None where there is none."""
    open_one = plans[0] if plans and plans[0].confirmed_at is None else None
    return open_one, next((plan for plan in plans if plan.confirmed_at), None)


@require_safe
def rollout_detail(request, pk: int):
    """One version: what was promised, what may be done with it, and the versions beside it."""
    plan = _plan(request, pk)
    versions = _versions(plan)
    newest = versions[0].pk == plan.pk
    drafts, confirms = _may(request, plan)
    context = {
        "plan": plan, "commitments": _commitments(plan), "versions": versions, "training": plan.training,
        "first_due": first_due(plan.training.ends_on),
        "may_edit": drafts and newest and plan.is_draft, "may_revise": drafts and newest and bool(plan.confirmed_at),
        "may_decide": confirms and plan.is_waiting, "breadcrumbs": _crumbs(request, plan.training, str(plan.person)),
    }  # fmt: skip
    return render(request, "assessments/rollout_detail.html", context)


def _versions(plan: RolloutPlan) -> list[RolloutPlan]:
    """All versions of the plan, the newest first; a confirmed one below another is replaced, and so is `plan` then."""
    rows = list(RolloutPlan.objects.filter(training=plan.training, person=plan.person).order_by("-number"))
    in_force = next((row.pk for row in rows if row.confirmed_at), None)
    for row in [*rows, plan]:
        row.is_replaced = row.confirmed_at is not None and row.pk != in_force
    return rows


def _may(request, plan: RolloutPlan) -> tuple[bool, bool]:
    user = request.user
    return may_draft_plan(user, plan.training, plan.person), may_confirm_plan(user, plan.person)


@require_safe
def rollout_print(request, pk: int):
    """The plan as a sheet to sign and file."""
    plan = _plan(request, pk)
    context = {"plan": plan, "commitments": _commitments(plan), "training": plan.training}
    return render(request, "assessments/rollout_print.html", context)


@require_safe
def rollout_document(request, pk: int):
    """The same as a PDF, in the reader's language."""
    plan = _plan(request, pk)
    content = render_plan(plan, _commitments(plan), first_due(plan.training.ends_on))
    return attachment(content, file_name(plan), "application/pdf")


def _commitments(plan: RolloutPlan) -> list[Commitment]:
    """The deliveries with their modules' titles."""
    rows = list(plan.commitments.select_related("institution__jurisdiction"))
    titles = {row.code: str(row) for row in Module.objects.filter(curriculum=plan.training.curriculum_id)}
    for row in rows:
        row.titles = [titles.get(code, code) for code in row.modules]
    return rows


@require_http_methods(["GET", "HEAD", "POST"])
def rollout_edit(request, pk: int, person_pk: int):
    """Write the plan line by line; "save" keeps the draft, "more" adds lines, "send" hands it to the focal point."""
    enrolment = _seat(request, pk, person_pk)
    training, person = enrolment.training, enrolment.person
    plan = RolloutPlan.objects.filter(training=training, person=person, confirmed_at=None).first()
    if plan is None and RolloutPlan.objects.filter(training=training, person=person).exists():
        return redirect("assessments:rollout_detail", _newest(training, person))
    if plan and plan.sent_at:
        return redirect("assessments:rollout_detail", plan.pk)
    forms = _forms(request, plan, training, person)
    if request.method == "POST" and all([form.is_valid() for form in forms]):  # noqa: C419 - every line says its errors
        kept = _keep(request, training, person, [form.promise for form in forms if not form.is_empty])
        if kept:
            more = request.POST.get("step") == "more"
            where = ("rollout_edit", pk, person_pk) if more else ("rollout_detail", kept.pk)
            return redirect(f"assessments:{where[0]}", *where[1:])
    context = {
        "training": training, "person": person, "plan": plan, "forms": forms, "first_due": first_due(training.ends_on),
        "own": person.user_id == request.user.pk, "breadcrumbs": _crumbs(request, training, str(person)),
    }  # fmt: skip
    return render(request, "assessments/rollout_edit.html", context)


def _newest(training: Training, person: Person) -> int:
    return RolloutPlan.objects.filter(training=training, person=person).aggregate(pk=Max("pk"))["pk"]


def _forms(request, plan: RolloutPlan | None, training: Training, person: Person) -> list:
    institutions = Institution.objects.filter(pk__in=institutions_for(person)).order_by("name")
    modules = [(row.code, str(row)) for row in Module.objects.filter(curriculum=training.curriculum_id)]
    data = request.POST if request.method == "POST" else None
    return promise_forms(data, promises_of(plan) if plan else [], institutions=institutions, modules=modules)


def _keep(request, training: Training, person: Person, promises: list) -> RolloutPlan | None:
    text = request.POST.get("version", "")
    version = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
    kept: list[RolloutPlan] = []

    def act() -> None:
        plan = save_plan(training, person, promises, by=request.user, version=version)
        kept.append(send_plan(plan, by=request.user) if request.POST.get("step") == "send" else plan)

    sent = request.POST.get("step") == "send"
    success = _("The plan is with the focal point.") if sent else _("The draft is kept.")
    attempt(request, act, success=success)
    return kept[0] if kept else None


@require_POST
def rollout_send(request, pk: int):
    plan = _plan(request, pk)
    require(_may(request, plan)[0])
    attempt(request, lambda: send_plan(plan, by=request.user), success=_("The plan is with the focal point."))
    return redirect("assessments:rollout_detail", pk)


@require_POST
def rollout_confirm(request, pk: int):
    plan = _plan(request, pk)
    require(_may(request, plan)[1])
    version = plan.version if request.POST.get("version") == str(plan.version) else 0
    success = _("The plan is confirmed: it sets the clock from now on.")
    attempt(request, lambda: confirm_plan(plan, version=version, by=request.user), success=success)
    return redirect("assessments:rollout_detail", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def rollout_return(request, pk: int):
    """Back to the candidate, with the reason."""
    plan = _plan(request, pk)
    require(_may(request, plan)[1])
    act = lambda reason: return_plan(plan, reason=reason, by=request.user)  # noqa: E731
    words = (_("Return this plan"), _("Say what is to be changed; the candidate sees it."), _("Return"))
    return _with_reason(request, plan, act, words, _("The plan is with the candidate again."))


@require_http_methods(["GET", "HEAD", "POST"])
def rollout_revise(request, pk: int):
    """A new version of a confirmed plan, with the reason."""
    plan = _plan(request, pk)
    require(_may(request, plan)[0])
    act = lambda reason: revise_plan(plan, reason=reason, by=request.user)  # noqa: E731
    text = _("The confirmed version stays in force until the focal point confirms the new one.")
    words = (_("Change this plan"), text, _("Make a new version"))
    return _with_reason(request, plan, act, words, _("Here is the new version: change it, then send it."))


def _with_reason(request, plan: RolloutPlan, act, words: tuple, success: str):
    form, made = ReasonForm(request.POST or None), []
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(request, lambda: made.append(act(reason)), success=success):
            return redirect("assessments:rollout_detail", made[0].pk)
    title, text, submit = words
    context = {"plan": plan, "form": form, "title": title, "text": text, "submit": submit}
    return render(request, "assessments/rollout_reason.html", context)


# One's own page -------------------------------------------------------------------------------------------------------


@require_safe
def mine(request):
    """A participant's own: tests open now, teach-back slot, roll-out plan of each ToT."""
    own = Enrolment.objects.holding_a_seat().filter(person__user=request.user)
    tests = PhoneTest.objects.not_closed().filter(training__in=own.values("training"))
    tests = tests.select_related("training__institution__jurisdiction", "form")
    tots = own.filter(training__kind="tot").exclude(training__status__in=["draft", "cancelled"])
    tots = list(tots.select_related("training", "person").order_by("-training__starts_on"))
    context = {
        "tests": [test for test in tests if takes_answers(test)],
        "teach_backs": TeachBack.objects.filter(person__user=request.user).select_related("training", "topic"),
        "plans": [_own_plan(row) for row in tots],
    }
    return render(request, "assessments/mine.html", context)


def _own_plan(enrolment: Enrolment) -> dict:
    rows = RolloutPlan.objects.filter(training=enrolment.training, person=enrolment.person).order_by("-number")
    open_one, in_force = _latest_two(list(rows))
    return {"training": enrolment.training, "person": enrolment.person, "open": open_one, "in_force": in_force,
            "first_due": first_due(enrolment.training.ends_on)}  # fmt: skip


def _plan(request, pk: int) -> RolloutPlan:
    return get_visible_or_404(RolloutPlan.objects.select_related(*RELATED), request.user, pk=pk)


def _seat(request, pk: int, person_pk: int) -> Enrolment:
    """The place of this person in this ToT, for the person and the office; 404 for anybody else who sees neither."""
    rows = Enrolment.objects.holding_a_seat().filter(training__kind="tot")
    rows = rows.select_related("training__curriculum", "person__institution")
    enrolment = get_object_or_404(rows, training=pk, person=person_pk)
    person = enrolment.person
    if not may_draft_plan(request.user, enrolment.training, person):
        require(not Person.objects.visible_to(request.user).filter(pk=person.pk).exists())
        raise Http404
    return enrolment


def _crumbs(request, training: Training, *labels: str) -> list[Crumb]:
    """The way back: over the cohort's plans for those who see them, else over one's own page."""
    if not may_see_plans(request.user, training):
        return [
            crumb(_("Tests and plans"), "assessments:mine"),
            *(Crumb(row) for row in labels),
        ]
    way = [
        Crumb(training.title, training.get_absolute_url()),
        crumb(_("Roll-out plans"), "assessments:rollout_list", training.pk),
    ]
    return [*way, *(Crumb(label) for label in labels)]
