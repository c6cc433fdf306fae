"""The list of people, one person's facts, entering and changing them."""

from functools import partial

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.audit.models import Entry
from lms.core.breadcrumbs import Crumb, crumb
from lms.core.form_fields import ReasonForm
from lms.core.http import SignedInRequest, attempt, get_visible_or_404, require
from lms.core.idempotency import act_once
from lms.core.paging import page_of
from lms.institutions.services import ensure_unit

from ..access_log import note_names_read
from ..forms import LeaveForm, PersonFilterForm, PersonForm
from ..models import Person
from ..permissions import (
    is_office,
    may_anonymise_person,
    may_change_person,
    may_enter_people,
    may_see_people,
)
from ..services import change_person, create_person, mark_left, unlink_account
from ..tasks import note_read

FORM = require_http_methods(["GET", "HEAD", "POST"])
#: How much of the trail the person's page shows; the whole of it is one click away.
SHOWN = 10


@require_safe
def list_people(request: SignedInRequest) -> HttpResponse:
    """People of the institutions one works with."""
    require(may_see_people(request.user))
    form = PersonFilterForm(request.GET, user=request.user)
    rows = Person.objects.visible_to(request.user).known().select_related("institution__jurisdiction", "unit")
    context = {"form": form, "page_obj": page_of(request, form.narrow(rows))}
    note_names_read("list of people", request.user, by=request.user, page=context["page_obj"].number)
    return render(request, "people/person_list.html", context)


@require_safe
def show_person(request: SignedInRequest, pk: int) -> HttpResponse:
    """Facts and what one may do; the office's look at it goes into the trail."""
    person = find_person(request, pk)
    if person.merged_into_id:
        return redirect("people:person_detail", pk=person.merged_into_id)
    officer = is_office(request.user)
    if officer:
        note_read.enqueue(person.pk, request.user.pk)
    trail = Entry.objects.visible_to(request.user).about(person).select_related("actor")[:SHOWN]
    context = {
        "person": person,
        "breadcrumbs": breadcrumbs(request.user, person),
        "may_change": may_change_person(request.user, person),
        "may_anonymise": may_anonymise_person(request.user, person),
        "officer": officer,
        "trail": trail,
    }
    return render(request, "people/person_detail.html", context)


@FORM
@act_once
def add_person(request: SignedInRequest) -> HttpResponse:
    require(may_see_people(request.user))
    form = PersonForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        require(may_enter_people(request.user, form.cleaned_data["institution"]))
        entered: list[Person] = []
        if attempt(request, lambda: entered.append(_create(form, request.user)), success=_("The person is entered.")):
            return redirect("people:person_detail", pk=entered[0].pk)
    return render(request, "people/person_add.html", {"form": form})


@transaction.atomic
def _create(form: PersonForm, by) -> Person:
    fields = {name: value for name, value in form.cleaned_data.items() if name not in ("version", "unit")}
    unit = _unit(fields["institution"], form.cleaned_data["unit"], by)
    return create_person(by=by, unit=unit, **fields)


def _unit(institution, name: str, by):
    return ensure_unit(institution, name, by=by) if name.strip() else None


@FORM
def edit_person(request: SignedInRequest, pk: int) -> HttpResponse:
    person = find_person(request, pk)
    require(may_change_person(request.user, person))
    form = PersonForm(request.POST or None, user=request.user, person=person, initial=PersonForm.drawn_from(person))
    if request.method == "POST" and form.is_valid():
        done = attempt(request, partial(_change, person, form, request.user), success=_("The changes are saved."))
        if done:
            return redirect("people:person_detail", pk=person.pk)
    return render(request, "people/person_change.html", {"form": form, "person": person})


@transaction.atomic
def _change(person: Person, form: PersonForm, by) -> None:
    fields = dict(form.cleaned_data)
    version, unit = fields.pop("version"), _unit(person.institution, fields.pop("unit"), by)
    change_person(person, by=by, version=version, unit=unit, **fields)


@FORM
def leave(request: SignedInRequest, pk: int) -> HttpResponse:
    """The person leaves the service; an empty past can be put right by changing the day again."""
    person = find_person(request, pk)
    require(may_change_person(request.user, person))
    form = LeaveForm(request.POST or None, initial={"version": person.version, "left_on": person.left_on})
    if request.method == "POST" and form.is_valid():
        act = partial(mark_left, person, by=request.user, **form.cleaned_data)
        if attempt(request, act, success=_("The last day of service is recorded.")):
            return redirect("people:person_detail", pk=person.pk)
    return render(request, "people/person_leave.html", {"form": form, "person": person})


@FORM
def unlink(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a wrong account off a person."""
    person = find_person(request, pk)
    require(is_office(request.user))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = partial(unlink_account, person, by=request.user, **form.cleaned_data)
        if attempt(request, act, success=_("The account is no longer this person's.")):
            return redirect("people:person_detail", pk=person.pk)
    return render(request, "people/person_unlink.html", {"form": form, "person": person})


def breadcrumbs(user, person: Person, last: str = "") -> list[Crumb]:
    """The way to a person's page, or to what is done there; nobody is led to a list they may not see."""
    way = [crumb(_("People"), "people:person_list")] if may_see_people(user) else []
    own = reverse("people:person_detail", args=[person.pk]) if last else ""
    return [*way, Crumb(person.full_name, own), *([Crumb(last)] if last else [])]


def find_person(request: SignedInRequest, pk: int) -> Person:
    """The person if this user may see them, else 404."""
    rows = Person.objects.select_related("institution__jurisdiction", "unit", "user", "merged_into")
    return get_visible_or_404(rows, request.user, pk=pk)
