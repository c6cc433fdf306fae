"""Who was there, what was taught, and closing the half-days so that both stay what they were."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lms.audit.services import note, record, record_all
from lms.core.rules import Finding, RuleBroken, refuse
from lms.people.models import User

from ..choices import EnrolmentStatus
from ..models import Attendance, Enrolment, HeadCount, Session, SessionModule, Training
from .locks import day_at, lock_training, require_recordable

ANY = object()


@transaction.atomic
def record_attendance(
    session: Session, enrolment: Enrolment, present: bool | None, *, by: User, was: bool | None | object = ANY
) -> Attendance | None:
    """Say that a participant was present or absent in a half-day; None takes the record away.

    `was` is what the person who writes saw there; if somebody else wrote in between, the act is refused.
    Refuses: 'read_only', 'closed', 'future', 'outside', 'not_enrolled', 'conflict'.
    """
    training = lock_training(session.training_id)
    session = _recordable_session(training, session.pk)
    enrolment = Enrolment.objects.get(pk=enrolment.pk)
    if enrolment.training_id != training.pk or enrolment.status != EnrolmentStatus.ENROLLED:
        refuse("not_enrolled", _("This person has no seat in this training."))
    row = Attendance.objects.filter(session=session, enrolment=enrolment).first()
    before = row.present if row else None
    if before == present:
        return row
    if was is not ANY and before != was:
        refuse(
            "conflict", _("Somebody else changed this in the meantime. Their entry is shown now: look and save again.")
        )
    row = _write(session, enrolment, present, by)
    record(
        "attendance_recorded", enrolment, by=by, before={str(session): before}, after={str(session): present},
        institution=training.institution,
    )  # fmt: skip
    return row


def _write(session: Session, enrolment: Enrolment, present: bool | None, by: User) -> Attendance | None:
    if present is None:
        Attendance.objects.filter(session=session, enrolment=enrolment).delete()
        return None
    row, _created = Attendance.objects.update_or_create(
        session=session, enrolment=enrolment, defaults={"present": present, "recorded_by": by}
    )
    return row


def _recordable_session(training: Training, pk: int) -> Session:
    """The session as it stands under the training's lock, if attendance may be recorded in it today."""
    require_recordable(training)
    session = Session.objects.get(pk=pk)
    if session.closed_at:
        refuse("closed", _("This half-day is closed. What was recorded stays as it is."))
    if not training.starts_on <= session.held_on <= training.ends_on:
        refuse("outside", _("This half-day lies outside the training's dates. Correct the dates first."))
    if session.held_on > day_at(training):
        refuse("future", _("This half-day has not come yet. Record it on the day itself."))
    return session


@transaction.atomic
def fill_attendance(session: Session, present: bool, *, by: User) -> int:
    """Record everybody enrolled whose attendance in this half-day is not recorded yet. Returns how many.

    Refuses: 'read_only', 'closed', 'future', 'outside'.
    """
    training = lock_training(session.training_id)
    session = _recordable_session(training, session.pk)
    rows = training.enrolments.holding_a_seat().exclude(attendance__session=session)
    made = Attendance.objects.bulk_create(
        Attendance(session=session, enrolment=row, present=present, recorded_by=by) for row in rows
    )
    if made:
        after = {"present": present, "enrolments": [row.enrolment_id for row in made]}
        record("attendance_filled", session, by=by, after=after, institution=training.institution)
    return len(made)


@transaction.atomic
def mark_module(session_module: SessionModule, delivered: bool | None, *, by: User) -> SessionModule:
    """Say whether a planned module was delivered in its half-day.

    Refuses: 'read_only', 'closed', 'future', 'outside'.
    """
    training = lock_training(session_module.session.training_id)
    _recordable_session(training, session_module.session_id)
    row = SessionModule.objects.select_related("module", "session").get(pk=session_module.pk)
    if row.delivered == delivered:
        return row
    before, row.delivered = row.delivered, delivered
    row.save(update_fields=["delivered"])
    what = f"{row.session} {row.module.code}"
    record(
        "module_marked", row.session, by=by, before={what: before}, after={what: delivered},
        institution=training.institution,
    )  # fmt: skip
    return row


@transaction.atomic
def mark_modules(session: Session, delivered: bool | None, *, by: User) -> int:
    """Say of every module planned for the half-day what `mark_module` says of one, each with its own entry; how many
    were said otherwise before. Refuses what `mark_module` refuses.
    """
    training = lock_training(session.training_id)
    session = _recordable_session(training, session.pk)
    rows = [row for row in session.modules.select_related("module") if row.delivered != delivered]
    SessionModule.objects.filter(pk__in=[row.pk for row in rows]).update(delivered=delivered)
    record_all(
        note(
            "module_marked", session, by=by, before={f"{session} {row.module.code}": row.delivered},
            after={f"{session} {row.module.code}": delivered}, institution=training.institution,
        )
        for row in rows
    )  # fmt: skip
    return len(rows)


