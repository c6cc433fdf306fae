"""Opening and closing the test of a training for phones."""

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.clock import now, today
from lms.core.rules import refuse, refuse_if_any
from lms.people.models import User
from lms.trainings.choices import CLOSED_TO_RESULTS
from lms.trainings.models import Training

from ..choices import Moment
from ..models import PhoneTest
from ..papers import form_of
from ..permissions import may_run_tests
from ..phone.windows import opening_findings


@transaction.atomic
def open_phone_test(training: Training, moment: str, *, by: User) -> PhoneTest:
    """Open the pre- or post-test on the form that the training's edition froze, in the training's language.

    Refuses: not_allowed, training_shut, no_names, no_form, already_open, too_late, too_early.
    """
    training = Training.objects.select_for_update(of=("self",)).select_related(
        "institution__jurisdiction"
    ).get(pk=training.pk)  # fmt: skip
    if not may_run_tests(by, training):
        refuse("not_allowed", _("Only the programme office and the lead trainer open the tests of this training."))
    if training.status in CLOSED_TO_RESULTS:
        refuse("training_shut", _("This training takes no tests: it is a draft, cancelled or locked."))
    if training.head_count_only:
        refuse("no_names", _("This training counts heads without names: there is nobody to test."))
    form = form_of(training, Moment(moment))
    if form is None:
        refuse("no_form", _("The edition of this training has no test for this moment. Use another edition."))
    day = today(training.institution.jurisdiction.time_zone)
    opened = list(training.phone_tests.values_list("moment", flat=True))
    refuse_if_any(opening_findings(moment, training.starts_on, training.ends_on, day, opened=opened))
    test = PhoneTest.objects.create(
        training=training, moment=moment, form=form, language=training.language, opened_at=now(), opened_by=by
    )
    after = {"moment": moment, "form": form.pk, "items": form.items}
    record("phone_test.opened", test, by=by, after=after, institution=training.institution_id)
    return test


@transaction.atomic
def close_phone_test(test: PhoneTest, *, by: User) -> PhoneTest:
    """Nobody answers any more, and those who handed in see what was right. A sheet not handed in does not count.

    Refuses: not_allowed, closed.
    """
    test = PhoneTest.objects.select_for_update(of=("self",)).select_related("training").get(pk=test.pk)
    if not may_run_tests(by, test.training):
        refuse("not_allowed", _("Only the programme office and the lead trainer close the tests of this training."))
    if test.closed_at:
        refuse("closed", _("This test is closed already."))
    test.closed_at, test.closed_by, test.version = now(), by, test.version + 1
    test.save()
    record("phone_test.closed", test, by=by, after={"moment": test.moment}, institution=test.training.institution_id)
    return test
