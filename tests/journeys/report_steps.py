"""Steps 7 and 8: the list comes in, attendance by keyboard, the report is verified, and coverage moves by it."""

import re
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from django.utils import timezone

from lms.certification.models import Certificate
from lms.institutions.models import Institution
from lms.monitoring.figures import coverage_for
from lms.people.scope import Scope
from lms.trainings.models import Training

from .cohort_steps import decide_the_doubtful
from .visitor import Visitor

LIST = Path(__file__).parents[1] / "cases" / "roster-latin.xlsx"
REPORTED = 47


def waiting_training() -> Training:
    """The demo's training that was delivered and has no participants yet."""
    return Training.objects.get(title="PSSM for weapons records officers")


def import_the_list(trainer: Visitor, training: Training) -> int:
    """As the ministry sent it: 50 rows, a total and blanks. Returns how many people have a place afterwards."""
    trainer.open(f"/trainings/{training.pk}/participants/")
    trainer.follow("Import a list")
    trainer.fill(workbook=LIST)
    trainer.press("Read the list")
    trainer.sees("What was read", "headings in row 4", "The family name is missing", "UKUPNO")
    totals = [int(text) for text in trainer.page.locator(".totals dd").all_inner_texts()]
    assert sum(totals) == 50, totals
    assert totals[-1] == 2  # no family name; a formula for a name
    assert training.enrolments.count() == 0
    trainer.shot("40-roster-preview")
    decide_the_doubtful(trainer)
    trainer.press(re.compile(r"^Apply \d+ rows$"), exact=False)
    trainer.sees("participants were added.")
    trainer.shot("41-roster")
    return training.enrolments.count()


def import_it_again(trainer: Visitor, training: Training, people: int) -> None:
    """The same file a second time says what happened the first time, and adds nobody."""
    trainer.follow("Import a list")
    trainer.fill(workbook=LIST)
    trainer.press("Read the list")
    trainer.sees("This file was applied before. This is what happened.", "What happened")
    assert training.enrolments.count() == people


def record_attendance(trainer: Visitor, training: Training, people: int) -> None:
    """The first two people by arrows and space, everybody else by the button of the half-day."""
    trainer.open(f"/trainings/{training.pk}/attendance/")
    page, halves = trainer.page, training.sessions.count()
    cell = page.locator("[data-cell]").first
    cell.focus()
    for press in ("Space", "ArrowDown", "Space", "ArrowRight", "Space", "ArrowUp", "Space"):
        page.keyboard.press(press)
    trainer.sees_saved(4)
    trainer.sees("Everything is saved.")
    trainer.shot("42-attendance-keyboard", whole=False)
    values = (
        page.locator("tr:has([data-cell])")
        .nth(1)
        .locator("[data-cell]")
        .evaluate_all("cells => cells.map((cell) => cell.value)")
    )
    assert values == ["1", "1"] + [""] * (halves - 2)
    for _half in range(halves):
        page.get_by_role("button", name="All present").first.click()
        trainer.sees("The half-day is recorded.")
    trainer.sees(f"{people}/{people}")
    make_absent(trainer)


def make_absent(trainer: Visitor) -> None:
    """The last on the list came to one half-day only."""
    last = trainer.page.locator("tr:has([data-cell])").last
    for cell in last.locator("[data-cell]").all()[1:]:
        cell.select_option("0")
    trainer.sees_saved(3)


def tick_the_modules(trainer: Visitor, training: Training) -> None:
    trainer.open(f"/trainings/{training.pk}/modules/")
    for field in trainer.page.locator("main select").all():
        field.select_option("1")
    trainer.press("Save")
    trainer.sees("The modules are recorded.")


def submit(trainer: Visitor, training: Training) -> None:
    """The institution's own report says one more; both numbers are kept."""
    trainer.open(f"/cascade/{training.pk}/")
    trainer.follow("Submit the report")
    trainer.fill(reported=REPORTED)
    trainer.press("Submit the report")
    trainer.sees("The report is submitted.")


def verify(focal: Visitor, training: Training, people: int) -> None:
    """The difference has to be confirmed in words; completions and certificates follow."""
    focal.open(f"/cascade/{training.pk}/")
    focal.follow("Verify")
    focal.sees(f"{people} on the list", f"{REPORTED} reported")
    focal.press("Verify")
    focal.sees("This needs correcting")
    focal.shot("50-verify")
    focal.fill(reason="One person on the report is not on the signed list.")
    focal.press("Verify")
    focal.sees("The training is verified.", "Certificates of completion")
    focal.shot("51-verified")
    certificates = Certificate.objects.filter(training=training, kind="completion")
    assert certificates.count() == people - 1
    assert not certificates.filter(document="").exists()


def covered(institution: Institution) -> int:
    """The unique persons of the institution, as the office sees them today."""
    lines = coverage_for(Scope(everything=True), timezone.localdate()).jurisdictions
    return next(part.unique for line in lines for part in line.parts if part.id == institution.pk)


def sees_the_figure_move(office: Visitor, training: Training, before: int, people: int) -> None:
    """By exactly those who completed and were not counted before; each number leads to its rows."""
    after = covered(training.institution)
    again = sum(
        row.person.enrolments.filter(completion__outcome="completed").exclude(training=training).exists()
        for row in training.enrolments.filter(completion__outcome="completed")
    )
    assert after - before == people - 1 - again
    office.open("/")
    office.follow("Coverage")
    line = office.row(training.institution.name)
    office.shot("52-coverage")
    line.get_by_role("link", name=str(after), exact=True).first.click()
    office.sees("The rows behind the figures", f"{after} rows")
    office.shot("53-rows")
    sees_why_a_row_does_not_count(office, training)


def sees_why_a_row_does_not_count(office: Visitor, training: Training) -> None:
    place = training.institution.pk
    office.open(f"/coverage/rows/?institution={place}&show=not_counted")
    row = office.row(training.reference)
    assert row.locator(".status").first.inner_text() == "does not count"
    assert row.locator("td small").first.inner_text().strip()
    office.shot("54-not-counted")


def export_opens_elsewhere(office: Visitor, training: Training, tmp_path: Path) -> None:
    """In openpyxl, and in LibreOffice where there is one."""
    office.open("/coverage/")
    file = tmp_path / "coverage.xlsx"
    shutil.copy(office.download(lambda: office.follow("Download as a workbook")), file)
    book = openpyxl.load_workbook(file)
    unique = {row[1]: row[3] for row in book.worksheets[0].iter_rows(values_only=True)}
    assert unique[training.institution.name] == covered(training.institution)
    assert len(book.sheetnames) == 3
    if shutil.which("soffice"):
        convert(file, tmp_path)


def convert(file: Path, folder: Path) -> None:
    """LibreOffice reads it without complaint and says the same."""
    command = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "csv"]
    done = subprocess.run([*command, "--outdir", folder, file], capture_output=True, text=True, timeout=120)
    if not file.with_suffix(".csv").exists():
        pytest.fail(f"LibreOffice could not open the workbook: {done.stdout} {done.stderr}")
    assert "Administrative Affairs Directorate" in file.with_suffix(".csv").read_text()
