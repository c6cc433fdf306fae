"""What editions say: a module as it was published, its pictures, and two editions side by side."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.core.breadcrumbs import Crumb

from ..editions.comparison import compare
from ..files.responses import FileDownload, file_response
from ..models import Edition, EditionModule
from ..pages.backgrounds import hashes_of, picture_kind, stored_picture
from ..pages.presenters import shown
from ..rights import rights_for
from ..services import modules_of
from .editions import crumbs


def _module(request, pk: int):
    """The frozen module and the reader's rights; what one may not read does not exist."""
    rows = EditionModule.objects.filter(edition__in=Edition.objects.visible_to(request.user))
    row = get_object_or_404(rows.select_related("edition__curriculum", "module__curriculum"), pk=pk)
    return row, rights_for(request, row.edition.curriculum)


@require_safe
def show_module(request, pk: int):
    """A module as the edition has it, for as long as the record stands."""
    row, rights = _module(request, pk)
    files = [file for file in row.files.all() if file.classification in rights.classes]
    addresses = {file.sha256: reverse("curricula:edition_file_download", args=[file.pk]) for file in files}
    names = hashes_of(row.content)
    pictures = {name: reverse("curricula:edition_picture", args=[row.pk, name]) for name in names}
    context = {
        **shown({"objectives": [], "lesson_plan": [], **row.content}, rights, minutes=row.minutes, files=addresses,
                pictures=pictures),
        "row": row,
        "edition": row.edition,
        "rights": rights,
        "files": [(file, dict(settings.CONTENT_LANGUAGES).get(file.language, file.language)) for file in files],
        "turns": _turns(row),
        "breadcrumbs": [*_way(row.edition), Crumb(row.module.code)],
    }  # fmt: skip
    return render(request, "curricula/edition_module.html", context)


def _way(edition) -> list[Crumb]:
    address = reverse("curricula:edition_detail", args=[edition.pk])
    return [*crumbs("")[:-1], Crumb(edition.label, address)]


def _turns(row) -> list[dict]:
    """The modules before and behind this one in the edition."""
    rows = list(row.edition.modules.values_list("pk", "title"))
    here = next(number for number, (pk, _title) in enumerate(rows) if pk == row.pk)
    around = [
        (_("Previous"), "prev", rows[here - 1] if here else None),
        (_("Next"), "next", rows[here + 1] if here + 1 < len(rows) else None),
    ]
    return [
        {"word": word, "rel": rel, "title": other[1], "url": reverse("curricula:edition_module", args=[other[0]])}
        for word, rel, other in around
        if other
    ]


@require_safe
def show_picture(request, pk: int, name: str):
    """A picture of a frozen module, from the edition's own copy."""
    row, _rights = _module(request, pk)
    stored = stored_picture(name)
    if name not in hashes_of(row.content) or not default_storage.exists(stored):
        raise Http404
    parcel = FileDownload(default_storage, stored, default_storage.size(stored), name, f"{name}.{picture_kind(name)}")
    response = file_response(request, parcel)
    if response.status_code == 200:
        response.headers["Content-Disposition"] = "inline"
    return response


@require_safe
def compare_editions(request, pk: int):
    """This edition beside an older one (the one before, unless `?with=` names another); for office and trainers."""
    visible = Edition.objects.visible_to(request.user).select_related("curriculum")
    edition = get_object_or_404(visible, pk=pk)
    if not rights_for(request, edition.curriculum).trainer:
        raise PermissionDenied
    others = list(visible.filter(curriculum=edition.curriculum_id).exclude(pk=edition.pk))
    other = _chosen(others, request.GET.get("with", ""), edition)
    changes = compare(modules_of(other), modules_of(edition)) if other else []
    safety = {change.module.code for change in edition.changes.select_related("module") if change.is_safety_relevant}
    context = {
        "edition": edition,
        "other": other,
        "others": others,
        "changes": changes,
        "safety": safety,
        "breadcrumbs": [*_way(edition), Crumb(_("Comparison"))],
    }
    return render(request, "curricula/edition_compare.html", context)


def _chosen(others, wanted: str, edition):
    """The edition asked for; else the one before this; else any."""
    older = [row for row in others if row.pk < edition.pk]
    found = next((row for row in others if str(row.pk) == wanted), None)
    return found or next(iter(older), None) or next(iter(others), None)
