"""A scheme's rules as data: every change a version, kept for good; the form, its preview, and what is refused."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from lms.audit.models import Entry
from lms.certification.choices import Aim, Level, RequirementKind
from lms.certification.evidence import current_terms, current_version, terms_of
from lms.certification.forms.schemes import RulesForm
from lms.certification.models import Scheme, SchemeRequirement, SchemeVersion
from lms.certification.preview import effects_of
from lms.certification.rules import USUAL, Rule
from lms.certification.services import adopt_rules
from lms.core.clock import today
from lms.trainings.choices import TrainingStatus
from tests import factories as make
from tests.refusals import refusal_of

from .scenes import asking


@pytest.fixture
def scheme(db) -> Scheme:
    return make.SchemeFactory()


def test_rules_come_back_as_they_were_adopted(scheme):
    assert current_terms(scheme) == USUAL


def test_a_change_is_the_next_version_and_stands_in_the_trail(cast, scheme):
    first = current_version(scheme)
    terms = replace(asking("renewal", "deliveries", 2, 12), validity_months=24)

    version = adopt_rules(scheme, terms, note="Two deliveries a year.", by=cast.office)

    assert (version.number, version.adopted_by) == (2, cast.office)
    assert set(current_terms(scheme).rules) == set(terms.rules)
    assert (current_terms(scheme).validity_months, terms_of(first)) == (24, USUAL)
    entry = Entry.objects.get(action="scheme.adopted", object_id=version.pk)
    assert entry.reason == "Two deliveries a year."
    assert "renewal deliveries 2/12" in entry.after["requirements"]


@pytest.mark.parametrize("kind", ["attendance", "post_test", "teach_back"])
def test_no_trainer_certificate_without_what_rule_four_names(cast, scheme, kind):
    terms = replace(USUAL, rules=tuple(row for row in USUAL.rules if row.kind != kind))

    assert refusal_of(adopt_rules, scheme, terms, note="Stricter.", by=cast.office) == {"incomplete"}


def test_what_else_is_refused(cast, scheme):
    silent = replace(USUAL, rules=tuple(row for row in USUAL.rules if row.aim != Aim.CERTIFIED))
    odd = replace(USUAL, rules=(*USUAL.rules, Rule(Aim.RENEWAL, RequirementKind.POST_TEST, 70)))
    stricter = asking("any", "attendance", 90)

    assert refusal_of(adopt_rules, scheme, silent, note="Stricter.", by=cast.office) == {"no_certified"}
    assert refusal_of(adopt_rules, scheme, odd, note="Stricter.", by=cast.office) == {"not_askable"}
    assert refusal_of(adopt_rules, scheme, stricter, note=" ", by=cast.office) == {"no_reason"}
    assert refusal_of(adopt_rules, scheme, USUAL, note="Stricter.", by=cast.office) == {"unchanged"}
    for role in ("focal", "trainer", "assessor", "observer", "stranger"):
        assert refusal_of(adopt_rules, scheme, stricter, note="Stricter.", by=getattr(cast, role)) == {"not_office"}


def test_the_database_keeps_an_adopted_version(scheme):
    for rows, change in (
        (SchemeVersion.objects.all(), {"validity_months": 120}),
        (SchemeRequirement.objects.all(), {"threshold": 3}),
    ):
        with pytest.raises(IntegrityError, match="stays as it was adopted"), transaction.atomic():
            rows.update(**change)
        with pytest.raises(IntegrityError), transaction.atomic():
            rows._raw_delete(rows.db)


@pytest.mark.parametrize(
    "fields",
    [
        {"aim": "any", "kind": "attendance", "threshold": 101},
        {"aim": "any", "kind": "teach_back", "threshold": 1},
        {"aim": "renewal", "kind": "refresher", "threshold": 1},
        {"aim": "senior", "kind": "months_held", "threshold": 1, "months": 12},
    ],
)
def test_the_database_refuses_a_senseless_requirement(scheme, fields):
    bare = SchemeVersion.objects.create(scheme=scheme, number=9, provisional_first=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        SchemeRequirement.objects.create(version=bare, **fields)


# The form and its pages -----------------------------------------------------------------------------------------------


def entered(terms=USUAL, **changes) -> dict:
    """What a browser sends when the form is filled with these rules."""
    form = RulesForm(terms=terms)
    values = {name: value for name, value in form.initial.items() if value is not False}
    return {**values, "note": "As agreed.", **changes}


def test_what_is_entered_is_what_is_adopted():
    form = RulesForm(entered(), terms=USUAL)

    assert form.is_valid(), form.errors
    assert form.terms() == USUAL


def test_a_number_without_its_period_is_asked_about():
    form = RulesForm(entered(**{"renewal-refresher-months": ""}), terms=USUAL)

    assert not form.is_valid()
    assert set(form.errors) == {"renewal-refresher-months"}


def test_first_shown_what_it_would_change_then_adopted(cast, as_user, scheme):
    training = make.TrainingFactory(status=TrainingStatus.VERIFIED, starts_on=today(), ends_on=today())
    make.DelivererFactory(training=training, person=cast.trainer_person)
    client, address = as_user(cast.office), reverse("certification:scheme_change", args=[scheme.pk])
    data = entered(**{"renewal-refresher": "", "renewal-refresher-months": ""})
    assert client.get(address).status_code == 200

    shown = client.post(address, data)
    assert "What it would change today" in shown.content.decode()
    assert scheme.versions.count() == 1

    done = client.post(address, {**data, "adopt": "1"}, follow=True).content.decode()
    assert "Version 2, in use since" in done and "As agreed." in done
    assert "Version 1, adopted on" in done
    assert "Certification schemes" in client.get(reverse("certification:scheme_list")).content.decode()


def test_the_preview_counts_who_would_meet_it(cast, scheme, django_assert_num_queries):
    training = make.TrainingFactory(status=TrainingStatus.VERIFIED, starts_on=today(), ends_on=today())
    make.DelivererFactory(training=training, person=cast.trainer_person)
    make.TrainerCertificateFactory(level=Level.PROVISIONAL, person=cast.trainee_person)
    planned = replace(USUAL, rules=tuple(row for row in USUAL.rules if row.kind != RequirementKind.REFRESHER))

    found = {row.act: (row.holders, row.now, row.then) for row in effects_of(scheme, USUAL, planned)}

    assert found == {"promotion": (1, 0, 0), "renewal": (2, 0, 1), "senior": (2, 0, 0)}
    for _turn in range(5):
        make.TrainerCertificateFactory()
    with django_assert_num_queries(10):
        effects_of(scheme, USUAL, planned)


def test_without_a_scheme_or_without_rules_the_pages_say_so(cast, as_user, scheme):
    bare = Scheme.objects.create(code="bare", title="Bare", curriculum=scheme.curriculum)
    client = as_user(cast.office)

    assert "none adopted yet" in client.get(reverse("certification:scheme_list")).content.decode()
    assert "No rules yet" in client.get(reverse("certification:scheme_detail", args=[bare.pk])).content.decode()
    assert client.get(reverse("certification:scheme_change", args=[bare.pk])).status_code == 200
