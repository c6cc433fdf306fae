"""Named sets of people, accounts and roles."""

from typing import Self

from django.db import models
from django.db.models import Q

from lms.core.clock import today
from lms.core.text import fold

from .choices import RoleKind


class PersonQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """People of the institutions in the user's scope, and the user's own record."""
        scope = user.scope
        if scope.everything:
            return self
        return self.filter(Q(institution__in=scope.institution_ids) | Q(user=user.pk))

    def known(self) -> Self:
        """Records that stand for themselves: neither merged into another nor anonymised."""
        return self.filter(merged_into=None, anonymised_at=None)

    def serving(self, day) -> Self:
        """People in service on that day."""
        return self.filter(Q(left_on=None) | Q(left_on__gt=day))

    def found_by(self, words: str) -> Self:
        """People whose name, in any script, has all these words, or whose number or address has them as they stand.

        A record merged into another is found by its own name and stands for the one that was kept.
        """
        parts = fold(words[:200]).split()
        name = Q(*[Q(name_key__contains=part) for part in parts]) if parts else Q(pk=None)
        merged = self.model._default_manager.filter(name).exclude(merged_into=None).values("merged_into")
        plain = words.strip()[:200]
        return self.filter(name | Q(pk__in=merged) | Q(service_number__iexact=plain) | Q(email__icontains=plain))


class UserQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Accounts are the programme office's; to others there are none but their own."""
        return self if user.scope.everything else self.filter(pk=user.pk)


class RoleQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Roles are the programme office's; to others there are none but their own."""
        return self if user.scope.everything else self.filter(user=user.pk)

    def live(self, day=None) -> Self:
        """Roles in force on the day (today, if none is given), both ends included, and not ended early."""
        day = day or today()
        return self.filter(starts_on__lte=day, ended_at=None).filter(Q(ends_on=None) | Q(ends_on__gte=day))

    def focal_points(self, day=None) -> Self:
        """Roles of focal points in force on the day, of accounts in use: those who decide and are written to."""
        return self.live(day).filter(kind=RoleKind.FOCAL_POINT, user__is_active=True)

    def over(self, day=None) -> Self:
        """Roles that have ended: by their last day or before it."""
        day = day or today()
        return self.filter(Q(ends_on__lt=day) | Q(ended_at__isnull=False))

    def held_by(self, words: str) -> Self:
        """Roles of accounts with these words in the address or the name."""
        plain = words.strip()[:200]
        name = Q(user__first_name__icontains=plain) | Q(user__last_name__icontains=plain)
        return self.filter(Q(user__email__icontains=plain) | name)
