"""What a call asks: its words, criteria, seats and documents."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from curricula.files.storage import safe_name
from curricula.files.upload_checks import extension_of, inspect_material
from lms.audit.services import record
from lms.core.rules import refuse, refuse_stale
from lms.institutions.models import Institution
from lms.people.models import User
from lms.trainings.models import Training
from lms.trainings.services.locks import lock_training

from ..models import Call, CallDocument, Cohort, Criterion, PanelScore, SeatRule
from ..permissions import OVER, may_run_cohorts

LEVELS = (2, 6)
MOST_CRITERIA, MOST_DOCUMENTS, LARGEST_DOCUMENT = 12, 10, 10 * 1024 * 1024


@dataclass(frozen=True)
class CriterionPlan:
    """A criterion as it is to be: `levels` are the words from the lowest to the highest."""

    title: str
    weight: int
    levels: tuple[str, ...]


@dataclass(frozen=True)
class SeatPlan:
    """An invited institution with its seats."""

    institution: Institution
    minimum: int
    maximum: int
    alternates: int


def _opened(cohort: Cohort, by: User) -> Training:
    """The cohort's training, locked. Refuses: not_office, over."""
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office writes the call."))
    training = lock_training(cohort.training_id)
    if training.status in OVER:
        refuse("over", _("This ToT is over or cancelled. Its call does not change any more."))
    return training


@transaction.atomic
def write_call(cohort: Cohort, *, text: str, by: User, version: int | None = None) -> Call:
    """What the call says. Refuses: not_office, over, stale."""
    training = _opened(cohort, by)
    call, _made = Call.objects.select_for_update().get_or_create(cohort=cohort)
    refuse_stale(call, version)
    call.text = text.strip()
    call.version += 1
    call.save()
    record("call_written", cohort, by=by, after={"characters": len(call.text)}, institution=training.institution_id)
    return call


@transaction.atomic
def set_criteria(cohort: Cohort, plans: Sequence[CriterionPlan], *, by: User) -> list[Criterion]:
    """Make these the criteria, in this order. Refuses: not_office, over, scored, too_many, twice, levels, weight."""
    training = _opened(cohort, by)
    if PanelScore.objects.filter(nomination__cohort=cohort).exists():
        refuse("scored", _("The panel has begun to score. The criteria stay as they are."))
    _refuse_criteria(plans)
    cohort.criteria.all().delete()
    rows = [
        Criterion(cohort=cohort, order=order, title=plan.title, weight=plan.weight, levels=list(plan.levels))
        for order, plan in enumerate(plans, 1)
    ]
    Criterion.objects.bulk_create(rows)
    after = {row.title: row.weight for row in rows}
    record("criteria_set", cohort, by=by, after=after, institution=training.institution_id)
    return list(cohort.criteria.all())


def _refuse_criteria(plans: Sequence[CriterionPlan]) -> None:
    if len(plans) > MOST_CRITERIA:
        refuse("too_many", _("A call has at most %(most)d criteria.") % {"most": MOST_CRITERIA})
    if len({plan.title.casefold() for plan in plans}) < len(plans):
        refuse("twice", _("A criterion stands there twice. Give each one its own name."))
    if any(not 1 <= plan.weight <= 10 for plan in plans):
        refuse("weight", _("A weight is a whole number from 1 to 10."))
    if any(not LEVELS[0] <= len(plan.levels) <= LEVELS[1] for plan in plans):
        refuse("levels", _("Each criterion has two to six levels: one line for each, the lowest first."))


@transaction.atomic
def set_seats(cohort: Cohort, plans: Sequence[SeatPlan], *, by: User) -> list[SeatRule]:
    """Make these the invited institutions and their seats. Refuses: not_office, over, twice, seats, too_few_seats."""
    training = _opened(cohort, by)
    if len({plan.institution.pk for plan in plans}) < len(plans):
        refuse("twice", _("An institution stands there twice. Give each one line."))
    if any(plan.minimum > plan.maximum for plan in plans):
        refuse("seats", _("The seats at least cannot be more than the seats at most."))
    promised = sum(plan.minimum for plan in plans)
    if promised > training.seats:
        sentence = _("%(promised)d seats are promised at least, and the ToT has %(seats)d. Promise fewer.")
        refuse("too_few_seats", sentence % {"promised": promised, "seats": training.seats})
    before = {str(row.institution_id): [row.minimum, row.maximum, row.alternates] for row in cohort.seat_rules.all()}
    cohort.seat_rules.exclude(institution__in=[plan.institution.pk for plan in plans]).delete()
    for plan in plans:
        SeatRule.objects.update_or_create(cohort=cohort, institution=plan.institution, defaults=_numbers(plan))
    after = {str(plan.institution.pk): list(_numbers(plan).values()) for plan in plans}
    record("seats_set", cohort, by=by, before=before, after=after, institution=training.institution_id)
    return list(cohort.seat_rules.select_related("institution"))


def _numbers(plan: SeatPlan) -> dict[str, int]:
    return {name: getattr(plan, name) for name in ("minimum", "maximum", "alternates")}


@transaction.atomic
def attach_document(cohort: Cohort, *, title: str, upload: UploadedFile[Any], by: User) -> CallDocument:
    """Attach a file: judged by its content, kept out of every public folder.

    Refuses: not_office, over, too_many, size, and what the inspection of materials refuses ('document').
    """
    training = _opened(cohort, by)
    if cohort.call_documents.count() >= MOST_DOCUMENTS:
        refuse("too_many", _("A call has at most %(most)d documents.") % {"most": MOST_DOCUMENTS})
    if (upload.size or 0) > LARGEST_DOCUMENT:
        refuse("size", _("This file is larger than 10 MB. Make it smaller."))
    try:
        file = inspect_material(upload)
    except ValidationError as error:
        refuse("document", " ".join(error.messages))
    file.seek(0)
    content = file.read()
    file.seek(0)
    document = CallDocument(cohort=cohort, title=title.strip(), size=len(content), added_by=by)
    document.sha256 = hashlib.sha256(content).hexdigest()
    document.file_name = safe_name(title, extension_of(file.name))
    document.file.save(f"{document.sha256}.{extension_of(file.name)}", file, save=True)
    record("document_attached", cohort, by=by, after={"document": document.pk}, institution=training.institution_id)
    return document


@transaction.atomic
def detach_document(document: CallDocument, *, by: User) -> None:
    """Take a document off the call; its file goes after the commit. Refuses: not_office, over."""
    training = _opened(document.cohort, by)
    record(
        "document_detached", document.cohort, by=by, before={"document": document.pk},
        institution=training.institution_id,
    )  # fmt: skip
    storage, name = document.file.storage, document.file.name
    document.delete()
    if name:
        transaction.on_commit(lambda: storage.delete(name))
