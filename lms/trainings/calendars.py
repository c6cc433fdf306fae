"""A training as a calendar file: all its days for a participant's phone, or its agenda item by item.

Calendar programs know an event by its UID and take the file with the higher SEQUENCE as the newer one. A removed item
and a cancelled training are sent as STATUS:CANCELLED, so that the program takes them out.
"""

from collections.abc import Iterable
from datetime import UTC, timedelta
from email.utils import parseaddr
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress

from lms.core.designation import designate, footnotes_for
from lms.people.models import Person

from .choices import AgendaKind, EnrolmentStatus, TrainingStatus
from .models import AgendaItem, Enrolment, Training

PRODUCT = "-//PSSM Cascade//trainings//EN"


def calendar_of(enrolment: Enrolment) -> bytes:
    """One all-day event over the training's days; tentative for somebody who waits. The same event if taken twice."""
    training = enrolment.training
    event = _event(f"training-{training.enrolment_code}@pssm-cascade", training.version, training)
    event.add("dtstart", training.starts_on)
    event.add("dtend", training.ends_on + timedelta(days=1))
    event.add("summary", designate(training.title))
    event.add("location", designate(training.venue))
    event.add("status", _cancelled(training) or _seat(enrolment))
    place = designate(_("Held by %(institution)s.") % {"institution": training.institution})
    event.add("description", "\n\n".join([place, *footnotes_for([place, training.title, training.venue])]))
    return _file([event], training)


def _seat(enrolment: Enrolment) -> str:
    return "CONFIRMED" if enrolment.status == EnrolmentStatus.ENROLLED else "TENTATIVE"


def agenda_calendar(training: Training, *, person: Person | None = None) -> bytes:
    """An event for each item of the agenda, in the training's own time; removed ones are called off.

    With a `person`: the items they lead, and called off those they were taken off. Three queries.
    """
    items = training.agenda.select_related("module").prefetch_related("leaders__person")
    zone = ZoneInfo(training.institution.jurisdiction.time_zone)
    if person is not None:
        items = items.filter(leaders__person=person)
    return _file([_item_event(item, training, zone, person) for item in items], training)


def _item_event(item: AgendaItem, training: Training, zone: ZoneInfo, person: Person | None) -> Event:
    event = _event(f"{item.uid}@pssm-cascade", item.sequence, training)
    event.add("dtstart", item.starts_at.astimezone(zone))
    event.add("dtend", item.ends_at.astimezone(zone))
    event.add("summary", designate(name_of(item)))
    event.add("location", designate(", ".join(filter(None, [item.room, training.venue]))))
    gone = item.removed_at or _cancelled(training) or not _concerns(item, person)
    event.add("status", "CANCELLED" if gone else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if item.kind == AgendaKind.BREAK else "OPAQUE")
    event.add("last-modified", item.updated_at.astimezone(UTC))
    event.add("description", _description(item, training))
    return event


def name_of(item: AgendaItem) -> str:
    """What an item is called: a module's code and title, or the title given to the item."""
    if item.module is None:
        return item.title
    return f"{item.module.code} {item.title or item.module.title}"


def _concerns(item: AgendaItem, person: Person | None) -> bool:
    return person is None or any(row.leads and row.person_id == person.pk for row in item.leaders.all())


def leaders_of(item: AgendaItem) -> list[str]:
    """The names of who leads an item, from what was prefetched."""
    return [str(row.person) for row in item.leaders.all() if row.leads]


def _description(item: AgendaItem, training: Training) -> str:
    lines = [f"{training.title} ({training.reference})"]
    if leaders := leaders_of(item):
        lines.append(_("Facilitators: %(names)s") % {"names": ", ".join(leaders)})
    if item.group:
        lines.append(_("For %(group)s") % {"group": item.get_group_display()})
    said = [name_of(item), item.room, training.venue, *lines]
    return "\n".join([*map(designate, lines), *footnotes_for(said)])


# The file -------------------------------------------------------------------------------------------------------------


def _cancelled(training: Training) -> str:
    return "CANCELLED" if training.status == TrainingStatus.CANCELLED else ""


def _event(uid: str, sequence: int, training: Training) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("sequence", sequence)
    event.add("dtstamp", timezone.now().astimezone(UTC))
    event.add("organizer", _organizer(training))
    return event


def _organizer(training: Training) -> vCalAddress:
    """Who publishes it: RFC 5546 asks for an address; ours takes no answers."""
    address = vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    address.params["cn"] = designate(str(training.institution))
    return address


def _file(events: Iterable[Event], training: Training) -> bytes:
    """The events as one file with the rules of their time zone; METHOD:CANCEL once the training is called off."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if _cancelled(training) else "PUBLISH")
    for event in events:
        calendar.add_component(event)
    _add_zone(calendar, training)
    return calendar.to_ical()


def _add_zone(calendar: Calendar, training: Training) -> None:
    """The rules of the zone that the events name, for a year before and after the training's days."""
    year = timedelta(days=370)
    calendar.add_missing_timezones(first_date=training.starts_on - year, last_date=training.ends_on + year)
