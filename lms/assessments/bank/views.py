"""The question bank's files for the programme office: import with its preview, and export in three formats."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from curricula.bank import gift, moodle
from curricula.bank.freezing import related
from curricula.bank.services import with_pictures
from curricula.forms.bank import BankFilter
from curricula.models import Curriculum, Item
from curricula.rights import may_publish_edition
from lms.core.breadcrumbs import Crumb, crumb
from lms.core.designation import footnotes_for
from lms.core.http import XLSX, SignedInRequest, attachment, attempt, get_visible_or_404, require
from lms.core.rules import RuleBroken
from lms.imports import preview
from lms.imports.models import Draft
from lms.imports.services import decide_rows

from .columns import workbook_of
from .forms import ItemsForm
from .importing import PURPOSE, apply_items, receive_items

FORMATS = {
    "gift": (gettext_lazy("Moodle GIFT"), "txt", "text/plain; charset=utf-8"),
    "moodle": (gettext_lazy("Moodle XML"), "xml", "application/xml"),
    "workbook": (gettext_lazy("Workbook"), "xlsx", XLSX),
}


def _bank(request: SignedInRequest, pk: int) -> Curriculum:
    curriculum = get_visible_or_404(Curriculum, request.user, pk=pk)
    require(may_publish_edition(request.user, curriculum))
    return curriculum


def _draft(request: SignedInRequest, pk: int) -> tuple[Draft, Curriculum]:
    """A file this person sent in, and the bank it is for."""
    draft = get_visible_or_404(Draft.objects.filter(purpose=PURPOSE), request.user, pk=pk)
    return draft, _bank(request, draft.subject_id)


def _crumbs(curriculum: Curriculum, label: str) -> list[Crumb]:
    bank = crumb(_("Question bank"), "curricula:bank_list", curriculum.pk)
    return [bank, Crumb(label)]


@require_http_methods(["GET", "HEAD", "POST"])
def import_items(request: SignedInRequest, pk: int) -> HttpResponse:
    curriculum = _bank(request, pk)
    form = ItemsForm(request.POST or None, request.FILES or None, modules=curriculum.modules.all())
    if request.method == "POST" and form.is_valid():
        try:
            draft = receive_items(curriculum, form.cleaned_data["file"], form.defaults, by=request.user)
            return redirect("assessments:bank_import_preview", pk=draft.pk)
        except RuleBroken as refusal:
            for message in refusal.messages:
                form.add_error("file", message)
    context = {
        "curriculum": curriculum,
        "form": form,
        "drafts": Draft.objects.visible_to(request.user).filter(purpose=PURPOSE, subject_id=pk)[:5],
        "breadcrumbs": _crumbs(curriculum, _("Import")),
    }
    return render(request, "assessments/bank_import.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def import_preview(request: SignedInRequest, pk: int) -> HttpResponse:
    """Every question of the file and what becomes of it; decisions and applying are one press of the button."""
    draft, curriculum = _draft(request, pk)
    if request.method == "POST":
        if attempt(request, lambda: _apply(request, draft, curriculum)):
            return redirect("curricula:bank_list", pk=curriculum.pk)
        return redirect("assessments:bank_import_preview", pk=pk)
    context = {
        "preview": preview.build(draft),
        "refused_url": reverse("assessments:bank_import_refused", args=[pk]),
        "back_url": reverse("curricula:bank_list", args=[curriculum.pk]),
        "breadcrumbs": _crumbs(curriculum, _("What was read")),
    }
    return render(request, "assessments/bank_import_preview.html", context)


def _apply(request: SignedInRequest, draft: Draft, curriculum: Curriculum) -> None:
    version = int(request.POST["version"]) if request.POST.get("version", "").isdecimal() else None
    decided = decide_rows(draft, preview.decisions_from(request.POST), by=request.user, version=version)
    done = apply_items(decided, curriculum, by=request.user, version=decided.version)
    words = _("%(added)d added, %(changed)d changed, %(unchanged)d in the bank already.")
    messages.success(request, words % done.result)


@require_safe
def import_refused(request: SignedInRequest, pk: int) -> HttpResponse:
    """The refused questions with their reasons."""
    draft, _curriculum = _draft(request, pk)
    footnote = " ".join(footnotes_for([str(draft.rows)]))
    return attachment(preview.refused_workbook(draft, footnote=footnote), "refused-items.xlsx", XLSX)


@require_safe
def export_choose(request: SignedInRequest, pk: int) -> HttpResponse:
    """Which items, in which format."""
    curriculum = _bank(request, pk)
    form = BankFilter(request.GET or None, modules=list(curriculum.modules.all()))
    rows = form.narrow(Item.objects.visible_to(request.user).filter(module__curriculum=curriculum))
    query = request.GET.urlencode()
    addresses = {word: reverse("assessments:bank_export_file", args=[pk, word]) for word in FORMATS}
    context = {
        "curriculum": curriculum,
        "form": form,
        "count": rows.count(),
        "files": [(name, f"{addresses[word]}?{query}") for word, (name, *_rest) in FORMATS.items()],
        "breadcrumbs": _crumbs(curriculum, _("Export")),
    }
    return render(request, "assessments/bank_export.html", context)


@require_safe
def export_file(request: SignedInRequest, pk: int, word: str) -> HttpResponse:
    """The items that the filters leave, as a file."""
    curriculum = _bank(request, pk)
    if word not in FORMATS:
        raise Http404
    form = BankFilter(request.GET or None, modules=list(curriculum.modules.all()))
    rows = form.narrow(related(Item.objects.visible_to(request.user).filter(module__curriculum=curriculum)))
    _name, extension, content_type = FORMATS[word]
    return attachment(_content(word, rows), f"items-{curriculum.code}.{extension}", content_type)


def _content(word: str, rows) -> bytes:
    items = with_pictures(rows)
    if word == "workbook":
        return workbook_of([item for item, _picture in items])
    return gift.write(items).encode() if word == "gift" else moodle.write(items)


@require_safe
def template_file(request: SignedInRequest, pk: int) -> HttpResponse:
    """An empty workbook with the headings."""
    _bank(request, pk)
    return attachment(workbook_of([]), "items-template.xlsx", XLSX)
