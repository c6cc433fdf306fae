"""Recording what has been done of a target."""

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.rules import refuse
from lms.people.models import User

from .models import TargetShare


@transaction.atomic
def record_progress(share: TargetShare, *, done: int, by: User) -> TargetShare:
    """Set how much of a jurisdiction's share is done. More than planned is allowed and shows. Code: `negative`."""
    if done < 0:
        refuse("negative", _("Progress cannot be below zero."))
    share = TargetShare.objects.select_for_update().get(pk=share.pk)
    before, share.done = share.done, done
    share.save(update_fields=["done"])
    record("progress_recorded", share, by=by, before={"done": before}, after={"done": done})
    return share
