"""Named sets of drafts."""

from typing import Self

from django.db import models


class DraftQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """A person sees the workbooks they sent in themselves."""
        return self.filter(uploaded_by=user) if user.is_authenticated else self.none()

    def waiting(self) -> Self:
        """Drafts not yet applied."""
        return self.filter(applied_at=None)
