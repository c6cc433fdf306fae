"""The question bank for the programme office: the list with its gaps, one item, adding, changing, retiring."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.core.breadcrumbs import Crumb
from lms.core.paging import page_of
from lms.core.rules import RuleBroken

from ..bank import services
from ..bank.freezing import plain_of, related
from ..bank.gaps import lines_of
from ..bank.plain import PlainItem
from ..choices import ItemKind
from ..forms.bank import HINTS, BankFilter, ItemForm, KindForm, answer_forms, initial_of
from ..models import Blueprint, Curriculum, Item
from ..rights import may_publish_edition
from .common import library_crumb

EDIT = require_http_methods(["GET", "HEAD", "POST"])
PER_PAGE = 50


def bank_of(request, pk: int) -> Curriculum:
    """The curriculum whose bank the office looks at; nobody else has a bank."""
    curriculum = get_object_or_404(Curriculum.objects.visible_to(request.user), pk=pk)
    if not may_publish_edition(request.user, curriculum):
        raise PermissionDenied
    return curriculum


def item_of(request, pk: int) -> Item:
    rows = Item.objects.visible_to(request.user).select_related("module__curriculum", "translation_of__module")
    return get_object_or_404(rows, pk=pk)


def crumbs(curriculum: Curriculum, *labels: str) -> list[Crumb]:
    """The way here: the library, the bank, this page."""
    bank = Crumb(_("Question bank"), reverse("curricula:bank_list", args=[curriculum.pk]) if labels else "")
    return [library_crumb(), bank, *(Crumb(label) for label in labels)]


@require_safe
def bank_home(request):
    """The bank of the one curriculum there is, or of the first."""
    if not may_publish_edition(request.user):
        raise PermissionDenied
    curriculum = Curriculum.objects.visible_to(request.user).first()
    if curriculum is None:
        raise Http404
    return redirect("curricula:bank_list", pk=curriculum.pk)


@require_safe
def list_items(request, pk: int):
    """Items by module and objective, filtered; what is missing stands on top."""
    curriculum = bank_of(request, pk)
    modules = list(curriculum.modules.all())
    form = BankFilter(request.GET or None, modules=modules)
    rows = form.narrow(related(Item.objects.visible_to(request.user).filter(module__curriculum=curriculum)))
    lines = _gaps(curriculum, modules)
    context = {
        "curriculum": curriculum,
        "others": [row for row in Curriculum.objects.visible_to(request.user) if row != curriculum],
        "form": form,
        "page_obj": page_of(request, rows, size=PER_PAGE),
        "filtered": bool(request.GET.keys() - {"page"}),
        "query": request.GET.urlencode(),
        "lines": lines,
        "gaps": sum(line.has_gap for line in lines),
        "breadcrumbs": crumbs(curriculum),
    }
    return render(request, "curricula/bank_list.html", context)


def _gaps(curriculum: Curriculum, modules):
    placed = Item.objects.live().originals().filter(module__curriculum=curriculum)
    blueprint = Blueprint.objects.filter(curriculum=curriculum).first()
    return lines_of(
        [(row.code, row.title) for row in modules],
        services.objectives_by_module(curriculum),
        placed.order_by().values_list("module__code", "objective"),
        blueprint.lines if blueprint else {},
    )


@require_safe
def show_item(request, pk: int):
    """The item as a participant meets it, with what is right, its feedback, translations and state."""
    item = item_of(request, pk)
    translations = item.translations.live().select_related("module", "translation_of").order_by("language")
    objectives = services.objectives_by_module(item.module.curriculum).get(item.module.code, [])
    now = objectives[item.objective - 1] if item.objective and item.objective <= len(objectives) else ""
    context = {
        "item": item,
        "plain": plain_of(item),
        "translations": translations,
        "objective_now": now,
        "objective_moved": bool(item.objective) and now != item.objective_text,
        "used": services.is_used(item),
        "editions": item.editions.select_related("module__edition").order_by("-module__edition_id"),
        "breadcrumbs": crumbs(item.module.curriculum, item.code),
    }
    return render(request, "curricula/bank_item.html", context)


@EDIT
def add_item(request, pk: int):
    """First module and kind, then the item."""
    curriculum = bank_of(request, pk)
    modules = list(curriculum.modules.all())
    choose = KindForm(request.GET if "kind" in request.GET else None, modules=modules, initial=request.GET.dict())
    if not choose.is_valid():
        context = {"form": choose, "curriculum": curriculum, "breadcrumbs": crumbs(curriculum, _("Add an item"))}
        return render(request, "curricula/bank_item_kind.html", context)
    draft = PlainItem(choose.cleaned_data["kind"], "", (), module=choose.cleaned_data["module"])
    return _edit(request, curriculum, draft, _("Add an item"))


@EDIT
def change_item(request, pk: int):
    """The item says something else from now on; editions keep what they have."""
    item = item_of(request, pk)
    return _edit(request, item.module.curriculum, plain_of(item), _("Change %s") % item.code, row=item)


@EDIT
def translate_item(request, pk: int):
    """A translation of an original, begun from its words."""
    item = item_of(request, pk)
    if item.translation_of_id or item.retired_on:
        raise Http404
    taken = {item.language, *item.translations.live().values_list("language", flat=True)}
    original = plain_of(item)
    draft = PlainItem(
        original.kind, original.question, original.answers, original.feedback, "", original.module,
        original.objective, translation_of=item.code, picture=item.picture, picture_kind=item.picture_kind,
    )  # fmt: skip
    return _edit(request, item.module.curriculum, draft, _("Translate %s") % item.code, taken=taken)


def _edit(request, curriculum: Curriculum, draft: PlainItem, title: str, *, row: Item | None = None, taken=()):
    """The form of an item of any kind, for adding, changing and translating."""
    objectives = services.objectives_by_module(curriculum).get(draft.module, [])
    form = ItemForm(
        request.POST or None, request.FILES or None, draft=draft, objectives=objectives,
        languages=[pair for pair in ItemForm.base_fields["language"].choices if pair[0] not in taken],
        initial=initial_of(draft, row.version if row else None) if draft.question else {"language": draft.language},
    )  # fmt: skip
    has_rows = draft.kind != ItemKind.TRUE_FALSE
    rows = answer_forms(draft.kind, request.POST or None, draft.answers) if has_rows else None
    if request.method == "POST":
        saved = _save(request, curriculum, form, rows, row)
        if saved:
            messages.success(request, _("%s is saved.") % saved.code)
            return redirect("curricula:bank_item", pk=saved.pk)
    context = {
        "form": form, "rows": rows, "draft": draft, "title": title, "hint": HINTS.get(draft.kind, ""),
        "kind": ItemKind(draft.kind).label, "breadcrumbs": crumbs(curriculum, title),
        "back_url": row.get_absolute_url() if row else reverse("curricula:bank_list", args=[curriculum.pk]),
    }  # fmt: skip
    return render(request, "curricula/bank_item_form.html", context)


def _save(request, curriculum, form: ItemForm, rows, row: Item | None) -> Item | None:
    """The stored item, or nothing with the refusal said in the form."""
    if not form.is_valid() or (rows is not None and not rows.is_valid()):
        return None
    item = form.item([one.answer() for one in rows] if rows is not None else [])
    if not form.add_findings(item):
        return None
    try:
        if row is None:
            return services.add_item(curriculum, item, by=request.user, picture=form.drawn)
        version = form.cleaned_data["version"]
        return services.change_item(row, item, by=request.user, version=version, picture=form.drawn)
    except RuleBroken as refusal:
        for message in refusal.messages:
            form.add_error(None, message)
    return None


@EDIT
def retire_item(request, pk: int):
    """No new form asks it; asked for once more before it is done."""
    item = item_of(request, pk)
    if request.method == "POST":
        _try(request, lambda: services.retire_item(item, by=request.user), _("%s is retired.") % item.code)
        return redirect(item)
    return render(request, "curricula/bank_item_retire.html", {"item": item, "used": services.is_used(item)})


@require_POST
def confirm_translation(request, pk: int):
    """Somebody compared it with the original as it is now."""
    item = item_of(request, pk)
    _try(
        request, lambda: services.confirm_translation(item, by=request.user),
        _("%s is current again.") % item.code,
    )  # fmt: skip
    return redirect(item)


def _try(request, act, success: str) -> None:
    try:
        act()
        messages.success(request, success)
    except RuleBroken as refusal:
        messages.error(request, " ".join(refusal.messages))
