"""Publishing editions, and the record of who took which file. The only writer of both."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core.accounts import Account
from lms.core.rules import Finding, RuleBroken, refuse

from .bank.freezing import contents_now, freeze_bank
from .choices import Capacity, Classification, ModuleKind
from .editions import frozen
from .editions.frozen import FrozenFile, FrozenModule
from .files.storage import keep, safe_name
from .languages.freezing import freeze_texts, newest, said, texts_now
from .languages.trees import originals
from .models import (
    Curriculum,
    Download,
    Edition,
    EditionChange,
    EditionFile,
    EditionModule,
    Material,
    Module,
    ModulePage,
)
from .pages import publication_checks
from .pages.backgrounds import keep_pictures
from .pages.content import content_of
from .rights import Rights
from .signals import edition_published, edition_withdrawn

LABEL = re.compile(r"[0-9A-Za-z][0-9A-Za-z.\-]{0,19}")


# What stands now ------------------------------------------------------------------------------------------------------


def modules_now(curriculum: Curriculum) -> list[FrozenModule]:
    """The curriculum as its live pages and classified materials have it, in the order of its modules."""
    live = originals(ModulePage.objects.live()).filter(module__curriculum=curriculum)
    pages = {page.module_id: page for page in live}
    files, items, texts = _files_now(curriculum), contents_now(curriculum), texts_now(curriculum)
    return [
        replace(
            _freeze(module, pages[module.pk], files.get(module.pk, ()), items.get(module.pk, ())),
            texts=tuple(said(text) for text in texts.get(module.pk, ())),
        )
        for module in curriculum.modules.all()
        if module.pk in pages
    ]


def _files_now(curriculum: Curriculum) -> dict[int, tuple[FrozenFile, ...]]:
    files: dict[int, tuple[FrozenFile, ...]] = {}
    for row in materials_of(curriculum):
        files[row.module_id] = (*files.get(row.module_id, ()), _freeze_file(row))
    return files


def materials_of(curriculum: Curriculum) -> models.QuerySet[Material]:
    """What an edition takes in: classified materials, in an order of their own."""
    # The base class has no types, so the checker does not see the manager.
    rows: models.QuerySet[Material] = Material.objects.classified()  # type: ignore[attr-defined]
    return rows.filter(module__curriculum=curriculum).order_by(
        "module__order", "classification", "language", "title", "pk"
    )


def _freeze(
    module: Module, page: ModulePage, files: tuple[FrozenFile, ...], items: tuple[dict[str, Any], ...]
) -> FrozenModule:
    return FrozenModule(
        code=module.code, title=module.title, kind=module.kind, is_mandatory=module.is_mandatory,
        minutes=module.minutes, content=content_of(page), files=files, items=items,
    )  # fmt: skip


def _freeze_file(row: Material) -> FrozenFile:
    return FrozenFile(
        title=row.title, file_name=download_name(row.title, row.language, row.file_extension),
        classification=row.classification, language=row.language, sha256=row.sha256,
    )  # fmt: skip


def download_name(title: str, language: str, extension: str) -> str:
    """The name under which a reader saves a file."""
    return safe_name(f"{title} {language}", extension.lower())


def modules_of(edition: Edition | None) -> list[FrozenModule]:
    """An edition as plain data, to compare with; an empty list for none."""
    if edition is None:
        return []
    rows = edition.modules.select_related("module").prefetch_related("files", "items", "texts")
    return [
        FrozenModule(
            code=row.module.code, title=row.title, kind=row.kind, is_mandatory=row.is_mandatory, minutes=row.minutes,
            content=row.content,
            files=tuple(
                FrozenFile(file.title, file.file_name, file.classification, file.language, file.sha256)
                for file in sorted(row.files.all(), key=lambda file: (file.classification, file.language, file.title))
            ),
            items=tuple(item.content for item in sorted(row.items.all(), key=lambda item: item.code)),
            texts=newest(row.texts.all()),
        )
        for row in rows
    ]  # fmt: skip


def changes_since(curriculum: Curriculum, edition: Edition | None) -> list[frozen.ModuleChange]:
    """What a new edition would say differently from this one."""
    return frozen.changes(modules_of(edition), modules_now(curriculum))


# Publishing -----------------------------------------------------------------------------------------------------------


@transaction.atomic
def publish_edition(
    curriculum: Curriculum,
    label: str,
    *,
    by: Account,
    note: str = "",
    languages: Iterable[str] | None = None,
    safety: Iterable[str] = (),
) -> Edition:
    """Freeze the curriculum as it stands under a label: modules, their content, and a copy of every file.

    `languages` are those it may be taught in (BCP 47); if none are named, those of its materials. `safety` names the
    modules (codes) whose change is safety-relevant: who teaches an older edition is told. Refuses a label
    that is taken or unusable, a module that cannot be taught as written, and an edition that says the same as the
    one before. Sends `edition_published` in the transaction.
    """
    curriculum = Curriculum.objects.select_for_update().get(pk=curriculum.pk)
    modules, before = modules_now(curriculum), curriculum.editions.first()
    _refuse_if_any(findings_for(curriculum, label, modules))
    spoken = sorted(set(languages or ()) or {file.language for module in modules for file in module.files} or {"en"})
    edition = Edition.objects.create(
        curriculum=curriculum, label=label, note=note, published_by=by, languages=spoken,
        minutes=sum(module.minutes for module in modules if module.kind == ModuleKind.CORE),
        sha256=frozen.digest(modules),
    )  # fmt: skip
    _write_modules(edition, modules)
    _write_changes(edition, before, modules, set(safety))
    keep_pictures(text for module in modules for text in (module.content, *(row["content"] for row in module.texts)))
    edition_published.send(sender=Edition, edition=edition, by=by)
    return edition


def findings_for(curriculum: Curriculum, label: str, modules: list[FrozenModule]) -> list[Finding]:
    """Everything that stands in the way of publishing under this label."""
    return [*_label_findings(curriculum, label), *_module_findings(curriculum, modules)]


def _label_findings(curriculum: Curriculum, label: str) -> list[Finding]:
    if not LABEL.fullmatch(label):
        return [Finding("label_unusable", _("Use letters, digits, dots and hyphens for the label, such as 2026.1."))]
    if curriculum.editions.filter(label=label).exists():
        return [Finding("label_taken", _("There is an edition %s already. Choose another label.") % label)]
    return []


def _module_findings(curriculum: Curriculum, modules: list[FrozenModule]) -> list[Finding]:
    published = {module.code for module in modules}
    missing = [module.code for module in curriculum.modules.all() if module.code not in published]
    if missing or not modules:
        message = _("These modules have no published page: %s. Publish them first.") % (", ".join(missing) or "–")
        return [Finding("page_missing", message)]
    found = [
        Finding(finding.code, f"{module.code}: {finding.message}")
        for module in modules
        for finding in publication_checks.findings(module.minutes, module.content)
    ]
    newest = curriculum.editions.first()
    if newest and newest.sha256 == frozen.digest(modules):
        found.append(Finding("nothing_changed", _("Nothing changed since edition %s.") % newest.label))
    return found


def _refuse_if_any(findings: list[Finding]) -> None:
    if findings:
        raise RuleBroken(*findings)


def _write_modules(edition: Edition, modules: list[FrozenModule]) -> None:
    records = {module.code: module for module in edition.curriculum.modules.all()}
    rows = EditionModule.objects.bulk_create(
        EditionModule(
            edition=edition, module=records[module.code], title=module.title, kind=module.kind,
            is_mandatory=module.is_mandatory, order=order, minutes=module.minutes, content=module.content,
        )
        for order, module in enumerate(modules, 1)
    )  # fmt: skip
    homes = {row.module_id: row for row in rows}
    EditionFile.objects.bulk_create(
        _copy(material, homes[material.module_id]) for material in materials_of(edition.curriculum)
    )
    freeze_bank(edition, rows)
    freeze_texts(rows, texts_now(edition.curriculum), by=edition.published_by)


def _write_changes(edition: Edition, before: Edition | None, modules: list[FrozenModule], safety: set[str]) -> None:
    """What differs from the edition before, module by module; neither a first edition nor a translation is a change."""
    old = {module.code: replace(module, texts=()) for module in modules_of(before)}
    records = {module.code: module for module in edition.curriculum.modules.all()}
    EditionChange.objects.bulk_create(
        EditionChange(
            edition=edition, module=records[module.code], is_safety_relevant=module.code in safety,
            word=EditionChange.CHANGED if module.code in old else EditionChange.NEW,
        )
        for module in modules
        if before and old.get(module.code) != replace(module, texts=())
    )  # fmt: skip


def _copy(material: Material, home: EditionModule) -> EditionFile:
    """The material's own copy: its bytes lie under their digest, once for all editions that have them."""
    fixed = _freeze_file(material)
    with material.file.open() as file:
        stored = keep(file, material.sha256)
    return EditionFile(
        module=home, title=fixed.title, file_name=fixed.file_name, classification=fixed.classification,
        language=fixed.language, size=material.file_size, sha256=fixed.sha256, file=stored,
    )  # fmt: skip


@transaction.atomic
def withdraw_edition(edition: Edition, *, by: Account, day: date | None = None) -> Edition:
    """From this day (today) on no new training may be planned on the edition; what it says stays as it is."""
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    if edition.withdrawn_on:
        refuse("withdrawn_already", _("This edition was withdrawn before."))
    edition.withdrawn_on = day or timezone.localdate()
    edition.save(update_fields=["withdrawn_on"])
    edition_withdrawn.send(sender=Edition, edition=edition, by=by)
    return edition


# Downloads ------------------------------------------------------------------------------------------------------------


def record_download(
    user: Account, rights: Rights, *, title: str, classification: str, size: int, sha256: str, **links: Any
) -> Download:
    """One file (or ZIP) given out. Public ones are counted without a name.

    `links` name what it was: `material`, `edition_file`, `edition`, `module`.
    """
    public = classification == Classification.PUBLIC
    return Download.objects.create(
        user=None if public else user, title=title[:255], classification=classification, size=size, sha256=sha256,
        capacity=Capacity.PUBLIC if public else rights.capacity, **links,
    )  # fmt: skip
