"""Making a kit once and keeping it: its own parts lie in storage under their digests, and a list says what it holds."""

import hashlib
import json
import logging
from dataclasses import dataclass
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import translation
from django.utils.translation import gettext as _

from ..choices import Classification
from ..files.storage import keep, safe_name
from ..languages.freezing import text_digests
from ..pages.backgrounds import stored_picture
from .lessons import interface_language, lessons_of
from .papers import plan_of, sign_in_of
from .reader import Book, ReaderLink, pages_of
from .registry import papers_of
from .zips import Pack, TooLarge, ZipEntry, distinct, entry_of, measure

# Raised when the same edition makes another kit than before: readers who resume then begin anew.
KITS_MADE = "2"
AUDIENCES = (Classification.TRAINER, Classification.TRAINEE)
log = logging.getLogger(__name__)


class Damaged(FileNotFoundError):
    """A stored file is not what the edition's record says, so the edition's file is not there any more."""


@dataclass(frozen=True)
class KitMember:
    """A line of a kit's list: path inside, size in bytes, digest, CRC-32, name in storage."""

    path: str
    size: int
    sha256: str
    crc: int
    stored: str

    @property
    def is_there(self) -> bool:
        return default_storage.exists(self.stored) and default_storage.size(self.stored) == self.size

    @property
    def entry(self) -> ZipEntry:
        return ZipEntry(self.path, self.size, self.sha256, self.crc, partial(default_storage.open, self.stored))


def kit_archive(edition, audience: str, language: str) -> Pack:
    """The kit as a ZIP that can be read from any byte on. Made at the first call, then taken from storage.

    Raises FileNotFoundError if a file of the edition is gone, `Damaged` if it is another than it was.
    """
    name = f"kits/{_key(edition, audience, language)}.json"
    members = _kept(name)
    if not members:
        members = build(edition, audience, language)
        _keep_list(name, members)
    return Pack([member.entry for member in members], edition.published_at)


def is_built(edition, audience: str, language: str) -> bool:
    """Is the kit in storage already?"""
    return bool(_kept(f"kits/{_key(edition, audience, language)}.json"))


def size_when_made(edition, audience: str, language: str) -> tuple[int, int] | None:
    """Files inside and bytes of the kit's ZIP as its list says them; None while there is no list. Two queries."""
    members = _listed(f"kits/{_key(edition, audience, language)}.json")
    try:
        pack = Pack([member.entry for member in members], edition.published_at)
    except TooLarge:
        return None
    return (len(members), pack.size) if members else None


def _key(edition, audience: str, language: str) -> str:
    facts = [KITS_MADE, str(edition.pk), edition.sha256, edition.published_at.isoformat(), audience, language]
    facts += text_digests(edition, language)
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def _kept(name: str) -> list[KitMember]:
    """The list in storage; nothing if there is none, or if anything on it is missing."""
    members = _listed(name)
    return members if all(member.is_there for member in members) else []


def _listed(name: str) -> list[KitMember]:
    """What the list in storage says, whether or not it is all there."""
    if not default_storage.exists(name):
        return []
    try:
        with default_storage.open(name) as file:
            return [KitMember(**row) for row in json.load(file)]
    except ValueError:
        return []


def _keep_list(name: str, members: list[KitMember]) -> None:
    if default_storage.exists(name):
        default_storage.delete(name)
    default_storage.save(name, ContentFile(json.dumps([member.__dict__ for member in members]).encode()))


# Making it ------------------------------------------------------------------------------------------------------------