# Closing --------------------------------------------------------------------------------------------------------------


def missing_records(training: Training) -> list[Finding]:
    """What is still to be recorded before the half-days can be closed; empty if nothing is."""
    sessions = list(training.sessions.prefetch_related("modules__module"))
    if not sessions:
        return [Finding("no_sessions", _("The training has no half-day. Plan its half-days first."))]
    later = [session for session in sessions if session.held_on > day_at(training)]
    if later:
        return [Finding("future", _("These half-days have not come yet: %s.") % _named(later))]
    findings = [] if training.head_count_only else _attendance_missing(training, sessions)
    if training.head_count_only and not HeadCount.objects.filter(training=training).exists():
        findings.append(Finding("head_count_missing", _("Enter the head count: women, men, not recorded.")))
    return findings + _modules_missing(sessions)


def _attendance_missing(training: Training, sessions: Iterable[Session]) -> list[Finding]:
    enrolled = set(training.enrolments.holding_a_seat().values_list("pk", flat=True))
    recorded: dict[int, set[int]] = {session.pk: set() for session in sessions}
    for session_id, pk in Attendance.objects.filter(session__training=training).values_list("session", "enrolment"):
        recorded[session_id].add(pk)
    gaps = [(session, len(enrolled - recorded[session.pk])) for session in sessions]
    listed = "; ".join(f"{_name(session)}: {count}" for session, count in gaps if count)
    if not listed:
        return []
    return [Finding("attendance_missing", _("Record the attendance that is missing: %s.") % listed)]


def _modules_missing(sessions: Iterable[Session]) -> list[Finding]:
    unmarked = [
        f"{row.module.code} ({_name(session)})"
        for session in sessions
        for row in session.modules.all()
        if row.delivered is None
    ]
    if not unmarked:
        return []
    return [Finding("modules_missing", _("Mark whether these modules were delivered: %s.") % ", ".join(unmarked))]


def _named(sessions: Iterable[Session]) -> str:
    return ", ".join(_name(session) for session in sessions)


def _name(session: Session) -> str:
    return f"{date_format(session.held_on, 'DATE_FORMAT')}, {session.get_half_display()}"


@transaction.atomic
def close_sessions(training: Training, *, by: User) -> list[Session]:
    """Pin edition and language in every half-day; from then on nothing in them changes. Closed twice is closed once.

    Refuses: 'read_only', 'no_sessions', 'future', 'attendance_missing', 'head_count_missing', 'modules_missing'.
    """
    training = lock_training(training)
    waiting = training.sessions.filter(closed_at=None)
    if training.sessions.exists() and not waiting.exists():
        return []
    require_recordable(training)
    if findings := missing_records(training):
        raise RuleBroken(*findings)
    sessions = list(waiting)
    waiting.update(closed_at=timezone.now(), edition=training.edition_id, language=training.language)
    record(
        "sessions_closed", training, by=by, institution=training.institution,
        after={"sessions": [row.pk for row in sessions], "edition": training.edition_id, "language": training.language},
    )  # fmt: skip
    return sessions


@transaction.atomic
def reopen_sessions(training: Training, *, reason: str, by: User) -> int:
    """Open the half-days of a training that was returned, so that what was recorded wrongly can be corrected.

    Refuses: 'read_only' (it was not returned), 'completed' (completions were written from them).
    """
    training = lock_training(training)
    require_recordable(training)
    if training.enrolments.filter(completion__isnull=False).exists():
        refuse("completed", _("Completions were written from these half-days. They cannot be opened again."))
    count = training.sessions.exclude(closed_at=None).update(closed_at=None)
    if count:
        record("sessions_reopened", training, by=by, reason=reason, institution=training.institution)
    return count


@transaction.atomic
def record_head_count(training: Training, *, women: int, men: int, not_recorded: int, by: User) -> HeadCount:
    """Participants counted without names.

    Refuses: 'read_only', 'named' (this training has a list), 'numbers', 'closed'.
    """
    training = lock_training(training)
    require_recordable(training)
    if not training.head_count_only:
        refuse("named", _("This training has a list of participants. A head count is for trainings without names."))
    if min(women, men, not_recorded) < 0 or not 0 < women + men + not_recorded <= 1000:
        refuse("numbers", _("Enter how many women and men came, 1 to 1,000 people in all."))
    if training.sessions.exclude(closed_at=None).exists():
        refuse("closed", _("The half-days are closed. What was recorded stays as it is."))
    split = {"women": women, "men": men, "not_recorded": not_recorded, "total": women + men + not_recorded}
    row, _created = HeadCount.objects.update_or_create(training=training, defaults=split)
    record("head_count_recorded", training, by=by, after=split, institution=training.institution)
    return row
