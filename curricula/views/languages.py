"""Languages: the currency matrix, one module in one language, and what the office does about it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail_localize.models import Translation

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.rules import RuleBroken

from ..choices import Currency
from ..codes import LATIN_OF, locale_code
from ..forms.languages import MatrixFilter, PoForm
from ..languages import services
from ..languages.drafting import draft_cyrillic
from ..languages.exchange import file_name_of, import_po, po_of
from ..languages.freezing import add_translations
from ..languages.matrix import cell_of, matrix_of, only, totals
from ..languages.presenters import legend, shown_cell, shown_row
from ..languages.trees import NAMES, TARGETS, language_of_locale
from ..models import ChangeNote, Curriculum, Edition, Module, ModulePage
from ..rights import rights_for
from .common import library_crumb


@require_safe
def show_matrix(request, pk: int):
    """Module by language; trainers read it, the office works from it."""
    curriculum = get_object_or_404(Curriculum.objects.visible_to(request.user), pk=pk)
    _require_trainer(request, curriculum)
    form = MatrixFilter(request.GET or None)
    language, state = form.chosen
    languages = [language] if language else TARGETS
    rows = matrix_of(curriculum, languages)
    context = {
        "curriculum": curriculum,
        "form": form,
        "filtered": bool(language or state),
        "languages": [{"code": code, "name": NAMES[code]} for code in languages],
        "legend": legend(totals(rows)),
        "rows": [shown_row(row, state) for row in (only(rows, state) if state else rows)],
        "breadcrumbs": crumbs(_("Languages")),
    }
    return render(request, "curricula/language_matrix.html", context)


@require_safe
def show_cell(request, pk: int, language: str):
    """One module in one language: its state, what changed, the next steps."""
    module, rights = _module(request, pk, language)
    cell = cell_of(module, language)
    return render(request, "curricula/language_detail.html", _cell_context(cell, rights))


def _cell_context(cell, rights, po_form=None) -> dict:
    module, language = cell.module, cell.language
    return {
        "cell": shown_cell(cell),
        "standing": cell.standing,
        "module": module,
        "language": language,
        "name": NAMES[language],
        "locale": locale_code(language),
        "rights": rights,
        "started": rights.office and services.translation_of(module, language) is not None,
        "latin": LATIN_OF.get(language, ""),
        "latin_name": NAMES.get(LATIN_OF.get(language, ""), ""),
        "is_live": cell.standing.state not in (Currency.MISSING, Currency.DRAFT),
        "po_form": po_form or PoForm(),
        "breadcrumbs": crumbs(f"{module.code}, {NAMES[language]}", module.curriculum_id),
    }


@require_safe
def download_po(request, pk: int, language: str):
    """The module's sentences with what is translated of them."""
    module = _module_for_office(request, pk, language)
    row = services.translation_of(module, language)
    if row is None:
        raise Http404
    response = HttpResponse(po_of(row), content_type="text/x-gettext-translation; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name_of(module, language)}"'
    return response


@require_POST
def upload_po(request, pk: int, language: str):
    """Sentences from a PO file, as a draft; a file that cannot be taken says why and changes nothing."""
    module = _module_for_office(request, pk, language)
    form = PoForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            taken = import_po(module, language, form.cleaned_data["file"], by=request.user)
            messages.success(request, taken.sentence)
            return redirect("curricula:language_detail", pk=pk, language=language)
        except RuleBroken as refusal:
            form.add_error("file", refusal.messages)
    context = _cell_context(cell_of(module, language), rights_for(request, module.curriculum), form)
    return render(request, "curricula/language_detail.html", context)


@require_POST
def upload_po_in_editor(request, translation_id: int):
    """The editor's own upload, through the same careful hands."""
    row = get_object_or_404(Translation.objects.select_related("target_locale"), pk=translation_id)
    page = ModulePage.objects.filter(translation_key=row.source.object_id, locale=row.target_locale).first()
    if page is None or "file" not in request.FILES:
        raise Http404
    language = language_of_locale(row.target_locale.language_code)
    module, file = _module_for_office(request, page.module_id, language), request.FILES["file"]
    said = _("The sentences are in the draft.")
    _attempt(request, lambda: import_po(module, language, file, by=request.user), said)
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_POST
def start(request, pk: int, language: str):
    """Begin a translation and go to the editor."""
    module = _module_for_office(request, pk, language)
    done = _attempt(request, lambda: services.start_translation(module, language, by=request.user))
    page = services.page_in(module, language) if done else None
    if page is None:
        return redirect("curricula:language_detail", pk=pk, language=language)
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_POST
def fetch(request, pk: int, language: str):
    """The source's words of today into the translation's draft."""
    module = _module_for_office(request, pk, language)
    said = _("The changes are in the draft. Translate and publish it.")
    _attempt(request, lambda: services.fetch_source(module, language, by=request.user), said)
    return redirect("curricula:language_detail", pk=pk, language=language)


@require_POST
def confirm(request, pk: int, language: str):
    """The signed-in person says that the translation holds as it is."""
    module = _module_for_office(request, pk, language)
    said = _("Reviewed: the translation is still valid. Your name stands beside it.")
    _attempt(request, lambda: services.confirm_still_valid(module, language, by=request.user), said)
    return redirect("curricula:language_detail", pk=pk, language=language)


@require_POST
def draft(request, pk: int, language: str):
    """The Cyrillic draft of the Latin text; over a published text only when that was ticked."""
    module, replace = _module_for_office(request, pk, language), request.POST.get("replace") == "yes"
    said = _("The Cyrillic draft is made. Read it before you publish it.")
    _attempt(request, lambda: draft_cyrillic(module, language, by=request.user, replace=replace), said)
    return redirect("curricula:language_detail", pk=pk, language=language)


@require_POST
def mark(request, pk: int):
    """A change of the source is safety-relevant, or is not after all."""
    note = get_object_or_404(ChangeNote.objects.select_related("module__curriculum"), pk=pk)
    language = request.POST.get("language", "")
    _module_for_office(request, note.module_id, language if language in TARGETS else TARGETS[0])
    services.mark_change(note, request.POST.get("relevant") == "yes", by=request.user)
    messages.success(request, _("The mark is changed."))
    if language not in TARGETS:
        return redirect("curricula:language_matrix", pk=note.module.curriculum_id)
    return redirect("curricula:language_detail", pk=note.module_id, language=language)


@require_POST
def add_to_edition(request, pk: int):
    """Finished translations into an edition that was published before them."""
    edition = get_object_or_404(Edition.objects.visible_to(request.user).select_related("curriculum"), pk=pk)
    _require_office(request, edition.curriculum)
    said = _("The finished translations are in edition %s.") % edition.label
    _attempt(request, lambda: add_translations(edition, by=request.user), said)
    return redirect("curricula:edition_detail", pk=pk)


def _attempt(request, act, said: str = "") -> bool:
    """Do it and say so, or say why not."""
    try:
        act()
    except RuleBroken as refusal:
        messages.error(request, " ".join(refusal.messages))
        return False
    if said:
        messages.success(request, said)
    return True


def _module(request, pk: int, language: str):
    """The module and the reader's rights; 404 where either is nothing to them, 403 for who is no trainer."""
    rows = Module.objects.filter(curriculum__in=Curriculum.objects.visible_to(request.user))
    module = get_object_or_404(rows.select_related("curriculum"), pk=pk)
    if language not in TARGETS:
        raise Http404
    return module, _require_trainer(request, module.curriculum)


def _module_for_office(request, pk: int, language: str):
    module, _rights = _module(request, pk, language)
    _require_office(request, module.curriculum)
    return module


def _require_trainer(request, curriculum):
    rights = rights_for(request, curriculum)
    if not rights.trainer:
        raise PermissionDenied
    return rights


def _require_office(request, curriculum) -> None:
    if not rights_for(request, curriculum).office:
        raise PermissionDenied


def crumbs(label: str, curriculum_pk: int | None = None) -> list[Crumb]:
    """The library, the matrix, this page."""
    way = [library_crumb()]
    if curriculum_pk:
        way.append(crumb(_("Languages"), "curricula:language_matrix", curriculum_pk))
    return [*way, Crumb(label)]
