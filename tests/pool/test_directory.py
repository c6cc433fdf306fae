"""The directory: who is in it, what each filter leaves, and that its queries do not grow."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from lms.certification.choices import EventKind, Level, State
from lms.certification.evidence import facts_of
from lms.certification.models import Certificate
from lms.certification.validity import state_on
from lms.core.clock import today
from lms.people.scope import Scope
from lms.pool.forms import PoolFilter
from lms.pool.rules import is_active
from lms.pool.trainers import active, in_state, lines_of, narrowed, ordered, trainers_in
from lms.trainings.choices import Part, TrainingStatus
from tests import factories as make
from tests.pool.scenes import ago, delivery, happened, trainer

pytestmark = pytest.mark.django_db
ALL = Scope(everything=True)
URL = "pool:trainer_list"


def names(rows) -> list[str]:
    return [row.person.family_name for row in rows.select_related("person")]


def narrow(**chosen) -> set[str]:
    return set(names(narrowed(trainers_in(ALL), chosen, today())))


# Who is in it ---------------------------------------------------------------------------------------------------------


def test_one_row_for_each_trainer_whatever_the_chain(cast):
    old = trainer(cast.home, ended=900, left=-10, family_name="Renewed")
    new = trainer(cast.home, person=old.person, ended=5, replaces=old, valid_from=ago(5))
    gone = trainer(cast.home, ended=700, family_name="Again")
    happened(gone, EventKind.WITHDRAWN, days_ago=300)
    again = trainer(cast.home, person=gone.person, ended=100)
    rows = trainers_in(ALL).filter(person__in=[old.person, gone.person])
    assert set(rows.values_list("pk", flat=True)) == {new.pk, again.pk}


def test_a_successor_that_is_still_to_begin_does_not_speak_yet(cast):
    old = trainer(cast.home, ended=900, left=10)
    trainer(cast.home, person=old.person, ended=5, replaces=old, valid_from=ago(-11))
    assert list(trainers_in(ALL).filter(person=old.person)) == [old]


def test_a_first_certificate_that_is_still_to_begin_is_shown_as_that(cast):
    row = trainer(cast.home, ended=5, valid_from=ago(-3))
    assert [line.state for line in lines_of([row.pk])] == [State.NOT_YET]
    assert list(trainers_in(ALL).filter(person=row.person)) == [row]


def test_two_curricula_are_two_rows(cast):
    first = trainer(cast.home)
    other = make.CurriculumFactory(code="other", title="Other")
    trainer(cast.home, person=first.person, curriculum=other)
    assert trainers_in(ALL).filter(person=first.person).count() == 2


def test_a_merged_or_anonymised_person_is_no_trainer(cast):
    row = trainer(cast.home)
    row.person.merged_into = cast.trainee_person
    row.person.save()
    assert not trainers_in(ALL).filter(person=row.person).exists()


def test_each_institution_sees_its_own(cast, as_user):
    trainer(cast.away, family_name="Elsewhere")
    page = as_user(cast.focal).get(reverse(URL)).content.decode()
    assert "Ilić" in page
    assert "Elsewhere" not in page
    assert "Elsewhere" in as_user(cast.office).get(reverse(URL)).content.decode()


# Filters --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def crowd(cast):
    """One of each state, and two who deliver."""
    rows = {
        "Inforce": trainer(cast.home, family_name="Inforce"),
        "Expired": trainer(cast.home, ended=900, left=-1, family_name="Expired"),
        "Suspended": trainer(cast.home, family_name="Suspended"),
        "Withdrawn": trainer(cast.home, family_name="Withdrawn"),
        "Back": trainer(cast.home, family_name="Back"),
        "Future": trainer(cast.home, ended=5, valid_from=ago(-5), family_name="Future"),
        "Provisional": trainer(cast.home, level=Level.PROVISIONAL, family_name="Provisional"),
        "Senior": trainer(cast.home, level=Level.SENIOR, family_name="Senior", left=20),
    }
    happened(rows["Suspended"], EventKind.SUSPENDED)
    happened(rows["Withdrawn"], EventKind.WITHDRAWN)
    happened(rows["Back"], EventKind.SUSPENDED, days_ago=9)
    happened(rows["Back"], EventKind.REINSTATED, days_ago=3)
    return rows


@pytest.mark.parametrize("state", [state for state in State if state != State.REPLACED])
def test_the_state_filter_says_what_the_rule_says(crowd, state):
    said = {
        row.person.family_name
        for row in Certificate.objects.trainer().select_related("person")
        if state_on(facts_of(row), today()) == state
    }
    assert set(names(in_state(trainers_in(ALL), state))) == said
    assert said


def test_active_in_sql_is_active_by_the_rule(crowd):
    for number, row in enumerate(crowd.values()):
        delivery(row.person, 360 + number)
    delivery(crowd["Inforce"].person, 20)
    rows = lines_of(trainers_in(ALL).values_list("pk", flat=True))
    by_rule = {row.pk for row in rows if is_active(row.level, row.state, row.last_on, today())}
    assert set(active(trainers_in(ALL), today()).values_list("pk", flat=True)) == by_rule
    assert {crowd["Inforce"].pk} < by_rule
    assert crowd["Senior"].pk not in by_rule  # 367 days ago


def test_delivered_is_over_approved_at_least_and_not_as_support(crowd):
    delivery(crowd["Inforce"].person, 40)
    delivery(crowd["Senior"].person, 40, part=Part.SUPPORT)
    delivery(crowd["Back"].person, 40, status=TrainingStatus.CANCELLED)
    delivery(crowd["Provisional"].person, 40, part=Part.CO_TRAINER, status=TrainingStatus.APPROVED)
    delivery(crowd["Future"].person, -4, status=TrainingStatus.APPROVED)
    assert narrow(delivered="once") == {"Inforce", "Provisional"}
    assert narrow(delivered="never") == {*crowd, "Ilić", "Kola"} - {"Inforce", "Provisional"}
    assert narrow(delivered="active") == {"Inforce"}
    assert narrow(delivered="inactive") == {"Provisional", "Senior", "Back", "Ilić", "Kola"}


def test_level_end_and_place(crowd, cast):
    assert narrow(level="senior") == {"Senior"}
    assert narrow(level="provisional") == {"Provisional"}
    assert narrow(expiring=30) == {"Senior"}
    assert narrow(institution=cast.away.pk) == {"Kola"}
    assert narrow(jurisdiction=cast.away.jurisdiction_id) == {"Kola"}


def test_a_certificate_that_has_ended_is_not_among_those_that_end_soon(crowd):
    assert "Expired" not in narrow(expiring=180)


def test_language_is_the_own_one_or_one_taught_in(cast):
    trainer(cast.home, family_name="Own", language="sq")
    taught = trainer(cast.home, family_name="Taught")
    delivery(taught.person, 30, language="sq")
    assert narrow(language="sq") == {"Own", "Taught"}


def test_module_taught_and_not_only_planned(cast):
    module, other = make.ModuleFactory(), make.ModuleFactory()
    taught, planned = trainer(cast.home, family_name="Taught"), trainer(cast.home, family_name="Planned")
    delivery(taught.person, 30, modules=[module])
    training = delivery(planned.person, 30, modules=[other])
    make.SessionModuleFactory(session=training.sessions.get(), module=module, delivered=None)
    assert narrow(module=module.pk) == {"Taught"}


def test_a_name_is_found_in_either_script_and_a_number_as_it_stands(cast):
    row = trainer(cast.home, family_name="Đorđević", given_name="Živka")
    assert narrow(q="Ђорђевић") == {"Đorđević"}
    assert narrow(q="zivka djordjevic") == {"Đorđević"}
    assert narrow(q=row.number.lower()) == {"Đorđević"}
    assert narrow(q="%") == set()


def test_sorting_both_ways_and_by_nothing_unknown(cast):
    trainer(cast.home, family_name="Zoric", left=5)
    trainer(cast.home, family_name="Arsic", left=9)
    rows = trainers_in(ALL).filter(person__institution=cast.home)
    assert names(ordered(rows, "name")) == ["Arsic", "Ilić", "Zoric"]
    assert names(ordered(rows, "-name")) == ["Zoric", "Ilić", "Arsic"]
    assert names(ordered(rows, "valid_until"))[:2] == ["Zoric", "Arsic"]
    assert names(ordered(rows, "-person__email")) == ["Arsic", "Ilić", "Zoric"]


@pytest.mark.parametrize(
    "query", ["institution=x", "state=no", "expiring=9e9", "module=-1", "jurisdiction=%00", "page=0"]
)
def test_what_cannot_be_read_filters_nothing(cast, as_user, query):
    response = as_user(cast.office).get(f"{reverse(URL)}?{query}")
    assert response.status_code == 200
    assert response.context["page_obj"].paginator.count == 2


def test_the_form_offers_only_places_of_the_scope(cast):
    form = PoolFilter({}, scope=Scope(institution_ids=frozenset({cast.home.pk})))
    assert "institution" not in form.fields
    assert dict(PoolFilter({}, scope=ALL).fields["institution"].choices)[cast.away.pk] == cast.away.name


# The page -------------------------------------------------------------------------------------------------------------


def queries(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", ["pool:trainer_list", "pool:matrix", "pool:utilisation", "pool:trainer_export"])
def test_as_many_queries_for_thirty_trainers_as_for_one(cast, as_user, name):
    module = make.ModuleFactory()
    delivery(cast.trainer_person, 20, modules=[module])
    client = as_user(cast.focal)
    one = queries(client, reverse(name))
    for number in range(30):
        row = trainer(cast.home, ended=200 + number)
        delivery(row.person, 10 + number, modules=[module])
    assert queries(client, reverse(name)) == one


def test_the_page_says_what_stands_in_the_row(cast, as_user):
    delivery(cast.trainer_person, 20)
    page = " ".join(as_user(cast.focal).get(reverse(URL)).content.decode().split())
    assert "Ilić" in page
    assert "in force" in page
    assert f"trainer={cast.trainer_person.pk}&amp;delivered=on" in page
    empty = as_user(cast.focal).get(f"{reverse(URL)}?q=nobody").content.decode()
    assert "No trainer fits these filters." in empty


def test_where_there_is_no_trainer_the_page_says_so(cast, as_user):
    nowhere = make.InstitutionFactory()
    make.RoleFactory(user=cast.stranger, kind="focal_point", institution=nowhere)
    for name in ("pool:trainer_list", "pool:matrix", "pool:utilisation"):
        assert "There are no trainers here yet." in as_user(cast.stranger).get(reverse(name)).content.decode()


def test_the_workbook_has_the_filtered_rows_and_no_formula(cast, as_user):
    trainer(cast.home, family_name="=1+1", given_name="Zla")
    delivery(cast.trainer_person, 20)
    response = as_user(cast.office).get(f"{reverse('pool:trainer_export')}?institution={cast.home.pk}")
    sheet = load_workbook(BytesIO(response.content)).active
    rows = list(sheet.iter_rows(min_row=2, max_row=3, values_only=True))
    assert {row[0] for row in rows} == {"=1+1", "Ilić"}
    assert all(cell.data_type != "f" for row in sheet for cell in row)
    ilic = next(row for row in rows if row[0] == "Ilić")
    assert (ilic[6], ilic[7], ilic[12], ilic[15]) == ("certified", "in force", 1, "yes")


def test_an_observer_is_led_to_the_counts(cast, as_user):
    response = as_user(cast.observer).get(reverse(URL))
    assert response["Location"] == reverse("pool:counts")
