"""What was sent, and what would go out: the log for office and focal points, the preview for the office."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.core.http import SignedInRequest, require
from lms.core.paging import page_of
from lms.people.access_log import note_names_read

from ..forms import DayForm, ReminderFilter
from ..models import Reminder
from ..permissions import may_preview_reminders, may_see_reminders
from ..services import letters_to_send
from ..wording import threshold_words
from .common import crumbs, ways_of


@require_safe
def reminder_list(request: SignedInRequest) -> HttpResponse:
    """Every reminder about the people one sees: what, to whom, when, and what was said."""
    require(may_see_reminders(request.user))
    form = ReminderFilter(request.GET)
    rows = form.narrow(Reminder.objects.visible_to(request.user))
    page = page_of(request, rows.select_related("person__institution", "recipient"))
    for row in page:
        row.step = threshold_words(row.kind, row.threshold)
    note_names_read("reminders", request.user, by=request.user, page=page.number)
    context = {
        "form": form,
        "page_obj": page,
        "ways": ways_of(request, "reminder_list"),
        "breadcrumbs": crumbs((_("Trainer pool"), "pool:trainer_list"), (_("Reminders"), "")),
    }
    return render(request, "pool/reminder_list.html", context)


@require_safe
def reminder_preview(request: SignedInRequest) -> HttpResponse:
    """The letters that would go out on a day, word for word; looking sends nothing."""
    require(may_preview_reminders(request.user))
    form = DayForm(request.GET)
    page = page_of(request, letters_to_send(form.asked), size=20)
    letters = [{"letter": letter, "words": letter.words()} for letter in page]
    note_names_read("reminders to come", request.user, by=request.user, page=page.number)
    context = {
        "form": DayForm(initial={"day": form.asked}),
        "day": form.asked,
        "page_obj": page,
        "letters": letters,
        "ways": ways_of(request, "reminder_preview"),
        "breadcrumbs": crumbs((_("Trainer pool"), "pool:trainer_list"), (_("What goes out"), "")),
    }
    return render(request, "pool/reminder_preview.html", context)
