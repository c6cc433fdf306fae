"""Steps 3 and 4: a regional ToT from the call to the certificate in somebody's hand."""

import re
from datetime import date, timedelta
from pathlib import Path

import pypdf
from django.utils import timezone

from lms.assessments.models import TeachBack
from lms.certification.models import Certificate
from lms.cohorts.models import Cohort, Nomination
from lms.people.models import User
from lms.trainings.models import Training
from lms.trainings.services import fill_attendance

from .visitor import Visitor

LIST = Path(__file__).parents[1] / "cases" / "nominations.xlsx"
CANDIDATE = "Đorđe Đukić"
ADDRESS = "dorde.dukic@mup.example"
OTHERS = ("Besnik Zogaj", "Gëzim Kola", "Arben Kola", "Doina Lungu", "Ljupčo Spasovski", "Jovana Petrović")


def open_a_cohort(office: Visitor, edition) -> Training:
    """Five days from a Monday on; nobody sees it before the call is sent."""
    today = timezone.localdate()
    starts = today + timedelta(days=21 - today.weekday())
    office.open("/cohorts/")
    office.follow("Open a cohort")
    office.fill(
        title="Regional Training of Trainers, second cohort",
        institution="Police Directorate of Montenegro, Montenegro",
        venue="Regional training centre, Danilovgrad",
        starts_on=starts.isoformat(),
        nominations_close_on=(starts - timedelta(days=7)).isoformat(),
        seats=12,
        edition=edition.pk,
    )
    office.press("Prepare the cohort")
    office.sees("The cohort is prepared.", "From the call to the certificates")
    office.press("Send the call")
    office.sees("The call is open. The invitations wait in the outbox until you release them.")
    office.shot("10-cohort-open")
    return Training.objects.get(kind="tot", starts_on=starts)


def import_the_nominations(office: Visitor, training: Training) -> None:
    """Every one of the 23 rows is accounted for; what is in doubt is asked, never guessed."""
    office.follow("Import a list")
    office.fill(workbook=LIST)
    office.press("Read the list")
    office.sees("What was read", "nominations.xlsx")
    totals = [int(text) for text in office.page.locator(".totals dd").all_inner_texts()]
    assert sum(totals) == 23, totals
    office.shot("11-nominations-preview")
    answer_the_questions(office)
    decide_the_doubtful(office)
    office.press(re.compile(r"^Apply \d+ rows?$"), exact=False)
    office.sees("23 nominated, 0 completed, 0 unchanged.")
    assert Nomination.objects.filter(cohort__training=training).count() == 23
    office.shot("12-nominations")


def answer_the_questions(office: Visitor) -> None:
    """Years in figures and a level of English where the office knows them; the rest is left empty on purpose."""
    for field in office.page.locator("#questions input[type=number]").all()[:2]:
        field.fill("5")
    office.press("Save these answers")
    office.press("Leave all unanswered ones empty")
    office.page.wait_for_load_state()
    assert office.page.locator("#questions").count() == 0


def decide_the_doubtful(visitor: Visitor) -> None:
    """Namesakes of people on record are other people: a new record each, where the page lets one say so."""
    for group in visitor.page.locator("main fieldset", has=visitor.page.locator("legend")).all():
        if group.locator("input:checked").count() == 0:
            new = group.get_by_label("a new record")
            (new if new.count() else group.get_by_role("radio")).first.check()


def endorse(focal: Visitor, training: Training) -> None:
    """The institution puts its name to somebody who came without an endorsement."""
    focal.open(f"/cohorts/{training.pk}/nominations/")
    focal.follow(CANDIDATE)
    focal.sees("has not endorsed this nomination yet")
    focal.follow("Endorse")
    focal.fill(endorsed_by="Head of the Administrative Affairs Directorate")
    focal.press("Endorse")
    focal.sees("Endorsed.")


def select(office: Visitor, training: Training) -> None:
    """Seven get a seat in one go; the others are declined, with a reason that their institutions read."""
    office.open(f"/cohorts/{training.pk}/nominations/")
    for name in (CANDIDATE, *OTHERS):
        office.page.get_by_role("checkbox", name=f"Choose {name}").check()
    office.page.locator("#bulk_status").select_option("accepted")
    office.press("Decide")
    office.sees("7 nominations decided.", "5 of 12 seats are free")
    office.shot("13-selected")
    office.open(f"/cohorts/{training.pk}/nominations/?status=open")
    for box in office.page.locator("main tbody input[type=checkbox]").all():
        box.check()
    office.page.locator("#bulk_status").select_option("declined")
    office.page.locator("#bulk_reason").fill("The seats of this cohort went to full-time instructors first.")
    office.press("Decide")
    office.sees("16 nominations decided.")


