"""Dated leave for a trainer to deliver in another institution: granted and ended by the programme office."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.clock import today
from lms.core.rules import refuse
from lms.institutions.models import Institution
from lms.people.models import Person, User

from ..checks import lineage
from ..models import DeliveryException
from ..permissions import may_manage_exceptions
from .common import require_reason


@transaction.atomic
def grant_exception(
    *, person: Person, institution: Institution, starts_on: date, ends_on: date, reason: str, by: User
) -> DeliveryException:
    """Let a trainer deliver in this institution, and below it, from the first to the last day.

    Refuses: 'not_allowed', 'reason_missing', 'dates', 'at_home', 'own_work'.
    """
    if not may_manage_exceptions(by):
        refuse("not_allowed", _("The programme office grants exceptions."))
    reason = require_reason(reason)
    if ends_on < starts_on:
        refuse("dates", _("The last day is before the first day. Correct one of the two dates."))
    if person.institution_id in lineage(institution):
        refuse("at_home", _("This is the trainer's own institution, or below it. No exception is needed."))
    if person.user_id is not None and person.user_id == by.pk:
        refuse("own_work", _("Nobody grants an exception to themselves. Ask a colleague of the programme office."))
    row = DeliveryException.objects.create(
        person=person, institution=institution, starts_on=starts_on, ends_on=ends_on, reason=reason, granted_by=by
    )
    after = {"person": person.pk, "institution": institution.pk, "starts_on": starts_on, "ends_on": ends_on}
    record("exception_granted", row, by=by, after=after, reason=reason, institution=institution)
    return row


@transaction.atomic
def end_exception(exception: DeliveryException, *, by: User, reason: str = "") -> None:
    """Yesterday becomes the last day; one that has not begun before today is taken back altogether.

    Refuses: 'not_allowed', 'over'.
    """
    if not may_manage_exceptions(by):
        refuse("not_allowed", _("The programme office grants exceptions."))
    row = DeliveryException.objects.select_for_update().select_related("institution").get(pk=exception.pk)
    day = today()
    if row.ends_on < day:
        refuse("over", _("This exception is over already."))
    before = {"starts_on": row.starts_on, "ends_on": row.ends_on}
    last = day - timedelta(days=1)
    after = {"ends_on": last} if row.starts_on <= last else {}
    record("exception_ended", row, by=by, before=before, after=after, reason=reason, institution=row.institution)
    if after:
        row.ends_on = last
        row.save(update_fields=["ends_on", "updated_at"])
    else:
        row.delete()
