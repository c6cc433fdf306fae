"""Named sets of certificates."""

from typing import Self

from django.db import models
from django.db.models import Case, CharField, DateField, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from lms.core.clock import today
from lms.core.prepared import prepared
from lms.institutions.models import Jurisdiction
from lms.people.choices import RoleKind

from .choices import Act, CertificateKind, EventKind, RequestState, State


class CertificateQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Certificates of the people in the user's scope, of those they teach, and one's own."""
        scope = user.scope
        if scope.everything:
            return self
        return self.filter(
            Q(person__institution__in=scope.institution_ids)
            | Q(person__user=user.pk)
            | Q(kind=CertificateKind.COMPLETION, pk__in=self._taught_by(user))
        )

    def _taught_by(self, user):
        return self.model._default_manager.filter(training__deliverers__person__user=user.pk).values("pk")

    def readable_by(self, user) -> Self:
        """Certificates whose document the user may have: one's own, and those in an office's or focal point's scope."""
        scope = user.scope
        if scope.everything:
            return self
        over = scope.institution_ids if user.holds(RoleKind.OFFICE, RoleKind.FOCAL_POINT) else frozenset()
        return self.filter(Q(person__institution__in=over) | Q(person__user=user.pk))

    def trainer(self) -> Self:
        """Trainer certificates."""
        return self.filter(kind=CertificateKind.TRAINER)

    def latest(self) -> Self:
        """The newest of each chain: those without a successor."""
        return self.filter(replaced_by=None)

    def undocumented(self) -> Self:
        """Issued, but their document is not made yet."""
        return self.filter(document="")

    def with_state(self, day=None, *, days=None) -> Self:
        """Adds `on_day` and `state` on that day; without one, on today's date where each institution is.

        Says in SQL what `standing.state_on` says for one certificate; a test holds the two together.
        `days`: `days_by_zone()`, if already known.
        """
        return self.annotate(on_day=_day_of(days) if days else _day(day)).annotate(state=_state(self.model))

    def with_own_day(self, days=None) -> Self:
        """Adds `on_day` alone: today's date where each institution is; `days`: `days_by_zone()`, if already known."""
        return self.annotate(on_day=_day_of(days or days_by_zone()))

    def in_force(self, day) -> Self:
        """In force on that day: dates inclusive, not replaced by then, not suspended or withdrawn by then."""
        return self._stateful(day).filter(state_then=State.IN_FORCE)

    def in_force_today(self) -> Self:
        """In force on today's date where the certificate's institution is."""
        return self._stateful(None).filter(state_then=State.IN_FORCE)

    def ending_by(self, day) -> Self:
        """Their last day is that day or an earlier one; those without an end never."""
        return self.filter(valid_until__lte=day)

    def _stateful(self, day) -> Self:
        return self.alias(on_day=_day(day)).alias(state_then=_state(self.model))


def dates_say(state: str) -> Q:
    """The rows (annotated with `on_day`) of which their dates alone say so: right for those without event and
    successor, and quicker than `with_state`, which is right for all."""
    by_dates = {
        State.NOT_YET: Q(valid_from__gt=F("on_day")),
        State.EXPIRED: Q(valid_until__lt=F("on_day")),
        State.IN_FORCE: Q(valid_from__lte=F("on_day")) & (Q(valid_until=None) | Q(valid_until__gte=F("on_day"))),
    }
    return by_dates.get(State(state), Q(pk=None))


def days_by_zone():
    """(today's date here, the zones where it is another one): ((zone, date), …); one query."""
    here = today()
    return here, tuple(sorted((zone, there) for (zone,) in _zones() if (there := today(zone)) != here))


@prepared
def _zones() -> models.QuerySet:
    return Jurisdiction.objects.order_by().values_list("time_zone").distinct()


def _day(day):
    """The day as an expression: the one given (it may be one already), or today by each institution's own clock."""
    return _day_of((day, ()) if day is not None else days_by_zone())


def _day_of(days):
    here, elsewhere = days
    if hasattr(here, "resolve_expression"):
        return here
    cases = [
        When(institution__jurisdiction__time_zone=zone, then=Value(there, output_field=DateField()))
        for zone, there in elsewhere
    ]
    default = Value(here, output_field=DateField())
    return Case(*cases, default=default, output_field=DateField()) if cases else default


def _state(model):
    """The state on the row's `on_day`: the gravest first."""
    events = model._meta.get_field("events").related_model.objects.filter(
        certificate=OuterRef("pk"), effective_on__lte=OuterRef("on_day")
    )
    last = Subquery(events.order_by("-effective_on", "-id").values("kind")[:1], output_field=CharField())
    replaced = model._default_manager.filter(replaces=OuterRef("pk"), valid_from__lte=OuterRef("on_day"))
    suspended = Exact(Coalesce(last, Value("")), Value(EventKind.SUSPENDED.value))
    return Case(
        When(Exists(events.filter(kind=EventKind.WITHDRAWN)), then=Value(State.WITHDRAWN.value)),
        When(Q(valid_from__gt=F("on_day")), then=Value(State.NOT_YET.value)),
        When(Exists(replaced), then=Value(State.REPLACED.value)),
        When(Q(valid_until__lt=F("on_day")), then=Value(State.EXPIRED.value)),
        When(suspended, then=Value(State.SUSPENDED.value)),
        default=Value(State.IN_FORCE.value),
        output_field=CharField(),
    )


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Decisions about the people in the user's scope, and about oneself."""
        scope = user.scope
        if scope.everything:
            return self
        return self.filter(Q(person__institution__in=scope.institution_ids) | Q(person__user=user.pk))

    def about_candidates(self) -> Self:
        """The first decision about each ToT candidate; later ones are about holders."""
        return self.filter(act=Act.INITIAL)


class BatchQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Batches of the trainings in the user's scope; those of trainer certificates for the office alone."""
        scope = user.scope
        if scope.everything:
            return self
        rows = self.filter(training__institution__in=scope.institution_ids)
        return rows if user.holds(RoleKind.OFFICE) else rows.filter(kind=CertificateKind.COMPLETION)

    def unfinished(self) -> Self:
        """With people still waiting for their certificate, or with documents still to be stored."""
        return self.filter(finished_at=None)


class StandingRequestQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Requests about the certificates that the office decides about, in the user's scope."""
        scope = user.scope
        if not user.holds(RoleKind.OFFICE):
            return self.none()
        return self if scope.everything else self.filter(certificate__person__institution__in=scope.institution_ids)

    def waiting(self) -> Self:
        """Not decided yet, the oldest first."""
        return self.filter(status=RequestState.OPEN).order_by("requested_at", "id")

    def waiting_first(self) -> Self:
        """Those that wait, the oldest first; then the others, the last decided first."""
        decided = F("decided_at").desc(nulls_first=True)
        return self.order_by(decided, "requested_at", "id")

    def for_another_than(self, user) -> Self:
        """Those that this user may decide: not asked for by them, and not about their own certificate."""
        return self.exclude(requested_by=user.pk).exclude(certificate__person__user=user.pk)
