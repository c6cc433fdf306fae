"""The five days themselves: the agenda, who came, the test on a phone, teach-backs and what is promised for home."""

import re
from datetime import timedelta
from pathlib import Path

import pypdf

from lms.assessments.marking import right_answer
from lms.assessments.models import PhoneTest, RolloutPlan, TeachBack
from lms.assessments.papers import papers_of
from lms.assessments.services import record_test_result, save_score
from lms.cohorts.models import Nomination
from lms.people.models import User
from lms.trainings.models import Training

from .cohort_steps import ADDRESS, CANDIDATE, OTHERS, score
from .visitor import PHONE, Visitor, one_mail

CRITERIA = ("plan", "accuracy", "key_points", "safety", "engagement", "checking")
#: Who takes part in everything and stays below the mark of the post-test.
BELOW = "Jovana Petrović"
LEFT_OPEN = 2


def office_account() -> User:
    return User.objects.get(email="office@seesac.example")


def others(training: Training) -> list:
    """The people of the cohort beside the candidate whose way is walked in the browser."""
    seats = Nomination.objects.filter(cohort__training=training, status="accepted").select_related("person")
    people = [row.person for row in seats if str(row.person) != CANDIDATE]
    assert sorted(map(str, people)) == sorted(OTHERS)
    return people


# The agenda -----------------------------------------------------------------------------------------------------------


def plan_the_agenda(office: Visitor, training: Training) -> None:
    """Hours for five days in one press; they print, and go into everybody's calendar."""
    office.open(f"/cohorts/{training.pk}/agenda/")
    office.press("Propose the hours")
    office.sees("The days are proposed.", "Day 1", "Day 5", "Teach-back")
    office.shot("66-agenda")
    document = pypdf.PdfReader(office.download(lambda: office.follow("PDF to print")))
    assert training.title in " ".join(document.pages[0].extract_text().split())
    calendar = Path(office.download(lambda: office.follow("Into my calendar"))).read_text()
    assert calendar.count("BEGIN:VEVENT") == training.agenda.standing().count()


# Tests ----------------------------------------------------------------------------------------------------------------


def enter_the_tests_before(office: Visitor, training: Training) -> None:
    """The candidate's in the grid that saves itself; the others' by the service behind it."""
    office.open(f"/assessments/trainings/{training.pk}/results/?items=15")
    cell = office.row(CANDIDATE).get_by_label(f"Before, {CANDIDATE}")
    cell.fill("8")
    cell.press("Enter")
    office.sees_saved(1)
    by = office_account()
    for person in others(training):
        record_test_result(training, person, "pre", correct=7, items=15, by=by)
        record_test_result(training, person, "post", correct=9 if str(person) == BELOW else 13, items=15, by=by)


def open_the_test(office: Visitor, training: Training) -> PhoneTest:
    office.open(f"/assessments/trainings/{training.pk}/results/")
    after = office.page.locator("main tr", has_text=re.compile("after", re.IGNORECASE)).first
    office.press(re.compile("Open for phones"), within=after, exact=False)
    office.sees("The test is open. Show the poster, or read the code aloud.")
    test = PhoneTest.objects.get(training=training, moment="post")
    office.follow("Show the poster")
    office.sees("Take it on your phone", test.code)
    office.shot("67-poster")
    return test


def take_the_test(phone: Visitor, test: PhoneTest) -> int:
    """Code of the poster, code of the mail, one question a page; how many of the answers were right."""
    phone.open("/test/")
    phone.fill(code=test.code.lower())
    phone.press("Continue")
    phone.follow("Continue")
    phone.fill(email=ADDRESS)
    with one_mail(ADDRESS) as letter:
        phone.press("Send me a code")
        phone.page.wait_for_url("**/code/confirm/**")
    phone.fill(code=letter.code)
    phone.press("Continue")
    phone.press("Begin")
    papers = papers_of(test.form, test.language)
    for paper in papers:
        phone.sees(f"Question {paper.number} of {len(papers)}")
        if paper.number > LEFT_OPEN:
            answer(phone, paper)
        phone.press("Keep and look over" if paper.number == len(papers) else "Next")
    phone.sees(f"{LEFT_OPEN} questions are not answered. They would count as wrong.")
    fits(phone)
    phone.shot("68-b-look-over")
    phone.press("Hand in for good")
    phone.sees("Your test is handed in")
    return len(papers) - LEFT_OPEN


def answer(phone: Visitor, paper) -> None:
    """The right one, by whatever the question asks for."""
    right, fields = right_answer(paper), phone.page.locator("main [name=given]")
    letters = [option.letter for option in paper.options]
    if paper.item.kind in ("single", "multiple", "true_false"):
        for value in right:
            phone.page.locator(f"main [name=given][value='{value}']").check()
    elif paper.item.kind in ("numeric", "short"):
        fields.fill(right[0])
    else:
        places = [str(right.index(letter) + 1) for letter in letters]
        for field, value in zip(fields.all(), places if paper.item.kind == "ordering" else right, strict=True):
            field.select_option(value)
    if paper.number == LEFT_OPEN + 1:
        fits(phone)
        phone.shot("68-a-question")