def build(edition, audience: str, language: str) -> list[KitMember]:
    """Everything the kit holds, in the order of the ZIP; what is made here is put into storage."""
    with translation.override(interface_language(language)):
        lessons = lessons_of(edition, audience, language)
        materials = {lesson.code: _materials(lesson) for lesson in lessons}
        papers = _papers(edition, audience, language, lessons)
        files = {code: [_line(member, title, file) for member, title, file in rows] for code, rows in materials.items()}
        book = Book(
            edition=edition, audience=audience, language=language, lessons=lessons, files=files,
            plans={key: _own_line(row) for key, row in papers.items() if key in materials},
            papers=[_own_line(row) for key, row in papers.items() if key not in materials],
            key=_key(edition, audience, language)[:12],
        )  # fmt: skip
        made = pages_of(book) | {path: content for path, _title, content in papers.values()}
    members = [_own(path, content) for path, content in made.items()]
    members += [member for rows in materials.values() for member, _title, _file in rows]
    members += pictures_of(lessons)
    return [*members, _own("manifest.json", manifest(edition, audience, language, members))]


def manifest(edition, audience: str, language: str, members: list[KitMember]) -> bytes:
    """What the kit is and the digest of everything in it, as JSON."""
    facts = {
        "curriculum": edition.curriculum.code,
        "edition": edition.label,
        "edition_sha256": edition.sha256,
        "published_at": edition.published_at.isoformat(),
        "audience": str(audience),
        "language": language,
        "made": KITS_MADE,
        "entries": [{"path": row.path, "size": row.size, "sha256": row.sha256} for row in members],
    }
    return json.dumps(facts, ensure_ascii=False, indent=1).encode()


def _materials(lesson) -> list[tuple]:
    """(member, title, file) for each file of the module, under paths no two of which are alike."""
    folder = f"materials/{safe_name(lesson.code, '')}"
    paths = distinct(f"{folder}/{file.file_name}" for file in lesson.files)
    return [(_member_of(file, path), file.title, file) for file, path in zip(lesson.files, paths, strict=True)]


def _member_of(file, path: str) -> KitMember:
    size, sha256, crc = measure(default_storage.open(file.file.name))
    if sha256 != file.sha256:
        log.error("%s was changed in storage", file.file.name)
        raise Damaged(f"{file.file.name} is {sha256}, its record says {file.sha256}")
    return KitMember(path, size, sha256, crc, file.file.name)


def pictures_of(lessons) -> list[KitMember]:
    """The pictures of the backgrounds, each once."""
    paths = {path: name for lesson in lessons for name, path in lesson.pictures.items()}
    return [_picture(path, stored_picture(name)) for path, name in sorted(paths.items())]


def _picture(path: str, stored: str) -> KitMember:
    size, sha256, crc = measure(default_storage.open(stored))
    return KitMember(path, size, sha256, crc, stored)


def _papers(edition, audience: str, language: str, lessons) -> dict[str, tuple]:
    """Key → (path, title, bytes): lesson plans by module code, then what is printed for every training."""
    if audience != Classification.TRAINER:
        return {}
    rows = {
        lesson.code: (
            f"lesson-plans/{safe_name(f'{lesson.code} {lesson.title}'[:70], 'pdf')}",
            _("Lesson plan"),
            plan_of(lesson, edition),
        )
        for lesson in lessons
        if lesson.steps
    }
    rows["/sign-in"] = ("sheets/sign-in-sheet.pdf", _("Sign-in sheet"), sign_in_of(edition, language))
    for number, paper in enumerate(papers_of(edition, language)):
        rows[f"/test-{number}"] = (f"sheets/{paper.file_name}", paper.title, paper.content)
    return rows


def _own_line(row: tuple) -> ReaderLink:
    path, title, content = row
    return ReaderLink(path, title, len(content))


def _line(member: KitMember, title: str, file) -> ReaderLink:
    return ReaderLink(member.path, title, member.size, file.language, member.sha256)


def _own(path: str, content: bytes) -> KitMember:
    """A part made here, kept under its digest."""
    entry = entry_of(path, content)
    stored = keep(ContentFile(content), entry.sha256)
    if default_storage.size(stored) != entry.size:
        log.warning("%s was stored in part; a whole copy is kept beside it", stored)
        stored = default_storage.save(stored, ContentFile(content))
    return KitMember(path, entry.size, entry.sha256, entry.crc, stored)
