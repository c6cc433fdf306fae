"""A training as a calendar file, for the phone of whoever takes part."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from lms.core.designation import designate, footnotes_for

from .choices import EnrolmentStatus
from .models import Enrolment


def calendar_of(enrolment: Enrolment) -> bytes:
    """One all-day event over the training's days; tentative for somebody who waits. The same event if taken twice."""
    training = enrolment.training
    event = Event()
    event.add("uid", f"training-{training.enrolment_code}@pssm-cascade")
    event.add("sequence", training.version)
    event.add("dtstamp", timezone.now())
    event.add("dtstart", training.starts_on)
    event.add("dtend", training.ends_on + timedelta(days=1))
    event.add("summary", designate(training.title))
    event.add("location", designate(training.venue))
    event.add("status", "CONFIRMED" if enrolment.status == EnrolmentStatus.ENROLLED else "TENTATIVE")
    place = designate(_("Held by %(institution)s.") % {"institution": training.institution})
    event.add("description", "\n\n".join([place, *footnotes_for([place, training.title, training.venue])]))
    calendar = Calendar()
    calendar.add("prodid", "-//PSSM Cascade//trainings//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return calendar.to_ical()
