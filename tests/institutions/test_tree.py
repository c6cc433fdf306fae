"""Who stands above and below whom, and that nobody stands above themselves."""

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from lms.institutions.forms import InstitutionForm
from lms.institutions.guards import DEEPEST, MESSAGE, install_guards
from lms.institutions.models import Institution
from lms.institutions.tree import InstitutionTree, line_of, upwards
from lms.people.models import User
from tests.factories import InstitutionFactory

TREE = InstitutionTree({1: None, 2: 1, 3: 2, 4: 2, 5: None})
CIRCLE = InstitutionTree({10: 12, 11: 10, 12: 11, 13: 11})


def test_upwards_is_the_institution_and_those_above_it_nearest_first():
    assert [TREE.upwards(pk) for pk in (3, 1, None)] == [[3, 2, 1], [1], []]


def test_below_is_the_institution_and_everything_under_it():
    assert [sorted(TREE.below(roots)) for roots in ([1], [3], [], [4, 5])] == [[1, 2, 3, 4], [3], [], [4, 5]]


def test_in_one_line_are_all_above_and_all_below_but_no_neighbours():
    assert [sorted(TREE.line_of(roots)) for roots in ([2], [3], [5, None])] == [[1, 2, 3, 4], [1, 2, 3], [5]]


def test_the_nearest_above_is_found_and_oneself_comes_first():
    assert [TREE.nearest(3, wanted) for wanted in ([1], [1, 2], [3, 1], [4, 5])] == [1, 2, 3, None]


def test_in_a_damaged_tree_every_walk_ends():
    assert CIRCLE.upwards(13) == [13, 11, 10, 12]
    assert CIRCLE.below([13]) == {13}
    assert CIRCLE.line_of([10]) == {10, 11, 12, 13}
    assert CIRCLE.nearest(13, [99]) is None


@pytest.mark.parametrize(
    ("pk", "parent", "fits"), [(2, 3, False), (2, 2, False), (2, 5, True), (3, None, True), (None, 3, True)]
)
def test_nobody_stands_under_what_stands_under_them(pk, parent, fits):
    assert TREE.fits_under(pk, parent) is fits


def test_a_line_is_no_longer_than_the_database_can_follow():
    line = InstitutionTree({pk: pk - 1 or None for pk in range(1, DEEPEST)} | {100: None, 101: 100})

    assert line.fits_under(100, DEEPEST - 3) is True
    assert line.fits_under(100, DEEPEST - 1) is False
    assert [line.fits_under(None, DEEPEST - 1), line.fits_under(None, DEEPEST - 2)] == [True, True]


@given(st.dictionaries(st.integers(1, 12), st.none() | st.integers(1, 12), max_size=12), st.integers(1, 12))
def test_above_and_below_are_the_same_seen_from_either_end(parents, pk):
    tree = InstitutionTree(dict.fromkeys(range(1, 13)) | parents)
    assert {one for one in tree.parents if pk in tree.upwards(one)} == tree.below([pk])


# Where institutions are written ---------------------------------------------------------------------------------------


@pytest.fixture
def line(db) -> list[Institution]:
    """Three institutions, each under the one before."""
    found: list[Institution] = []
    for number in range(3):
        found.append(InstitutionFactory(code=f"line-{number}", parent=found[-1] if found else None))
    return found


def move(row: Institution, under: Institution | None) -> None:
    with transaction.atomic():
        Institution.objects.filter(pk=row.pk).update(parent=under)


def test_the_tree_is_read_in_one_query(line, django_assert_num_queries):
    top, middle, low = line
    with django_assert_num_queries(1):
        assert upwards(low.pk) == [low.pk, middle.pk, top.pk]
    with django_assert_num_queries(1):
        assert line_of([middle.pk, None]) == {top.pk, middle.pk, low.pk}
    with django_assert_num_queries(0):
        assert line_of([None]) == frozenset()


def test_the_database_refuses_a_circle(line):
    with pytest.raises(IntegrityError, match=MESSAGE):
        move(line[0], under=line[2])
    with pytest.raises(IntegrityError, match=MESSAGE):
        move(line[0], under=line[1])
    move(line[2], under=line[0])
    assert upwards(line[2].pk) == [line[2].pk, line[0].pk]


def test_the_database_refuses_a_line_that_it_cannot_follow(line):
    last = line[-1]
    for number in range(3, DEEPEST):
        last = InstitutionFactory(code=f"line-{number}", parent=last)
    with pytest.raises(IntegrityError, match=MESSAGE), transaction.atomic():
        InstitutionFactory(code="one-too-many", parent=last)
    alone = InstitutionFactory(code="alone")
    with pytest.raises(IntegrityError, match=MESSAGE):
        move(alone, under=last)


def test_guards_are_put_in_place_any_number_of_times(line):
    install_guards()
    install_guards()
    with pytest.raises(IntegrityError, match=MESSAGE):
        move(line[0], under=line[2])
    connection.check_constraints()


def test_the_back_office_says_why_and_what_to_do(cast, as_user, line):
    top, _middle, low = line
    User.objects.filter(pk=cast.office.pk).update(is_superuser=True)
    page = as_user(cast.office).get(f"/admin/snippets/institutions/institution/edit/{top.pk}/")
    assert isinstance(page.context["form"], InstitutionForm)
    given = {
        "jurisdiction": top.jurisdiction_id, "parent": low.pk, "code": top.code, "name": top.name,
        "other_names": "[]", "is_active": "on",
    }  # fmt: skip
    answer = as_user(cast.office).post(f"/admin/snippets/institutions/institution/edit/{top.pk}/", given)

    assert "stands under this one already" in answer.context["form"].errors["parent"][0]
    assert low.name in answer.context["form"].errors["parent"][0]
    top.refresh_from_db()
    assert top.parent is None
