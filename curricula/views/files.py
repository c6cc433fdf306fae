"""The doors for files: one material, one file of an edition, a module's and an edition's ZIP."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.files.storage import default_storage
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..archives import digest_of_members, length_of, stream
from ..choices import Classification
from ..delivery import Parcel, hand_over, hand_over_stream, sends_bytes
from ..kits import highest_class, members_of_edition, members_of_module
from ..models import Edition, EditionFile, Material, Module
from ..rights import rights_for
from ..services import download_name, record_download
from ..storing import safe_name


@login_not_required
@require_safe
def download_material(request, pk: int):
    """The one door for a material: public ones to anybody, the others by the reader's right today."""
    material = Material.objects.classified().select_related("module__curriculum").filter(pk=pk).first()
    name = download_name(material.title, material.language, material.file_extension) if material else ""
    curriculum = material.module.curriculum if material else None
    links = {"material": material, "module": material.module if material else None}
    return _give(request, material, curriculum, name, links)


@login_not_required
@require_safe
def download_edition_file(request, pk: int):
    """A file as an edition has it, by the same rule."""
    rows = EditionFile.objects.select_related("module__module__curriculum", "module__edition")
    file = rows.filter(pk=pk).first()
    home = file.module if file else None
    links = {"edition_file": file, "edition": home.edition, "module": home.module} if file else {}
    return _give(request, file, home.module.curriculum if home else None, file.file_name if file else "", links)


def _give(request, row, curriculum, name: str, links: dict):
    """The row's file, if this reader may have it; a visitor learns nothing, not even that it exists."""
    public = row is not None and row.classification == Classification.PUBLIC
    if not request.user.is_authenticated and not public:
        return redirect_to_login(request.get_full_path())
    rights = rights_for(request, curriculum) if row else None
    if row is None or row.classification not in rights.classes or not row.file.storage.exists(row.file.name):
        raise Http404
    parcel = Parcel(row.file.storage, row.file.name, row.file.size, row.sha256, name)
    response = hand_over(request, parcel)
    if sends_bytes(request, response):
        facts = {"title": row.title, "classification": row.classification}
        record_download(request.user, rights, size=parcel.size, sha256=parcel.sha256, **facts, **links)
    return response


@require_safe
def download_module(request, pk: int):
    """A module's materials of today, as one ZIP."""
    module = get_object_or_404(Module.objects.select_related("curriculum"), pk=pk)
    rights = rights_for(request, module.curriculum)
    if not rights.trainee:
        raise Http404
    rows = list(module.materials.classified().filter(classification__in=rights.classes).order_by("title", "pk"))
    name = safe_name(f"{module.code} {module.title}", "zip")
    moment = max((row.created_at for row in rows), default=timezone.now())
    return _give_zip(request, rights, members_of_module(rows), moment, name, rows, {"module": module})


@require_safe
def download_edition(request, pk: int):
    """A whole edition as one ZIP: everything this reader may have, or, with `?for=trainee`, the trainees' part."""
    edition = get_object_or_404(Edition.objects.select_related("curriculum"), pk=pk)
    rights = rights_for(request, edition.curriculum)
    if not rights.trainee:
        raise Http404
    classes = set(rights.classes) - ({Classification.TRAINER} if request.GET.get("for") == "trainee" else set())
    files = EditionFile.objects.filter(module__edition=edition, classification__in=classes)
    rows = list(files.select_related("module__module").order_by("module__order", "file_name", "pk"))
    name = safe_name(f"{edition.curriculum.code} {edition.label} {highest_class(rows)}", "zip")
    return _give_zip(request, rights, members_of_edition(rows), edition.published_at, name, rows, {"edition": edition})


def _give_zip(request, rights, members, moment, name: str, rows, links: dict):
    """The ZIP of these members; an empty one does not exist."""
    if not members or not all(default_storage.exists(row.file.name) for row in rows):
        raise Http404
    sha256, length = digest_of_members(members), length_of(members)
    chunks = stream(members, moment) if request.method == "GET" else ()
    response = hand_over_stream(request, chunks, length=length, etag=f'"{sha256}"', file_name=name)
    if sends_bytes(request, response):
        facts = {"title": name, "classification": highest_class(rows), "size": length, "sha256": sha256}
        record_download(request.user, rights, **facts, **links)
    return response
