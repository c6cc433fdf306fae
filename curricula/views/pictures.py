"""Wagtail's pictures, for people who are signed in; nothing else that lies in storage has an address."""

import hashlib
import re

from django.core.files.storage import default_storage
from django.http import Http404
from django.views.decorators.http import require_safe

from ..files.responses import FileDownload, file_response

PICTURE = re.compile(r"(images|original_images)/[\w][\w.\-]*\.(jpe?g|png|webp)", re.IGNORECASE)
KINDS = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


@require_safe
def show_picture(request, path: str):
    """An original or a rendition, by its exact name in storage."""
    if not PICTURE.fullmatch(path) or not default_storage.exists(path):
        raise Http404
    size = default_storage.size(path)
    etag = hashlib.sha256(f"{path} {size}".encode()).hexdigest()
    response = file_response(request, FileDownload(default_storage, path, size, etag, path.rpartition("/")[2]))
    if response.status_code == 200:
        response.headers["Content-Disposition"] = "inline"
        response.headers["Content-Type"] = KINDS[path.rpartition(".")[2].lower()]
    return response
