"""From the call to the letters: what is asked, the panel's scores, the decisions about a whole list."""

from django.core import mail

from lms.cohorts.models import Cohort, Criterion, Letter, Nomination
from lms.cohorts.selection.panel import to_score
from lms.cohorts.services import save_panel_score
from lms.people.models import User
from lms.trainings.models import Training

from .cohort_steps import ADDRESS, CANDIDATE, OTHERS
from .visitor import Visitor

CRITERIA = [
    ("Teaching and training", 3, "has not taught\nhas taught now and then\nteaches regularly"),
    ("Use afterwards", 2, "not said\nplanned\nplanned, with days and places"),
]
PANEL = ("assessor3@seesac.example", "officer2@seesac.example")
REASON = "The seats of this cohort went to full-time instructors first."


def write_the_criteria(office: Visitor, training: Training) -> None:
    """What the panel scores stands in the call, which every institution reads."""
    office.open(f"/cohorts/{training.pk}/call-for-nominations/")
    office.follow("Change the criteria")
    for number, (title, weight, levels) in enumerate(CRITERIA):
        values = {"title": title, "weight": weight, "levels": levels}
        office.fill(**{f"form-{number}-{name}": value for name, value in values.items()})
    office.press("Save")
    office.sees("Saved.", "How the panel scores", "teaches regularly")
    office.shot("60-call")


def name_the_panel(office: Visitor, training: Training) -> None:
    office.open(f"/cohorts/{training.pk}/panel/")
    for email in PANEL:
        office.fill(email=email)
        office.press("Put on the panel")
        office.sees("is on the panel.", email)


def score_one(member: Visitor, training: Training, level: int) -> None:
    """A level for each criterion, in words; what the others gave is not to be seen before."""
    member.open(f"/cohorts/{training.pk}/panel/")
    member.follow(CANDIDATE)
    assert "What the panel gave" not in member.words
    member.fill(**{f"level-{one.pk}": level for one in Criterion.objects.filter(cohort__training=training)})
    member.shot("61-panel-score")
    member.press("Hand in")
    member.sees("Handed in.", "You have handed in 1 of")


def score_the_others(training: Training) -> None:
    """Whoever gets a seat in the end is scored high; the rest by the service behind the same button."""
    cohort = Cohort.objects.get(training=training)
    keys = [str(one.pk) for one in cohort.criteria.all()]
    for email in PANEL:
        member = User.objects.get(email=email)
        for row in to_score(cohort, member):
            name = str(row.person)
            if name != CANDIDATE:
                levels = dict.fromkeys(keys, 3 if name in OTHERS else 1)
                save_panel_score(row, levels=levels, submit=True, by=member)


def decide_the_list(office: Visitor, training: Training) -> None:
    """The ranking with a decision on each line, all of them in one go."""
    office.open(f"/cohorts/{training.pk}/ranking/")
    office.sees("Points run from 0 to 100", CANDIDATE)
    office.shot("62-ranking")
    office.follow("Selection")
    for row in Nomination.objects.filter(cohort__training=training).select_related("person"):
        chosen = str(row.person) in (CANDIDATE, *OTHERS)
        office.fill(**{f"n{row.pk}-status": "accepted" if chosen else "declined"})
        if not chosen:
            office.fill(**{f"n{row.pk}-reason": REASON})
    office.press("Decide")
    office.sees("Decided. The letters wait in the outbox until you release them.", "7 of 12 seats taken")
    office.shot("63-selection")


def release_the_letters(office: Visitor, training: Training) -> None:
    """One is read first; none has left before a person lets them go, and then each reaches its person."""
    office.follow("Letters", within=office.page.locator("#list-head + p"))
    waiting = Letter.objects.filter(cohort__training=training, status="waiting").count()
    office.shot("64-letters")
    office.page.locator("main tbody tr", has_text=CANDIDATE).get_by_role("link").first.click()
    office.sees("Goes to:", ADDRESS, "Release this letter")
    office.shot("65-letter")
    office.follow("All letters")
    before = len(mail.outbox)
    office.press(f"Release all {waiting} letters")
    office.sees(f"{waiting} letters are on their way.")
    came = [message for message in mail.outbox[before:] if ADDRESS in message.to]
    assert [CANDIDATE in message.subject for message in came] == [True]
    assert came[0].attachments[0][2] == "application/pdf"
    assert not Letter.objects.filter(cohort__training=training, status="waiting").exists()