def record_the_days(office: Visitor, training: Training) -> None:
    """The first half-day on the page, the other nine by the service behind the same button."""
    office.open(f"/cohorts/{training.pk}/")
    office.follow("Record attendance")
    office.page.get_by_role("button", name="All present").first.click()
    office.sees("The half-day is recorded.", "7/7")
    by = User.objects.get(email="office@seesac.example")
    for session in training.sessions.all():
        fill_attendance(session, True, by=by)
    office.shot("14-tot-attendance")


def enter_the_tests(office: Visitor, training: Training) -> None:
    """Items right before and after, in a grid that saves itself."""
    office.open(f"/assessments/trainings/{training.pk}/results/?items=15")
    row = office.row(CANDIDATE)
    for label, right in (("Before", 8), ("After", 13)):
        cell = row.get_by_label(f"{label}, {CANDIDATE}")
        cell.fill(str(right))
        cell.press("Enter")
    office.sees_saved(2)
    office.sees("Everything is saved.")
    office.shot("15-tests")


def plan_the_teach_backs(office: Visitor, training: Training) -> TeachBack:
    office.open(f"/cohorts/{training.pk}/teach-backs/")
    office.press("Open these teach-backs")
    office.sees("7 teach-backs are open.")
    return TeachBack.objects.get(training=training, person__email=ADDRESS)


def score(assessor: Visitor, teach_back: TeachBack, comment: str = "Clear, safe and to the point.", **levels) -> None:
    """Six criteria in words, 3 but for what is named; handed in for good after one more look."""
    assessor.open(f"/assessments/teach-backs/{teach_back.pk}/score/")
    for name in ("plan", "accuracy", "key_points", "safety", "engagement", "checking"):
        assessor.fill(**{name: levels.get(name, 4 if name == "safety" else 3)})
    assessor.fill(comment=comment)
    assessor.shot("16-rubric")
    assessor.press("Hand in")
    assessor.sees("Hand in these scores?")
    assessor.page.get_by_label("I am not this candidate's superior").check()
    assessor.press("Hand in for good")
    assessor.sees("Your scores are handed in.")


def certify(office: Visitor, training: Training) -> Certificate:
    """The page says for each requirement what is asked and what was found; then the certificate is issued."""
    office.open(f"/cohorts/{training.pk}/certification/")
    office.follow(f"Decide {CANDIDATE}")
    office.sees(
        "The scheme proposes: certified.", "at least 80 %", "10 of 10 half-days", "13 of 15 items", "passed (3.17)"
    )
    assert (
        office.page.locator("main tbody .status").all_inner_texts()
        == ["met"] * office.page.locator("main tbody tr").count()
    )
    office.shot("17-decision")
    office.press("Decide")
    office.sees("Decided.", "1 of 7 candidates decided")
    office.press("Issue 1 certificate")
    office.sees("Issue of certificates", "1 of 1", "Documents stored")
    return Certificate.objects.get(training=training)


def fetch_the_document(office: Visitor, certificate: Certificate) -> None:
    """One page, with the name as its holder writes it."""
    office.open(f"/certificates/{certificate.pk}/")
    office.shot("20-certificate")
    path = office.download(lambda: office.page.locator("main .files a").first.click())
    document = pypdf.PdfReader(path)
    text = " ".join(document.pages[0].extract_text().split())
    assert len(document.pages) == 1
    assert CANDIDATE in text
    assert certificate.number in text


def verify_as_anybody(passer_by: Visitor, office: Visitor, certificate: Certificate) -> None:
    """The address behind the QR code says, in green, that the certificate is in force; no sign-in."""
    shown = office.page.locator(".aside-box a.num").get_attribute("href")
    passer_by.open(shown)
    passer_by.sees("In force", "This certificate is genuine and in force today.", CANDIDATE, certificate.number)
    assert passer_by.page.locator(".notice--good").count() == 1
    passer_by.shot("21-verification")
    passer_by.open("/verify/AAAA-BBBB-CCCC-DDDD/", status=200)
    passer_by.sees("No certificate has this code")


def days_until_over(cohort: Cohort) -> int:
    last: date = cohort.training.ends_on
    return (last - timezone.localdate()).days + 1
