"""The views for single files: a material, and a file as an edition has it."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.views.decorators.http import require_safe

from ..choices import Classification
from ..files.responses import FileDownload, file_response, sends_bytes
from ..models import EditionFile, Material
from ..rights import rights_for
from ..services import download_name, record_download


@login_not_required
@require_safe
def download_material(request, pk: int):
    """The one view for a material: public ones to anybody, the others by the reader's right today."""
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
    parcel = FileDownload(row.file.storage, row.file.name, row.file.size, row.sha256, name)
    response = file_response(request, parcel)
    if sends_bytes(request, response):
        facts = {"title": row.title, "classification": row.classification}
        record_download(request.user, rights, size=parcel.size, sha256=parcel.sha256, **facts, **links)
    return response
