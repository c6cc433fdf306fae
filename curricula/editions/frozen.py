"""An edition as plain data: its digest, and what changed from one to the next."""

import hashlib
import json
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext


@dataclass(frozen=True)
class FrozenFile:
    """A file as an edition has it."""

    title: str
    file_name: str
    classification: str
    language: str
    sha256: str


@dataclass(frozen=True)
class FrozenModule:
    """A module as an edition has it; `content` is plain JSON, `files` in their order."""

    code: str
    title: str
    kind: str
    is_mandatory: bool
    minutes: int
    content: dict
    files: tuple[FrozenFile, ...] = ()
    items: tuple[dict, ...] = ()
    texts: tuple[dict, ...] = ()

    @property
    def as_json(self) -> dict:
        """Without items and translations it is what it was before there were any, and so is its digest."""
        more = {name: list(rows) for name, rows in (("items", self.items), ("texts", self.texts)) if rows}
        plain = {name: value for name, value in self.__dict__.items() if name not in ("items", "texts")}
        return {**plain, "files": [file.__dict__ for file in self.files], **more}


@dataclass(frozen=True)
class ModuleChange:
    """One module that is new, gone or changed, and in what (sentences)."""

    code: str
    title: str
    word: str
    what: tuple[str, ...] = ()


def digest(modules: list[FrozenModule]) -> str:
    """SHA-256 (hex) over everything the modules say and the digests of their files."""
    text = json.dumps([module.as_json for module in modules], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def changes(before: list[FrozenModule], after: list[FrozenModule]) -> list[ModuleChange]:
    """What is different, in the order of the modules after; what went stands last."""
    old = {module.code: module for module in before}
    new = {module.code for module in after}
    found = [_compare(old.get(module.code), module) for module in after]
    gone = [ModuleChange(module.code, module.title, _("left out")) for module in before if module.code not in new]
    return [*filter(None, found), *gone]


def _compare(old: FrozenModule | None, new: FrozenModule) -> ModuleChange | None:
    if old is None:
        return ModuleChange(new.code, new.title, _("new"))
    what = tuple(_differences(old, new))
    return ModuleChange(new.code, new.title, _("changed"), what) if what else None


def _differences(old: FrozenModule, new: FrozenModule):
    if old.title != new.title:
        yield _("The title was “%s”.") % old.title
    if old.minutes != new.minutes:
        yield _("%(new)d minutes instead of %(old)d.") % {"new": new.minutes, "old": old.minutes}
    if (old.kind, old.is_mandatory) != (new.kind, new.is_mandatory):
        yield _("Its kind, or whether it is mandatory, changed.")
    if old.content != new.content:
        yield _("The text changed: %s.") % ", ".join(_changed_parts(old.content, new.content))
    yield from _file_differences(old.files, new.files)
    yield from _item_differences(old.items, new.items)
    yield from _text_differences(old.texts, new.texts)


PARTS = {
    "summary": gettext_lazy("summary"),
    "objectives": gettext_lazy("objectives"),
    "key_points": gettext_lazy("key points"),
    "safety_note": gettext_lazy("safety note"),
    "body": gettext_lazy("background"),
    "lesson_plan": gettext_lazy("lesson plan"),
    "scenario": gettext_lazy("scenario"),
    "exercise": gettext_lazy("exercise"),
    "references": gettext_lazy("standard references"),
    "trainer_notes": gettext_lazy("trainer notes"),
}


def _changed_parts(old: dict, new: dict) -> list[str]:
    return [str(word) for name, word in PARTS.items() if old.get(name) != new.get(name)] or [_("other parts")]


def _file_differences(old: tuple[FrozenFile, ...], new: tuple[FrozenFile, ...]):
    """Files are the same if name, class, language and bytes are."""
    changed = len(set(new) - set(old))
    gone = len({file.file_name for file in old} - {file.file_name for file in new})
    if changed:
        yield ngettext("%d file is new or changed.", "%d files are new or changed.", changed) % changed
    if gone:
        yield ngettext("%d file is gone.", "%d files are gone.", gone) % gone


def _item_differences(old: tuple[dict, ...], new: tuple[dict, ...]):
    """Test items are the same if all they say is; one that is gone was retired."""
    before = {item["code"]: item for item in old}
    changed = sum(before.get(item["code"]) != item for item in new)
    gone = len(before.keys() - {item["code"] for item in new})
    if changed:
        yield ngettext("%d test item is new or changed.", "%d test items are new or changed.", changed) % changed
    if gone:
        yield ngettext("%d test item is gone.", "%d test items are gone.", gone) % gone


def _text_differences(old: tuple[dict, ...], new: tuple[dict, ...]):
    """Translations by their languages; the texts themselves are too long for a sentence."""
    before, after = ({row["language"]: row for row in rows} for rows in (old, new))
    names = dict(settings.CONTENT_LANGUAGES)
    changed = [str(names.get(code, code)) for code in sorted({*before, *after}) if before.get(code) != after.get(code)]
    if changed:
        yield _("The translation changed: %s.") % ", ".join(changed)
