"""Editions: the list, one edition with its files and digests, publishing and withdrawing."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.rules import RuleBroken

from ..editions.comparison import compare
from ..editions.files import edition_shelves
from ..editions.impact import effects_of, safety_changes_since
from ..forms.portal import EditionForm
from ..kit.lessons import language_for_reader
from ..languages.offering import held_back_languages
from ..models import Curriculum, Edition
from ..page_contexts import kits_of
from ..rights import may_publish_edition, rights_for
from ..services import findings_for, modules_now, modules_of, publish_edition, withdraw_edition
from .common import library_crumb

EDIT = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def list_editions(request):
    """Every edition of the curricula this reader may read, newest first."""
    rows = Edition.objects.visible_to(request.user).select_related("curriculum", "published_by")
    curricula = Curriculum.objects.visible_to(request.user) if may_publish_edition(request.user) else ()
    context = {"editions": rows, "publishable": curricula, "breadcrumbs": crumbs(_("Editions"), above=1)}
    return render(request, "curricula/edition_list.html", context)


@require_safe
def show_edition(request, pk: int):
    """Modules and files as they were published; each file this reader may have can be downloaded."""
    rows = Edition.objects.visible_to(request.user).select_related("curriculum", "published_by")
    edition = get_object_or_404(rows, pk=pk)
    rights, names = rights_for(request, edition.curriculum), dict(settings.CONTENT_LANGUAGES)
    held = held_back_languages(edition)
    context = {
        "edition": edition,
        "rights": rights,
        "shelves": edition_shelves(edition, rights),
        "kits": kits_of(edition, rights, language=language_for_reader(edition)),
        "languages": [names.get(code, code) for code in edition.languages if code not in held],
        "held_back": [(names.get(code, code), reason) for code, reason in held.items()],
        "breadcrumbs": crumbs(edition.label),
        "changes": edition.changes.select_related("module"),
        "safety_since": safety_changes_since(edition),
        "newer": edition.curriculum.editions.exclude(pk=edition.pk).exists(),
        "may_withdraw": may_publish_edition(request.user) and not edition.withdrawn_on,
    }
    return render(request, "curricula/edition_detail.html", context)


@EDIT
def publish(request, pk: int):
    """What changed since the last edition, then label, note and languages; the office alone."""
    curriculum = get_object_or_404(Curriculum.objects.visible_to(request.user), pk=pk)
    _require_office(request.user)
    newest = curriculum.editions.first()
    changes = compare(modules_of(newest), modules_now(curriculum))
    form = EditionForm(request.POST or None, curriculum=curriculum, newest=newest, changes=changes)
    if request.method == "POST" and form.is_valid():
        edition = _publish(curriculum, form, request.user)
        if edition:
            messages.success(request, _("Edition %s is published.") % edition.label)
            return redirect("curricula:edition_detail", pk=edition.pk)
    context = {
        "curriculum": curriculum,
        "newest": newest,
        "form": form,
        "breadcrumbs": crumbs(_("Publish an edition")),
        "changes": changes,
        "effects": effects_of(newest),
        "findings": findings_for(curriculum, form.initial["label"], modules_now(curriculum)),
    }
    return render(request, "curricula/edition_publish.html", context)


def _publish(curriculum, form, by):
    """The new edition, or nothing with the refusal said in the form."""
    try:
        return publish_edition(curriculum, by=by, **form.cleaned_data)
    except RuleBroken as refusal:
        for finding in refusal.findings:
            form.add_error("label" if finding.code.startswith("label") else None, finding.message)
    return None


@EDIT
def withdraw(request, pk: int):
    """No new training on this edition; asked for once more before it is done."""
    edition = get_object_or_404(Edition.objects.visible_to(request.user).select_related("curriculum"), pk=pk)
    _require_office(request.user)
    if request.method == "POST":
        try:
            withdraw_edition(edition, by=request.user)
            messages.success(request, _("Edition %s is withdrawn.") % edition.label)
        except RuleBroken as refusal:
            messages.error(request, " ".join(refusal.messages))
        return redirect("curricula:edition_detail", pk=edition.pk)
    return render(request, "curricula/edition_withdraw.html", {"edition": edition})


def crumbs(label: str, *, above: int = 2) -> list[Crumb]:
    """The way here: the library, the list of editions, this page."""
    way = [
        library_crumb(),
        crumb(_("Editions"), "curricula:edition_list"),
    ]
    return [*way[:above], Crumb(label)]


def _require_office(user) -> None:
    if not may_publish_edition(user):
        raise PermissionDenied