def fits(phone: Visitor) -> None:
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def close_the_test(office: Visitor, phone: Visitor, training: Training, right: int) -> None:
    """Closed, everybody sees what was right; before that nothing of it."""
    phone.page.reload()
    assert "of 15 right" not in phone.words
    office.open(f"/assessments/trainings/{training.pk}/results/")
    office.follow("Close")
    office.press("Close the test")
    office.sees("The test is closed.")
    phone.page.reload()
    phone.sees(f"{right} of {right + LEFT_OPEN} right", "Your answer")
    phone.shot("68-c-feedback", whole=False)


# Teach-backs ----------------------------------------------------------------------------------------------------------


def plan_the_slots(office: Visitor, training: Training) -> TeachBack:
    """A proposal for everybody, looked at, then kept."""
    office.open(f"/cohorts/{training.pk}/teach-backs/")
    office.follow("Slots with times, rooms and assessors")
    office.follow("Plan the slots")
    office.fill(rooms="Room 1\nRoom 2", starts_at="09:00")
    office.press("Propose")
    office.sees("Proposed slots", "Nothing is written yet.")
    assert not TeachBack.objects.filter(training=training).exists()
    office.shot("69-slots")
    office.press("Keep this plan")
    office.sees("7 teach-backs have their slots.")
    return TeachBack.objects.get(training=training, person__email=ADDRESS)


def assessors_of(teach_back: TeachBack) -> list[str]:
    """The addresses of those who are named, the first first."""
    return [row.assessor.email for row in teach_back.assessors.select_related("assessor").order_by("part")]


def score_blindly(first: Visitor, second: Visitor, teach_back: TeachBack) -> None:
    """Neither sees the other's levels before both are in; they are two levels apart on the plan."""
    page = f"/assessments/teach-backs/{teach_back.pk}/"
    score(first, teach_back, "The plan carried the whole lesson.", plan=4)
    blind = second.open(page)
    assert "1 score is handed in." in blind
    assert "The plan carried the whole lesson." not in blind
    assert second.page.locator("main table").count() == 0
    score(second, teach_back, "The plan fell apart after ten minutes.", plan=2)
    assert "The plan fell apart" in first.open(page)
    first.sees("third assessor needed", "more than one level apart")
    first.shot("70-apart")


def call_the_third(office: Visitor, teach_back: TeachBack) -> str:
    """The office names whoever is left, who gets a message; their address."""
    office.open(f"/assessments/teach-backs/{teach_back.pk}/")
    office.sees("Name the third assessor")
    named = set(assessors_of(teach_back))
    form = office.page.locator("main form", has=office.page.get_by_role("button", name="Name and tell them"))
    choices = form.locator("select option[value]:not([value=''])").all()
    left = User.objects.get(pk=choices[0].get_attribute("value"))
    assert left.email not in named
    form.locator("select").select_option(str(left.pk))
    with one_mail(left.email):
        office.press("Name and tell them")
        office.sees("is named and gets a message.")
    return left.email


def settle_the_score(third: Visitor, office: Visitor, teach_back: TeachBack) -> None:
    """Three have scored: the outcome stands with its reasons."""
    score(third, teach_back, "A plan with gaps, well taught.", plan=3)
    office.open(f"/assessments/teach-backs/{teach_back.pk}/")
    office.sees("passed", "Mean")
    office.shot("71-outcome")


def score_the_others(training: Training) -> None:
    """Whoever is named for them, by the service behind the rubric."""
    for row in TeachBack.objects.filter(training=training).exclude(person__email=ADDRESS):
        for named in row.assessors.select_related("assessor"):
            levels = dict.fromkeys(CRITERIA, 3)
            save_score(row, assessor=named.assessor, levels=levels, comment="", submit=True, declared=True)


# What is promised for home --------------------------------------------------------------------------------------------


def write_the_plan(phone: Visitor, training: Training) -> RolloutPlan:
    """Where, when and to how many; on the candidate's own phone."""
    phone.open("/assessments/mine/")
    phone.sees("Your teach-back")
    phone.follow("Write the plan")
    due = training.ends_on + timedelta(days=90)
    phone.fill(**{"line0-due_on": due.isoformat(), "line0-participants": 16})
    fits(phone)
    phone.shot("72-plan")
    phone.press("Send to the focal point")
    phone.sees("The plan is with the focal point.")
    return RolloutPlan.objects.get(training=training, person__email=ADDRESS)


def confirm_the_plan(focal: Visitor, plan: RolloutPlan) -> None:
    focal.open("/")
    focal.sees("Needs you now")
    focal.open(f"/assessments/plans/{plan.pk}/")
    focal.press("Confirm")
    focal.sees("The plan is confirmed: it sets the clock from now on.")
    focal.shot("73-plan-confirmed")
