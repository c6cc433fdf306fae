"""The list of nominations as it is filtered, shown and exported."""

from django.db.models import F, Q

from lms.certification.choices import Outcome
from lms.core.text import fold
from lms.institutions.models import Institution

from ..choices import NominationStatus, Presence
from ..models import Cohort, Nomination

OPEN = "open"


def presence_of(nomination: Nomination, today) -> Presence | None:
    """What attendance made of an accepted nomination; None for all others."""
    if nomination.status != NominationStatus.ACCEPTED:
        return None
    if nomination.was_there:
        return Presence.ATTENDED
    return Presence.NO_SHOW if today > nomination.cohort.training.ends_on else Presence.EXPECTED


def institutions_in(cohort: Cohort, user) -> list[Institution]:
    """The institutions that nominated, as far as this user sees them; one query."""
    nominations = cohort.nominations.visible_to(user)
    return list(Institution.objects.filter(pk__in=nominations.values("institution")).order_by("name"))


def chosen_nominations(rows, chosen: dict, *, today):
    """The queryset narrowed to what was chosen: q (name), institution, status, course."""
    if q := fold(chosen.get("q", "")):
        for part in q.split():
            rows = rows.filter(person__name_key__contains=part)
    if institution := chosen.get("institution"):
        rows = rows.filter(institution=institution)
    status = chosen.get("status")
    if status == OPEN:
        rows = rows.undecided()
    elif status:
        rows = rows.filter(status=status)
    return _of_course(rows, chosen.get("course"), today)


def _of_course(rows, course: str | None, today):
    accepted = Q(status=NominationStatus.ACCEPTED)
    over = Q(cohort__training__ends_on__lt=today)
    wanted = {
        Presence.ATTENDED: accepted & Q(was_there=True),
        Presence.NO_SHOW: accepted & Q(was_there=False) & over,
        Presence.EXPECTED: accepted & Q(was_there=False) & ~over,
        Outcome.CERTIFIED: accepted & Q(was_there=True, outcome=Outcome.CERTIFIED),
        Outcome.PROVISIONAL: accepted & Q(was_there=True, outcome=Outcome.PROVISIONAL),
    }
    return rows.filter(wanted[course]) if course else rows


def listed(cohort: Cohort, user):
    """The cohort's nominations this user sees, with all that the list shows; reserves in their order."""
    rows = cohort.nominations.visible_to(user).with_course()
    return rows.select_related("person__user", "institution__jurisdiction", "cohort__training").order_by(
        "institution__jurisdiction__name", "institution__name", F("reserve_place").asc(nulls_first=True), "id"
    )


TONES: dict[str, str] = {
    NominationStatus.PROPOSED: "attention",
    NominationStatus.ENDORSED: "info",
    NominationStatus.ACCEPTED: "good",
    NominationStatus.RESERVE: "neutral",
    NominationStatus.DECLINED: "harm",
    NominationStatus.WITHDRAWN: "neutral",
}
PRESENCE_TONES = {Presence.EXPECTED: "info", Presence.ATTENDED: "done", Presence.NO_SHOW: "attention"}


def outcome_word(nomination: Nomination) -> str:
    """What was decided about certification; empty before."""
    return str(Outcome(nomination.outcome).label) if nomination.outcome else ""
