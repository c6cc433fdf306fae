"""The views for what is sent as one ZIP: kits, packages for other learning platforms, a module's materials."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ..choices import Classification
from ..files.responses import FileDownload, file_response, sends_bytes
from ..files.storage import safe_name
from ..kit.building import kit_archive
from ..kit.lessons import languages_of
from ..kit.shelf import highest_class, pack_of_materials
from ..kit.zips import TooLarge
from ..models import Edition, EditionModule, Module
from ..rights import rights_for
from ..scorm.packing import VERSIONS, package_of
from ..services import record_download


@require_safe
def download_kit(request, pk: int):
    """The kit of an edition: the fullest this reader may have, or `?for=trainee`; in the language asked for."""
    edition = get_object_or_404(Edition.objects.select_related("curriculum"), pk=pk)
    rights = rights_for(request, edition.curriculum)
    language = request.GET.get("language") or languages_of(edition)[0]
    if not rights.trainee or language not in languages_of(edition):
        raise Http404
    for_trainers = rights.trainer and request.GET.get("for") != Classification.TRAINEE
    audience = Classification.TRAINER if for_trainers else Classification.TRAINEE
    pack = _whole(lambda: kit_archive(edition, audience, language))
    name = safe_name(f"{edition.curriculum.code} {edition.label} {audience} kit {language}", "zip")
    return _give(request, rights, pack, name, audience, {"edition": edition})


@require_safe
def download_package(request, pk: int):
    """A module of an edition as a SCORM package: `?version=1.2` or `2004`, for those who run another platform."""
    rows = EditionModule.objects.select_related("edition__curriculum", "module")
    module = get_object_or_404(rows, pk=pk)
    edition = module.edition
    rights = rights_for(request, edition.curriculum)
    version = request.GET.get("version", VERSIONS[0])
    language = request.GET.get("language") or languages_of(edition)[0]
    if not rights.trainer or version not in VERSIONS or language not in languages_of(edition):
        raise Http404
    pack = _whole(lambda: package_of(module, version, language))
    name = safe_name(f"{module.module.code} {edition.label} scorm {version} {language}", "zip")
    links = {"edition": edition, "module": module.module}
    return _give(request, rights, pack, name, Classification.TRAINEE, links)


@require_safe
def download_module(request, pk: int):
    """A module's materials of today, those this reader may have; a ZIP of nothing does not exist."""
    module = get_object_or_404(Module.objects.select_related("curriculum"), pk=pk)
    rights = rights_for(request, module.curriculum)
    rows = module.materials.classified().filter(classification__in=rights.classes).order_by("title", "pk")
    if not rights.trainee or not rows:
        raise Http404
    pack = _whole(lambda: pack_of_materials(rows))
    name = safe_name(f"{module.code} {module.title}", "zip")
    return _give(request, rights, pack, name, highest_class(rows), {"module": module})


def _whole(make):
    """What is made of stored files is there only while they are, and while one ZIP can hold them."""
    try:
        return make()
    except (FileNotFoundError, TooLarge):
        raise Http404 from None


def _give(request, rights, pack, name: str, classification: str, links: dict):
    """The ZIP, whole or from where a broken download goes on; written down as any restricted file is."""
    parcel = FileDownload(pack, "", pack.size, pack.sha256, name)
    response = file_response(request, parcel)
    if sends_bytes(request, response):
        facts = {"title": name, "classification": classification, "size": pack.size, "sha256": pack.sha256}
        record_download(request.user, rights, **facts, **links)
    return response
