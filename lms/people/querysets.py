"""Named sets of people and roles."""

from django.db import models

from lms.core.clock import today


class PersonQuerySet(models.QuerySet):
    def visible_to(self, user):
        """People of the institutions in the user's scope, and the user's own record."""
        scope = user.scope
        if scope.everything:
            return self
        return self.filter(models.Q(institution__in=scope.institution_ids) | models.Q(user=user.pk))

    def known(self):
        """Records that stand for themselves: neither merged into another nor anonymised."""
        return self.filter(merged_into=None, anonymised_at=None)

    def serving(self, day):
        """People in service on that day."""
        return self.filter(models.Q(left_on=None) | models.Q(left_on__gt=day))


class RoleQuerySet(models.QuerySet):
    def live(self, day=None):
        """Roles in force on the day (today, if none is given), both ends included, and not ended early."""
        day = day or today()
        return self.filter(starts_on__lte=day, ended_at=None).filter(
            models.Q(ends_on=None) | models.Q(ends_on__gte=day)
        )
