"""Named sets of reminders."""

from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from lms.core.clock import now
from lms.people.choices import RoleKind

#: A letter being sent for longer than this was given up by whoever sent it.
GIVEN_UP = timedelta(hours=1)
#: A letter in the queue for longer than this is put there again.
FORGOTTEN = timedelta(hours=6)


class ReminderQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """All for the office; for a focal point those about the people of their institutions; to others none."""
        if user.scope.everything:
            return self
        if user.holds(RoleKind.OFFICE, RoleKind.FOCAL_POINT):
            return self.filter(person__institution__in=user.scope.institution_ids)
        return self.none()

    def open(self) -> Self:
        """Decided to go out, and neither sent nor dropped yet."""
        return self.filter(sent_at=None, dropped_at=None)

    def unclaimed(self) -> Self:
        """Open, and nobody is sending them at this moment."""
        return self.open().filter(Q(claimed_at=None) | Q(claimed_at__lt=now() - GIVEN_UP))

    def forgotten(self) -> Self:
        """Open for so long that their place in the queue is no longer believed in."""
        return self.unclaimed().filter(queued_at__lt=now() - FORGOTTEN)
