"""Is this row of a list somebody we know?"""

import pytest
from django.utils import timezone

from lms.people.matching import ListedPerson, match_people, number_key, parts_alike
from lms.people.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(db):
    return make.InstitutionFactory()


def person(home, family_name="Petrović", given_name="Milica", **fields) -> Person:
    return make.PersonFactory(
        institution=home, family_name=family_name, given_name=given_name, **{"service_number": "", "email": ""} | fields
    )


def match(home, *rows):
    return match_people(home, [row if isinstance(row, ListedPerson) else ListedPerson(*row) for row in rows])


def answer(found):
    return found.kind, list(found.people), set(found.reasons)


@pytest.mark.parametrize("number", ["SR-11111", "sr 11111", "СР-11111", " SR-11111 "])
def test_a_service_number_finds_the_person_however_it_is_written(home, number):
    known = person(home, service_number="SR-11111")

    [found] = match(home, ("Петровић", "Милица", number))

    assert answer(found) == ("exact", [known], {"service_number"})


def test_a_service_number_is_compared_by_its_letters_and_digits():
    assert number_key(" СР-81 333") == "sr81333"


def test_leading_zeros_belong_to_a_service_number():
    assert number_key("00123") != number_key("123")


def test_an_address_finds_the_person_in_any_case(home):
    known = person(home, email="milica.petrovic@mup.example")

    [found] = match(home, ("Petrovic", "Milica", "", "MILICA.PETROVIC@MUP.EXAMPLE "))

    assert answer(found) == ("exact", [known], {"email"})


@pytest.mark.parametrize(
    "name", [("Petrović", "Milica"), ("Петровић", "Милица"), ("Petrovic", "Milica"), ("MILICA", "PETROVIĆ")]
)
def test_one_name_in_one_unit_is_one_person_in_every_script_and_order(home, name):
    unit = make.UnitFactory(institution=home, name="ПУ Ниш", key="pu nis")
    known = person(home, unit=unit)

    [found] = match(home, ListedPerson(*name, unit="pu Niš"))

    assert answer(found) == ("exact", [known], {"name_and_unit"})


def test_a_name_alone_is_for_a_human_to_decide(home):
    known = person(home, service_number="SR-1")

    [found] = match(home, ("Петровић", "Милица"))

    assert answer(found) == ("likely", [known], {"name"})


def test_an_equal_name_in_another_unit_is_for_a_human_to_decide(home):
    known = person(home, unit=make.UnitFactory(institution=home, name="PU Niš", key="pu nis"))

    [found] = match(home, ListedPerson("Petrović", "Milica", unit="PS Zemun"))

    assert answer(found) == ("likely", [known], {"name"})


def test_one_name_in_one_unit_with_another_address_is_for_a_human_to_decide(home):
    known = person(home, unit=make.UnitFactory(institution=home, key="pu nis"), email="m.petrovic@mup.example")

    for address, kind in [("milica@mup.example", "likely"), ("", "exact")]:
        [found] = match(home, ListedPerson("Petrović", "Milica", email=address, unit="PU Niš"))
        assert (found.kind, found.people) == (kind, (known,))


def test_a_person_without_a_unit_is_not_known_by_name_for_sure(home):
    known = person(home)

    [found] = match(home, ListedPerson("Petrović", "Milica", unit="PU Niš"))

    assert answer(found) == ("likely", [known], {"name"})


def test_an_anonymised_record_is_nobody(home):
    person(home, service_number="SR-1", anonymised_at=timezone.now())

    assert [found.kind for found in match(home, ("Petrović", "Milica", "SR-1"))] == ["none"]


def test_two_service_numbers_are_two_people_whatever_the_name(home):
    person(home, "Nikolić", "Goran", service_number="SR-45158")

    [found] = match(home, ("Nikolić", "Goran", "SR-42755"))

    assert answer(found) == ("none", [], set())


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (("Petrovć", "Milica"), "likely"),
        (("Petrović", "Milica Ana"), "likely"),
        (("Petrović", "Milena"), "none"),
        (("Jovanović", "Milica"), "none"),
        (("Petrović-Jović", "Milica"), "likely"),
    ],
)
def test_a_slip_of_the_pen_or_a_name_part_more_is_likely(home, row, kind):
    known = person(home)

    [found] = match(home, row)

    assert answer(found) == (kind, [known] * (kind == "likely"), {"similar_name"} if kind == "likely" else set())


@pytest.mark.parametrize(
    ("name", "other", "alike"),
    [
        ("marko ilic", "marco ilic", True),
        ("ena ilic", "enda ilic", True),
        ("li ilic", "lis ilic", False),
        ("petrovic", "milica petrovic", False),
        ("ana petrovic", "ana marija jelena petrovic", True),
        ("milica zorana petrovic", "milics petrovic", False),
        ("milics petrovic", "milica zorana petrovic", False),
        ("ana", "ana", False),
    ],
)
def test_how_far_two_names_may_be_apart(name, other, alike):
    assert parts_alike(tuple(name.split()), tuple(other.split())) is alike


def test_ivan_and_ivana_are_no_slip_of_the_pen():
    assert not parts_alike(("ivan", "petrovic"), ("ivana", "petrovic"))
    assert not parts_alike(("petrov", "sasko"), ("petrova", "sasko"))


def test_somebody_with_one_name_only_is_known_by_number_and_name(home):
    known = person(home, given_name="", service_number="SR-1")

    [found] = match(home, ("Petrović", "", "SR-1"))

    assert answer(found) == ("exact", [known], {"service_number"})


