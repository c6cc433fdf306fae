"""Named sets of certificates."""

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from .choices import CertificateKind, EventKind


class CertificateQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Certificates of the people in the user's scope, of those they teach, and one's own."""
        scope = user.scope
        if scope.everything:
            return self
        return self.filter(
            Q(person__institution__in=scope.institution_ids)
            | Q(person__user=user.pk)
            | Q(kind=CertificateKind.COMPLETION, training__deliverers__person__user=user.pk)
        ).distinct()

    def trainer(self):
        """Trainer certificates."""
        return self.filter(kind=CertificateKind.TRAINER)

    def in_force(self, day):
        """In force on that day: dates inclusive, not replaced by then, not suspended or withdrawn by then.

        Says in SQL what `standing.state_on` says for one certificate; a test holds the two together.
        """
        events = self.model._meta.get_field("events").related_model.objects.filter(
            certificate=OuterRef("pk"), effective_on__lte=day
        )
        last = events.order_by("-effective_on", "-id").values("kind")[:1]
        successors = self.model._default_manager.filter(replaces=OuterRef("pk"), valid_from__lte=day)
        return (
            self.filter(valid_from__lte=day)
            .filter(Q(valid_until=None) | Q(valid_until__gte=day))
            .filter(~Exists(events.filter(kind=EventKind.WITHDRAWN)), ~Exists(successors))
            .annotate(last_event=Subquery(last))
            .exclude(last_event=EventKind.SUSPENDED)
        )


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Decisions about the people in the user's scope, and about oneself."""
        scope = user.scope
        if scope.everything:
            return self
        return self.filter(Q(person__institution__in=scope.institution_ids) | Q(person__user=user.pk))
