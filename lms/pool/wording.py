"""What each reminder says to a trainer and to a focal point, in the language in force when it is called."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .choices import Audience, ReminderKind
from .reminding import Due


def says(due: Due, record, person, audience: str, day: date) -> str:
    """The line of the letter. `record`: the certificate or the training that the reminder hangs on."""
    words = {
        "name": person.full_name,
        "number": getattr(record, "number", ""),
        "what": getattr(record, "curriculum", record).title,
        "training": getattr(record, "title", ""),
        "day": date_format(due.counts_from, "j F Y"),
        "distance": distance(due.counts_from, day),
    }
    return (TO_TRAINER if audience == Audience.TRAINER else TO_FOCAL_POINT)[due.kind]() % words


def distance(counts: date, day: date) -> str:
    """ "in 90 days", "today", "12 days ago"."""
    days = (counts - day).days
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}
    return ngettext("%(days)d day ago", "%(days)d days ago", -days) % {"days": -days}


TO_TRAINER = {
    ReminderKind.EXPIRY: lambda: _(
        "Your trainer certificate %(number)s for “%(what)s” ends on %(day)s, %(distance)s. "
        "See what its renewal asks for, and what is still missing."
    ),
    ReminderKind.FIRST_DELIVERY: lambda: _(
        "Your first delivery of “%(what)s” is due by %(day)s, %(distance)s. "
        "Plan the training and have it approved by your focal point."
    ),
    ReminderKind.NEVER_DELIVERED: lambda: _(
        "You have not delivered “%(what)s” yet. Your first delivery was due by %(day)s, %(distance)s. "
        "Plan the training, or tell your focal point what stands in the way."
    ),
    ReminderKind.NOT_CO_DELIVERED: lambda: _(
        "Your certificate %(number)s is provisional until you have delivered “%(what)s” together with a certified "
        "trainer. That was due by %(day)s, %(distance)s. Agree on a training with a certified colleague."
    ),
    ReminderKind.REFRESHER: lambda: _(
        "The renewal of your certificate %(number)s for “%(what)s” asks for a refresher. "
        "It is due by %(day)s, %(distance)s."
    ),
    ReminderKind.UNDECIDED: lambda: _(
        "“%(training)s” ended on %(day)s, %(distance)s, and your certification is not decided yet. "
        "The programme office decides; there is nothing you have to do."
    ),
    ReminderKind.NOT_ISSUED: lambda: _(
        "You passed “%(training)s”; it was decided on %(day)s, %(distance)s, and your certificate is not issued yet. "
        "The programme office issues it; there is nothing you have to do."
    ),
}

TO_FOCAL_POINT = {
    ReminderKind.EXPIRY: lambda: _(
        "%(name)s: trainer certificate %(number)s for “%(what)s” ends on %(day)s, %(distance)s."
    ),
    ReminderKind.FIRST_DELIVERY: lambda: _(
        "%(name)s: the first delivery of “%(what)s” is due by %(day)s, %(distance)s."
    ),
    ReminderKind.NEVER_DELIVERED: lambda: _(
        "%(name)s has not delivered “%(what)s” yet; the first delivery was due by %(day)s, %(distance)s."
    ),
    ReminderKind.NOT_CO_DELIVERED: lambda: _(
        "%(name)s holds a provisional certificate and has not delivered “%(what)s” together with a certified trainer "
        "yet; that was due by %(day)s, %(distance)s."
    ),
    ReminderKind.REFRESHER: lambda: _("%(name)s: the refresher that renewal asks for is due by %(day)s, %(distance)s."),
    ReminderKind.UNDECIDED: lambda: _(
        "%(name)s took part in “%(training)s”, which ended on %(day)s, %(distance)s; "
        "the programme office has not decided yet."
    ),
    ReminderKind.NOT_ISSUED: lambda: _(
        "%(name)s passed “%(training)s”; it was decided on %(day)s, %(distance)s, and the certificate is not "
        "issued yet."
    ),
}


def threshold_words(kind: str, threshold: int) -> str:
    """The step in words: "90 days before", "on the day", "30 days after"."""
    if threshold == 0:
        return _("on the day")
    if threshold < 0:
        return ngettext("%(days)d day before", "%(days)d days before", -threshold) % {"days": -threshold}
    return ngettext("%(days)d day after", "%(days)d days after", threshold) % {"days": threshold}