def test_a_number_with_quite_another_name_is_for_a_human_to_decide(home):
    known = person(home, service_number="SR-1")

    [found] = match(home, ("Hoxha", "Arben", "SR-1"))

    assert answer(found) == ("likely", [known], {"service_number", "other_name"})


def test_an_address_with_quite_another_name_is_for_a_human_to_decide(home):
    known = person(home, email="duty.desk@mup.example")

    [found] = match(home, ("Hoxha", "Arben", "", "duty.desk@mup.example"))

    assert answer(found) == ("likely", [known], {"email", "other_name"})


def test_an_address_with_another_service_number_is_for_a_human_to_decide(home):
    known = person(home, service_number="SR-1", email="m@mup.example")

    [found] = match(home, ("Petrović", "Milica", "SR-2", "m@mup.example"))

    assert answer(found) == ("likely", [known], {"email", "other_service_number"})


def test_a_number_and_an_address_of_two_people_name_both(home):
    one = person(home, service_number="SR-1")
    other = person(home, "Ilić", "Ana", email="ana@mup.example")

    [found] = match(home, ("Petrović", "Milica", "SR-1", "ana@mup.example"))

    assert answer(found) == ("likely", [one, other], {"service_number", "email"})


def test_spellings_of_former_lists_find_the_person(home):
    known = person(home, "Đurić", "Milica", other_spellings=["Petrović Milica"])

    [found] = match(home, ("Петровић", "Милица"))

    assert answer(found) == ("likely", [known], {"name"})


def test_a_merged_record_answers_for_the_one_that_was_kept(home):
    kept = person(home, service_number="SR-1")
    person(home, service_number="SR-2", merged_into=kept)

    [found] = match(home, ("Petrović", "Milica", "SR-2"))

    assert answer(found) == ("exact", [kept], {"service_number"})


def test_another_institutions_people_are_never_found(home):
    make.PersonFactory(family_name="Petrović", given_name="Milica", service_number="SR-1", email="m@mup.example")

    [found] = match(home, ("Petrović", "Milica", "SR-1", "m@mup.example"))

    assert found.kind == "none"


def test_rows_of_one_list_with_one_number_or_address_find_each_other(home):
    rows = [
        ("Петровић", "Милица", "SR-14606", "milica.petrovic30@mup.example"),
        ("Петровић", "Милица", "SR-11111", "milica.petrovic@mup.example"),
        ("Петровић", "Милица", "SR-11111", ""),
        ("Петровиц", "Милица", "", "MILICA.PETROVIC@MUP.EXAMPLE "),
        ("Шарић", "Марко", "SR-91613", ""),
    ]

    assert [found.within for found in match(home, *rows)] == [(), (2, 3), (1, 3), (1, 2), ()]


def test_namesakes_of_one_list_are_one_unless_numbers_tell_them_apart(home):
    rows = [("Ilić", "Ana"), ("Илић", "Ана"), ("Nikolić", "Goran", "SR-1"), ("Nikolić", "Goran", "SR-2"), ("", "")]

    assert [found.within for found in match(home, *rows)] == [(1,), (0,), (), (), ()]


@pytest.mark.parametrize(
    ("rows", "within"),
    [
        ([("Ilić", "Ana", "SR-1"), ("Ilić", "Ana")], [(1,), (0,)]),
        ([("Ilić", "Ana", "SR-1", "a@x"), ("Ilić", "Ana", "", "a@x"), ("Ilić", "Ana", "SR-2")], [(1,), (0,), ()]),
        (
            [("Ilić", "Ana", "SR-1"), ("Kos", "Eva", "SR-2"), ("Ilić", "Ana", "SR-1"), ("Kos", "Eva", "SR-2")],
            [(2,), (3,), (0,), (1,)],
        ),
    ],
)
def test_who_is_who_within_a_list(home, rows, within):
    assert [found.within for found in match(home, *rows)] == within


def test_whatever_the_answer_the_row_is_told_where_else_it_stands(home):
    person(home, service_number="SR-1", email="m@mup.example")
    person(home, "Ilić", "Ana", email="ana@mup.example")
    person(home, "Kos", "Eva", unit=make.UnitFactory(institution=home, key="pu nis"))
    rows = [
        ListedPerson("Petrović", "Milica", "SR-1"),
        ListedPerson("Hoxha", "Arben", "SR-1"),
        ListedPerson("Petrović", "Milica", "SR-2", "m@mup.example"),
        ListedPerson("Petrović", "Milica", "SR-1", "ana@mup.example"),
        ListedPerson("Kos", "Eva", unit="PU Niš"),
        ListedPerson("Kos", "Eva"),
        ListedPerson("Koss", "Eva"),
        ListedPerson("Meta", "Drita"),
    ]

    for row in rows:
        first, second = match(home, row, row)
        assert (first.within, second.within) == ((1,), (0,)), row


def test_rows_without_a_name_are_not_each_other(home):
    assert [found.within for found in match(home, ("", ""), ("", ""))] == [(), ()]


def test_the_number_of_queries_does_not_grow(home, django_assert_num_queries):
    unit = make.UnitFactory(institution=home)
    for number in range(20):
        kept = person(home, f"Ilić{number}", service_number=f"SR-{number}", unit=unit)
        person(home, f"Ilić{number}", unit=unit, merged_into=kept)
    with django_assert_num_queries(1):
        match(home, *[ListedPerson(f"Ilić{number}", "Milica", unit=unit.name) for number in range(40)])
