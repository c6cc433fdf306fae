"""The region, its target populations and the programme's promises."""

from datetime import date, timedelta

from lms.institutions.models import Institution, Jurisdiction
from lms.institutions.reference import load_reference
from lms.institutions.services import record_target
from lms.programme.models import Programme, RegionalWorkshop, Target, TargetShare

from .plan import PROGRAMME_TARGETS, TARGETS, WORKSHOPS


def make_places(today: date, by) -> dict[str, Institution]:
    """Institutions by code, with the returns of the staff to be trained."""
    places = load_reference()
    valid_from = today - timedelta(days=500)
    for code, function, staff, women in TARGETS:
        known = staff is not None
        record_target(
            places[code],
            job_function=function,
            staff=staff,
            women=women,
            valid_from=valid_from if known else None,
            source="HR return" if known else "not yet received",
            by=by,
        )
    return places


def make_programme(today: date) -> Programme:
    """The Council Decision the demo works under, with its targets as stated and as broken down."""
    programme = Programme.objects.create(
        code="demo-decision",
        title="PSSM in South East Europe: upgrades, surplus reduction and training",
        reference="Council Decision (CFSP), demonstration",
        starts_on=today - timedelta(days=600),
        ends_on=today + timedelta(days=495),
        funding_statement="Made possible by the financial support of the programme's donors.",
        disclaimer="Demonstration data: every person and every figure is invented.",
    )
    places = {place.code: place for place in Jurisdiction.objects.all()}
    for component, title, unit, stated, is_ceiling, shares in PROGRAMME_TARGETS:
        target = Target.objects.create(
            programme=programme, component=component, title=title, unit=unit, stated=stated, is_ceiling=is_ceiling
        )
        for code, (planned, done) in shares.items():
            TargetShare.objects.create(target=target, jurisdiction=places[code], planned=planned, done=done)
    return programme


def make_workshops() -> None:
    """The RASR workshops that are known from public sources."""
    for number, place, first, last, participants, topics, note in WORKSHOPS:
        RegionalWorkshop.objects.create(
            number=number,
            place=place,
            starts_on=date.fromisoformat(first),
            ends_on=date.fromisoformat(last),
            participants=participants,
            topics=topics,
            note=note,
        )
