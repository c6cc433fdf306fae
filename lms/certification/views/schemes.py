"""The certification schemes: what is required, every version, and the form that adopts the next one."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.http import attempt, require

from ..choices import Aim, RequirementKind
from ..evidence import current_terms, terms_of
from ..forms.schemes import RulesForm
from ..models import Scheme, SchemeVersion
from ..permissions import may_adopt_rules
from ..preview import effects_of
from ..rules import USUAL, Rule, Terms, required_words
from ..services import adopt_rules


@require_safe
def scheme_list(request):
    require(may_adopt_rules(request.user))
    rows = list(Scheme.objects.select_related("curriculum").prefetch_related("versions"))
    return render(request, "certification/scheme_list.html", {"rows": rows, "breadcrumbs": _breadcrumbs()})


@require_safe
def scheme_detail(request, pk: int):
    """The rules in use, and those that were."""
    scheme = _scheme_of(request, pk)
    versions = list(scheme.versions.prefetch_related("requirements").select_related("adopted_by"))
    context = {
        "scheme": scheme,
        "versions": [_shown(row, current=number == 0) for number, row in enumerate(versions)],
        "breadcrumbs": _breadcrumbs(scheme.title),
    }
    return render(request, "certification/scheme_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def scheme_change(request, pk: int):
    """The next version: first shown what it would change, then adopted."""
    scheme = _scheme_of(request, pk)
    present = current_terms(scheme) if scheme.versions.exists() else USUAL
    form = RulesForm(request.POST or None, terms=present)
    effects = None
    if request.method == "POST" and form.is_valid():
        if "adopt" not in request.POST:
            effects = effects_of(scheme, present, form.terms())
        elif attempt(request, lambda: _adopt(scheme, form, request.user), success=_("The new version is in use.")):
            return redirect("certification:scheme_detail", pk=pk)
    context = {"scheme": scheme, "form": form, "effects": effects, "breadcrumbs": _breadcrumbs(scheme.title, pk)}
    return render(request, "certification/scheme_change.html", context)


def _adopt(scheme: Scheme, form: RulesForm, user) -> SchemeVersion:
    return adopt_rules(scheme, form.terms(), note=form.cleaned_data["note"], by=user)


def _scheme_of(request, pk: int) -> Scheme:
    require(may_adopt_rules(request.user))
    return get_object_or_404(Scheme.objects.select_related("curriculum"), pk=pk)


def _shown(version: SchemeVersion, *, current: bool) -> dict:
    terms = terms_of(version)
    return {"version": version, "current": current, "groups": _groups(terms), "terms": terms}


def _groups(terms: Terms) -> list[dict]:
    """By aim: title, and its requirements as label and what is asked."""
    return [
        {
            "title": str(aim.label).capitalize(),
            "rows": [_row(rule) for rule in terms.asked_for(aim)],
        }
        for aim in Aim
    ]


def _row(rule: Rule) -> dict:
    return {"label": RequirementKind(rule.kind).label, "value": required_words(rule)}


def _breadcrumbs(title: str = "", pk: int | None = None) -> list[Crumb]:
    trail = [crumb(_("Certificates"), "certification:certificate_list")]
    if not title:
        return [*trail, Crumb(_("Schemes"))]
    trail.append(crumb(_("Schemes"), "certification:scheme_list"))
    if pk is None:
        return [*trail, Crumb(title)]
    here = crumb(title, "certification:scheme_detail", pk)
    return [*trail, here, Crumb(_("New version"))]
