"""The office's reading of lists with names: one entry of the trail for each look, left to the worker."""

from django.db import models

from lms.audit.actions import action_of

from .permissions import is_office
from .tasks import note_list_read


def note_names_read(what: str, subject: models.Model, *, by, institution=None, **facts) -> None:
    """The programme office opened a list of people; whoever works with their own institution's people is not noted.

    `what`: which list ("roster"); `subject`: the record it hangs on; `facts`: plain values, never a name or a search
    that may be one. Raises LookupError where no action "roster read" is declared.
    """
    action = action_of(f"{what} read").code
    if is_office(by):
        at = getattr(institution, "pk", institution)
        note_list_read.enqueue(action, subject._meta.label_lower, subject.pk, at, facts, by.pk)
