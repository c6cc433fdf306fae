"""The reminders of the demo's past: decided and written week by week as the days went by, none of them sent."""

from datetime import date, timedelta

from django.core.mail import get_connection

from lms.core.clock import pretend
from lms.pool.due import due_on
from lms.pool.models import Reminder
from lms.pool.reminding import Due
from lms.pool.services import deliver, letters_to_send, queue_letter

#: From when to when, in days before today: the last weeks are left, so that something waits to go out.
FIRST, LAST, STEP = 400, 60, 7


def remind_in_the_past(day: date) -> None:
    """What the chore would have sent until two months ago."""
    nowhere = get_connection("django.core.mail.backends.dummy.EmailBackend")
    said: set[Due] = set()
    for ago in range(FIRST, LAST, -STEP):
        with pretend(day - timedelta(days=ago)):
            # What was due the week before has been decided; nobody's readers change in these weeks.
            found = [due for due in due_on() if due not in said]
            said.update(found)
            for letter in letters_to_send(found=found):
                queue_letter(letter)
                deliver(Reminder.objects.open().values_list("pk", flat=True), connection=nowhere, found=found)
