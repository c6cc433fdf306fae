"""A module's package: its page for trainees with the scripts that talk to the platform, and its files for trainees."""

import re
from functools import partial
from urllib.parse import quote

from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils import translation

from ..choices import Classification
from ..kit.building import pictures_of
from ..kit.lessons import Lesson, interface_language, lesson_of
from ..kit.reader import LICENCE, ReaderLink, static_file, style_sheet
from ..kit.registry import questions_of
from ..kit.zips import Pack, ZipEntry, entry_of, measure
from .manifests import SCORM_12, SCORM_2004, manifest

DIALECTS = {"1.2": SCORM_12, "2004": SCORM_2004}
VERSIONS = tuple(DIALECTS)
SCRIPTS = ("scorm-api.js", "scorm-player.js")
START = "index.html"


def package_of(row, version: str, language: str) -> Pack:
    """A module of an edition as a SCORM package; the same bytes for the same edition, version and language.

    It holds what trainees may read and nothing else. Raises FileNotFoundError if a file of the edition is gone.
    """
    lesson = lesson_of(row, Classification.TRAINEE, language)
    files = [_file(file, at) for at, file in enumerate(lesson.files, 1)]
    parts = _pages(row, lesson, language, [line for line, _entry in files])
    entries = [entry_of(path, content) for path, content in parts.items()]
    entries += [entry for _line, entry in files]
    entries += [picture.entry for picture in pictures_of([lesson])]
    edition = row.edition
    head = manifest(
        DIALECTS[version], identifier=_identifier(edition, lesson, version, language), label=edition.label,
        title=f"{lesson.code} {lesson.title}", start=START, files=[quote(entry.path) for entry in entries],
    )  # fmt: skip
    return Pack([entry_of("imsmanifest.xml", head), *entries], edition.published_at)


def _identifier(edition, lesson: Lesson, version: str, language: str) -> str:
    """An XML name that no other package has."""
    facts = (edition.curriculum.code, edition.label, lesson.code, version, language)
    return "pssm-" + re.sub(r"[^A-Za-z0-9.-]+", "-", "-".join(facts))


def _pages(row, lesson: Lesson, language: str, files: list[ReaderLink]) -> dict[str, bytes]:
    context = {
        "lesson": lesson, "content": lesson.content, "edition": row.edition, "files": files, "root": "",
        "interface": interface_language(language), "language": language,
    }  # fmt: skip
    with translation.override(interface_language(language)):
        context["questions"] = questions_of(row, language)
        page = render_to_string("curricula/kit_scorm.html", context)
    parts = {START: page.encode(), "reader/reader.css": style_sheet(), "reader/noto-sans-OFL.txt": static_file(LICENCE)}
    return parts | {f"reader/{name}": static_file(f"kit/{name}") for name in SCRIPTS}


def _file(file, number: int) -> tuple[ReaderLink, ZipEntry]:
    """A file of the module under a plain path: some platforms know nothing of other letters."""
    path = f"materials/{number:02d}.{file.file_name.rpartition('.')[2]}"
    size, sha256, crc = measure(default_storage.open(file.file.name))
    entry = ZipEntry(path, size, sha256, crc, partial(default_storage.open, file.file.name))
    return ReaderLink(path, file.title, size, file.language), entry
