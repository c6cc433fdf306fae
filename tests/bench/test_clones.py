"""Ten times the demo is ten times the demo."""

import pytest
from django.db import models

from bench import clones, growth
from lms.certification.models import Certificate, Decision
from lms.people.models import Person
from lms.trainings.models import Completion, Deliverer, Enrolment
from tests.bench.figures import assert_measured


def test_coverage_grows_with_the_rows(bench_site):
    before = {model: model.objects.count() for model in (Certificate, Decision, Enrolment)}
    last = Certificate.objects.order_by("-pk").first().pk
    figures = growth.measure(rounds=1, copies=1)
    assert_measured(figures, "computed, the demo", "computed, 2 times the demo")
    assert {model: model.objects.count() for model in before} == {model: n * 2 for model, n in before.items()}
    assert_copies_point_at_copies(last)


def assert_copies_point_at_copies(last: int):
    """A renewed certificate's decision, its basis and the certificate it replaces are of the same copy."""
    later = Certificate.objects.filter(pk__gt=last, replaces__isnull=False, decision__basis__isnull=False)
    assert later
    assert all(min(one.replaces_id, one.decision.basis_id) > last for one in later)


def test_too_few_rows_end_the_bench(bench_site):
    with pytest.raises(SystemExit, match=r"^people\.Person: \d+ rows after copying"):
        clones.check_counts({Person: Person.objects.count() + 1})


def test_rows_that_cannot_be_put_in_order_end_the_bench():
    one = Certificate(pk=1, replaces_id=2)
    with pytest.raises(SystemExit, match="point at each other"):
        clones.copy_all({Certificate: [one]}, 1)


def test_coverage_that_does_not_grow_ends_the_bench(bench_site):
    region = growth.region()
    with pytest.raises(SystemExit, match="Coverage at 10 times"):
        growth.check(region, region, 10)


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Completion, {"enrolment"}),
        (Certificate, {"code"}),
        (Decision, {"basis", "act"}),
        (Person, {"institution", "email"}),
        (Deliverer, {"training"}),
    ],
)
def test_what_stands_once_is_read_from_the_model(model, fields):
    assert fields in [{field.name for field in found} for found in clones.unique_together(model)]


def test_another_value_is_of_its_kind():
    assert clones.another(models.CharField(), "RS-1", 3) == "3RS-1"
    assert clones.another(models.CharField(), "", 3) == ""
    assert clones.another(models.BigIntegerField(null=True), 7, 3) is None
