"""The open cohort's call: what it asks, a panel at work, first decisions, and letters that wait for release."""

from dataclasses import dataclass
from datetime import timedelta

from lms.cohorts.models import Cohort, Nomination
from lms.cohorts.services import (
    CriterionPlan,
    SeatPlan,
    add_panel_member,
    decide_nomination,
    nominate_person,
    open_nominations,
    save_panel_score,
    set_criteria,
    set_seats,
    write_call,
)
from lms.core.clock import pretend
from lms.institutions.models import Institution
from lms.people.models import User

from .deliveries import Scene

TEXT = """Officers who will teach weapons and ammunition security in their own institution for at least two years.

They have taught before or are willing to learn it, and know the daily work of a storage or an evidence room. \
The ministry keeps them free for five days now and for at least one training of their own within six months.

The programme pays travel, board and lodging. Please nominate women and men."""
CRITERIA = [
    CriterionPlan("Teaching and training", 3, ("has not taught", "has taught now and then", "teaches regularly")),
    CriterionPlan("Work with weapons and ammunition", 2, ("little", "some years", "daily and for long")),
    CriterionPlan("English", 1, ("reads", "follows a course", "teaches in it")),
    CriterionPlan("Use afterwards", 2, ("not said", "planned", "planned, with days and places")),
]
# institution, seats at least and at most, alternates
SEATS = [
    ("al-police", 1, 3, 1), ("ba-federation", 1, 2, 1), ("ba-rs", 1, 2, 1), ("xk-police", 1, 3, 1),
    ("md-police", 1, 2, 1), ("me-police", 1, 2, 1), ("mk-weapons", 1, 2, 1), ("rs-administrative", 1, 3, 1),
]  # fmt: skip
MOTIVATION = "Leads the checks of the storage and has asked to teach them."


@dataclass(frozen=True)
class Nominee:
    """Whom an institution names: their sex, years in post, English, and the levels two members of the panel give."""

    place: str
    sex: str
    years: int | None
    english: str
    levels: tuple[tuple[int, ...], ...]
    decided: str = ""


NOMINEES = [
    Nominee("al-police", "woman", 6, "B2", ((3, 3, 2, 3), (3, 3, 2, 3)), "accepted"),
    Nominee("al-police", "man", 11, "B1", ((2, 3, 1, 2), (2, 3, 2, 2))),
    Nominee("xk-police", "man", 4, "C1", ((2, 2, 3, 2), (3, 2, 3, 2)), "accepted"),
    Nominee("xk-police", "woman", 8, "B2", ((2, 2, 3, 2), (3, 2, 3, 2)), "reserve"),
    Nominee("me-police", "man", 2, "A2", ((1, 1, 1, 1), (1, 2, 1, 1)), "declined"),
    Nominee("rs-administrative", "woman", None, "B2", ((3, 2, 2, 2),)),
    Nominee("rs-administrative", "man", 9, "B1", ((2, 2, 1, 3),)),
]


def open_call(scene: Scene, cohort: Cohort, places: dict[str, Institution]) -> Cohort:
    """Words, criteria and seats, then the call; its invitations wait for release."""
    office = scene.staff.office
    write_call(cohort, text=TEXT, by=office)
    set_criteria(cohort, CRITERIA, by=office)
    set_seats(cohort, [SeatPlan(places[code], *numbers) for code, *numbers in SEATS], by=office)
    return open_nominations(cohort, by=office)


def prepare_selection(scene: Scene, cohort: Cohort, places: dict[str, Institution]) -> None:
    """Nominations, scores and first decisions; none of their letters is released."""
    office = scene.staff.office
    with pretend(scene.today - timedelta(days=2)):
        panel = [_seat(cohort, scene, name) for name in ("assessor3@seesac.example", "officer2@seesac.example")]
        rows = [_nominate(scene, cohort, places, nominee) for nominee in NOMINEES]
    for nominee, nomination in zip(NOMINEES, rows, strict=True):
        _score(nomination, nominee, panel)
        if nominee.decided:
            reason = "No experience with storages yet." if nominee.decided == "declined" else ""
            decide_nomination(nomination, nominee.decided, reason=reason, by=office)


def _seat(cohort: Cohort, scene: Scene, email: str) -> User:
    user = scene.staff.accounts[email]
    add_panel_member(cohort, user, by=scene.staff.office)
    return user


def _nominate(scene: Scene, cohort: Cohort, places: dict[str, Institution], nominee: Nominee) -> Nomination:
    focal = scene.staff.focal_points[nominee.place]
    person = scene.pool.draw(places[nominee.place], sex=nominee.sex, by=focal, job_function="Storage inspector")
    return nominate_person(
        cohort, person, by=focal, years_in_post=nominee.years, english=nominee.english, motivation=MOTIVATION,
        endorsed_by=str(focal), endorsed_on=scene.today - timedelta(days=3),
    )  # fmt: skip


def _score(nomination: Nomination, nominee: Nominee, panel: list[User]) -> None:
    criteria = list(nomination.cohort.criteria.all())
    for member, levels in zip(panel, nominee.levels, strict=False):
        given = {str(one.pk): level for one, level in zip(criteria, levels, strict=True)}
        save_panel_score(nomination, levels=given, submit=True, by=member)
