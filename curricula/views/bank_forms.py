"""The forms of the test: the blueprint and what it would draw; sheets and keys of an edition, for printing."""

from django.conf import settings
from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.rules import RuleBroken

from ..bank import services
from ..bank.freezing import drawn_now, frozen_items
from ..bank.papers import papers
from ..bank.pictures import CONTENT_TYPES
from ..bank.querysets import PUBLISH
from ..choices import FormMoment
from ..files.responses import FileDownload, file_response
from ..forms.bank import BlueprintForm
from ..models import Blueprint, Edition, EditionForm, EditionItem, Item
from ..rights import rights_for
from .bank import bank_of, crumbs


@require_http_methods(["GET", "HEAD", "POST"])
def edit_blueprint(request, pk: int):
    """How many items of each module; beneath it the forms that would be drawn today."""
    curriculum = bank_of(request, pk)
    modules = list(curriculum.modules.all())
    row = Blueprint.objects.filter(curriculum=curriculum).first() or Blueprint(curriculum=curriculum)
    initial = {"seed": row.seed, "version": row.version, **{f"of_{code}": n for code, n in row.lines.items()}}
    form = BlueprintForm(request.POST or None, modules=modules, initial=initial)
    if request.method == "POST" and form.is_valid() and _save_blueprint(request, curriculum, form):
        messages.success(request, _("The blueprint is saved. The next edition draws its forms by it."))
        return redirect("curricula:bank_blueprint", pk=pk)
    drawn = drawn_now(curriculum, row.lines, row.seed)
    context = {
        "curriculum": curriculum, "form": form, "blueprint": row, "drawn": drawn,
        "pairs": list(zip(drawn.pre, drawn.post, strict=True)), "breadcrumbs": crumbs(curriculum, _("Blueprint")),
        "back_url": reverse("curricula:bank_list", args=[pk]),
    }  # fmt: skip
    return render(request, "curricula/bank_blueprint.html", context)


def _save_blueprint(request, curriculum, form: BlueprintForm) -> bool:
    said = form.cleaned_data
    try:
        services.save_blueprint(
            curriculum, lines=form.lines, seed=said["seed"], version=said["version"], by=request.user
        )
    except RuleBroken as refusal:
        for finding in refusal.findings:
            form.add_error("seed" if finding.code == "seed" else None, finding.message)
    return form.is_valid()


# Sheets ---------------------------------------------------------------------------------------------------------------


def _edition_for_trainers(request, pk: int) -> Edition:
    """The edition, for those who read its curriculum as trainers; the others learn nothing of its tests."""
    edition = get_object_or_404(Edition.objects.visible_to(request.user).select_related("curriculum"), pk=pk)
    if not rights_for(request, edition.curriculum).trainer:
        raise Http404
    return edition


def _way(edition: Edition, label: str) -> list[Crumb]:
    return [
        crumb(_("Editions"), "curricula:edition_list"),
        Crumb(edition.label, reverse("curricula:edition_detail", args=[edition.pk])),
        Crumb(label),
    ]


@require_safe
def list_forms(request, pk: int):
    """The edition's two forms, each as a sheet and as a key, in each language."""
    edition = _edition_for_trainers(request, pk)
    context = {
        "edition": edition,
        "forms": edition.forms.all(),
        "languages": _languages(edition),
        "may_read_statistics": request.user.has_perm(PUBLISH),
        "breadcrumbs": _way(edition, _("Tests")),
    }
    return render(request, "curricula/bank_form_list.html", context)


def _languages(edition: Edition) -> list[tuple[str, str, int]]:
    """(code, name, items frozen in it) of every language that has items."""
    names = dict(settings.CONTENT_LANGUAGES)
    codes = list(EditionItem.objects.filter(module__edition=edition).order_by().values_list("language", flat=True))
    return [(code, names[code], codes.count(code)) for code in names if code in codes]


@require_safe
def print_sheet(request, pk: int, moment: str):
    """What participants fill in: no answer stands on it, nor in its source."""
    context = _paper_context(request, pk, moment)
    return render(request, "curricula/bank_sheet.html", context)


@require_safe
def print_key(request, pk: int, moment: str):
    """The same form with what is right and the feedback, for the trainer."""
    return render(request, "curricula/bank_key.html", _paper_context(request, pk, moment))


def _paper_context(request, pk: int, moment: str) -> dict:
    edition = _edition_for_trainers(request, pk)
    form = get_object_or_404(EditionForm, edition=edition, moment=moment if moment in FormMoment.values else "")
    language = request.GET.get("language", "")
    language = language if language in dict(settings.CONTENT_LANGUAGES) else "en"
    items = frozen_items(EditionItem.objects.filter(module__edition=edition).in_order())
    shown = papers(form.codes, items, language, form.sha256)
    return {
        "edition": edition, "form": form, "papers": shown, "language": language.partition("-")[0],
        "language_name": dict(settings.CONTENT_LANGUAGES)[language],
        "originals": sum(paper.is_original for paper in shown),
        "back_url": reverse("curricula:form_list", args=[pk]),
    }  # fmt: skip


@require_safe
def show_picture(request, sha256: str):
    """A picture of an item: for the office, and for trainers where an edition has it."""
    item = Item.objects.filter(picture=sha256).select_related("module__curriculum").first()
    frozen = None if item else _frozen_with(sha256)
    curriculum = item.module.curriculum if item else frozen and frozen.module.module.curriculum
    if curriculum is None or not rights_for(request, curriculum).trainer:
        raise Http404
    kind = item.picture_kind if item else frozen.content["picture_kind"]
    name = services.picture_name(sha256)
    if not default_storage.exists(name):
        raise Http404
    parcel = FileDownload(default_storage, name, default_storage.size(name), sha256, f"picture.{kind}")
    response = file_response(request, parcel)
    if response.status_code == 200:
        response.headers["Content-Disposition"] = "inline"
        response.headers["Content-Type"] = CONTENT_TYPES[kind]
    return response


def _frozen_with(sha256: str) -> EditionItem | None:
    rows = EditionItem.objects.filter(content__picture=sha256).select_related("module__module__curriculum")
    return rows.first()
