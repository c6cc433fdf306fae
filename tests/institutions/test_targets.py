"""Target populations: sent in as a workbook, accounted for row by row, stored once."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.audit.models import Entry
from lms.core.workbooks import SheetSpec, write_workbook
from lms.imports.models import Draft
from lms.imports.services import rows_of
from lms.institutions.models import Institution, TargetPopulation
from lms.institutions.naming import Names
from lms.institutions.reference import load_reference
from lms.institutions.services import ensure_unit, record_target
from tests import factories as make
from tests.cast import user_with
from tests.refusals import refused

pytestmark = pytest.mark.django_db

WORKBOOK = Path(__file__).parent.parent / "cases" / "target-population.xlsx"
HEADINGS = ["Jurisdiction", "Institution", "Job function", "Staff", "of whom women", "Valid from", "Source"]


@pytest.fixture
def office(db):
    load_reference()
    return user_with("office")


def sent(client, content: bytes = b"", name: str = "target-population.xlsx"):
    upload = SimpleUploadedFile(name, content or WORKBOOK.read_bytes())
    return client.post(reverse("institutions:target_import"), {"workbook": upload})


def workbook(*rows) -> bytes:
    return write_workbook([SheetSpec("Staff", HEADINGS, rows)])


def test_the_ministries_workbook_is_stored_row_by_row(office, as_user):
    client = as_user(office)
    answer = sent(client)
    draft = Draft.objects.get()

    assert answer.url == reverse("institutions:target_import_preview", args=[draft.pk])
    assert [row.outcome for row in rows_of(draft)] == ["create"] * 13
    assert "13" in client.get(answer.url).content.decode()
    applied = client.post(answer.url, {"version": draft.version}, follow=True)
    assert "The target populations are stored." in applied.content.decode()
    stored = TargetPopulation.objects.all()
    assert sum(row.staff or 0 for row in stored) == 745
    assert stored.get(institution__code="xk-police").women == 12
    unknown = stored.get(institution__code="mk-weapons")
    assert (unknown.staff, unknown.valid_from, unknown.source) == (None, None, "not yet received")
    assert Entry.objects.filter(action="target_recorded").count() == 13


def test_the_same_workbook_again_changes_nothing(office, as_user):
    client = as_user(office)
    for _time in range(2):
        page = sent(client).url
        draft = Draft.objects.get()
        client.post(page, {"version": draft.version})

    assert TargetPopulation.objects.count() == 13
    assert Entry.objects.filter(action="target_recorded").count() == 13


def test_rows_that_cannot_be_stored_say_why_and_can_be_downloaded(office, as_user):
    client = as_user(office)
    content = workbook(
        ["Albania", "Albanian State Police", "Storage keeper", 5, 6, date(2026, 1, 1), ""],
        ["", "Ministry of Interior", "Storage keeper", 5, 1, date(2026, 1, 1), ""],
        ["Albania", "Police of Nowhere", "Storage keeper", 5, 1, date(2026, 1, 1), ""],
        ["Serbia", "Police Directorate", "", 5, 1, date(2026, 1, 1), ""],
        ["Serbia", "Police Directorate", "Storage keeper", "about 40", 1, date(2026, 1, 1), ""],
        ["Serbia", "Police Directorate", "Storage keeper", 40, 1, None, ""],
        ["Kosovo*", "Kosovo* Police", "Storage keeper", 40, 1, "01.02.2026", "letter"],
        ["Kosovo*", "Kosovo* Police", "storage  keeper", 41, 1, "2026-02-01", "letter"],
    )
    page = sent(client, content).url
    draft = Draft.objects.get()
    rows = rows_of(draft)

    footnote = ["skipped"]
    assert [row.outcome for row in rows] == ["refused"] * 6 + ["create", "refused"] + footnote
    assert "more women than staff" in rows[0].problems[0]
    assert "Several institutions" in rows[1].problems[0]
    assert "No institution of this name" in rows[2].problems[0]
    assert "job function is missing" in rows[3].problems[0]
    assert "about 40" in rows[4].problems[0]
    assert "from which day" in rows[5].problems[0]
    assert "twice" in rows[7].problems[0]
    refused = client.get(reverse("institutions:target_import_refused", args=[draft.pk]))
    assert refused.content[:2] == b"PK"
    client.post(page, {"version": draft.version})
    assert list(TargetPopulation.objects.values_list("staff", "valid_from")) == [(40, date(2026, 2, 1))]


def test_a_focal_point_cannot_send_in_for_another_institution(cast, as_user):
    content = workbook(["", cast.away.name, "Storage keeper", 40, 1, date(2026, 1, 1), "letter"])
    sent(as_user(cast.focal), content)

    assert [row.outcome for row in rows_of(Draft.objects.get())] == ["refused"]


def test_a_file_that_is_no_workbook_gets_one_clear_message(office, as_user):
    page = sent(as_user(office), b"no workbook at all", "list.xlsx")

    assert page.status_code == 200
    assert not Draft.objects.exists()


def test_a_return_of_the_same_day_replaces_and_a_later_one_stands_beside(cast):
    for staff, day in ((40, date(2026, 1, 1)), (44, date(2026, 1, 1)), (50, date(2026, 7, 1))):
        record_target(
            cast.home, job_function="Storage keeper", staff=staff, women=None, valid_from=day, source="", by=cast.office
        )

    assert sorted(cast.home.target_population.values_list("staff", flat=True)) == [44, 50]
    assert [entry.before.get("staff") for entry in Entry.objects.filter(action="target_recorded").order_by("id")] == [
        None,
        40,
        None,
    ]


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ({"staff": 5, "women": 6, "valid_from": date(2026, 1, 1)}, "women_above_staff"),
        ({"staff": 5, "women": 1, "valid_from": None}, "day_missing"),
    ],
)
def test_figures_that_do_not_hold_together_are_refused(cast, figures, code):
    with refused(code):
        record_target(cast.home, job_function="Storage keeper", source="", by=cast.office, **figures)
    assert not TargetPopulation.objects.exists()


def test_one_unit_under_four_spellings(cast):
    units = {ensure_unit(cast.home, name, by=cast.office).pk for name in ("PU Niš ", "pu Niš", "ПУ Ниш", "PU Nis")}

    assert len(units) == 1
    assert Entry.objects.filter(action="unit_added").count() == 1


def test_names_are_found_in_any_spelling_and_never_guessed(office):
    names = Names(Institution.objects.select_related("jurisdiction"))

    assert [row.code for row in names.find("kosovo police")] == ["xk-police"]
    assert [row.code for row in names.find("Brcko District Police")] == ["ba-brcko"]
    assert [row.code for row in names.find("Uprava policije")] == ["me-police"]
    assert len(names.find("Ministry of Interior")) == 4
    assert [row.code for row in names.find("Ministry of Interior", "Montenegro")] == ["me-moi"]


def test_reference_data_are_loaded_once_and_left_as_the_office_has_them(db):
    load_reference()
    Institution.objects.filter(code="al-police").update(name="Albanian State Police (new name)")
    load_reference()

    assert Institution.objects.count() == 31
    assert Institution.objects.filter(name="Albanian State Police (new name)").exists()


@pytest.mark.parametrize("name", ["institutions:target_list", "institutions:institution_list"])
def test_lists_ask_the_same_number_of_questions_for_one_and_thirty_rows(cast, as_user, name):
    client = as_user(cast.office)
    make.TargetPopulationFactory()
    with CaptureQueriesContext(connection) as few:
        client.get(reverse(name))
    for _number in range(29):
        make.TargetPopulationFactory()
    with CaptureQueriesContext(connection) as many:
        client.get(reverse(name))

    assert len(many) == len(few)


def test_lists_are_filtered_by_place(cast, as_user):
    make.TargetPopulationFactory(institution=cast.home, staff=77)
    make.TargetPopulationFactory(institution=cast.away, staff=88)
    page = as_user(cast.office).get(reverse("institutions:target_list"), {"institution": cast.home.pk}).content.decode()
    assert "77" in page
    assert ">88<" not in page
