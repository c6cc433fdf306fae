"""Two records of one person, and a person to be forgotten."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.core.form_fields import ReasonForm
from lms.core.http import SignedInRequest, attempt, get_visible_or_404, require

from ..forms import MergeForm, PersonFilterForm
from ..matching import ListedPerson, match_people
from ..models import Person
from ..permissions import may_anonymise_person, may_change_person, may_merge_people
from ..services import anonymise_person, merge_people
from .people import FORM, breadcrumbs, find_person

#: More records than this under one search are no choice any more.
MOST = 20


@require_safe
def choose_duplicate(request: SignedInRequest, pk: int) -> HttpResponse:
    """Which other record is the same person? Those that look alike first; any other by searching."""
    person = find_person(request, pk)
    require(may_change_person(request.user, person))
    form = PersonFilterForm(request.GET, user=request.user)
    words = request.GET.get("q", "").strip()
    others = Person.objects.visible_to(request.user).known().exclude(pk=person.pk).select_related("institution", "unit")
    found = form.narrow(others)[:MOST] if words else _look_alikes(person, others)
    way = breadcrumbs(request.user, person, _("Entered twice"))
    context = {"person": person, "form": form, "found": found, "words": words, "breadcrumbs": way}
    return render(request, "people/person_duplicates.html", context)


def _look_alikes(person: Person, others) -> list[Person]:
    [match] = match_people(person.institution, [ListedPerson(person.family_name, person.given_name)])
    ids = {row.pk for row in match.people} - {person.pk}
    return list(others.filter(pk__in=ids))


@FORM
def merge(request: SignedInRequest, pk: int) -> HttpResponse:
    """Confirm with a reason; `pk` is the record that stays, `other` the one that goes."""
    keep = find_person(request, pk)
    form = MergeForm(request.POST or None, initial={"other": request.GET.get("other")})
    drop = _other(request, form)
    require(may_merge_people(request.user, keep, drop))
    if request.method == "POST" and form.is_valid():
        act = partial(merge_people, keep, drop, by=request.user, reason=form.cleaned_data["reason"])
        if attempt(request, act, success=_("The two records are one now.")):
            return redirect("people:person_detail", pk=keep.pk)
    way = breadcrumbs(request.user, keep, _("Make two records one"))
    context = {"form": form, "keep": keep, "drop": drop, "breadcrumbs": way}
    return render(request, "people/person_merge.html", context)


def _other(request: SignedInRequest, form: MergeForm) -> Person:
    number = request.POST.get("other") or request.GET.get("other") or ""
    if not number.isdecimal() or len(number) > 18:
        raise Http404
    rows = Person.objects.known().select_related("institution", "unit")
    return get_visible_or_404(rows, request.user, pk=int(number))


@FORM
def anonymise(request: SignedInRequest, pk: int) -> HttpResponse:
    """Confirm with a reason: this cannot be undone."""
    person = find_person(request, pk)
    require(may_anonymise_person(request.user, person))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = partial(anonymise_person, person, by=request.user, **form.cleaned_data)
        if attempt(request, act, success=_("The person is anonymised; the counts stay.")):
            return redirect("people:person_list")
    return render(request, "people/person_anonymise.html", {"form": form, "person": person})
