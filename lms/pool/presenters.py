"""Lines of the directory as a reader sees them: their words are made once here, so that long lists stay quick."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from lms.certification.choices import Level, State

from .trainers import DirectoryRow


@dataclass(slots=True)
class Shown:
    """A line in words and addresses; `last` is empty for who never delivered."""

    name: str
    address: str
    below: str
    state: str
    tone: str
    active: bool
    place: str
    land: str
    until: str
    tot: str
    since: str
    delivered: int
    trainings: str
    last: str


def present(lines: Iterable[DirectoryRow]) -> list[Shown]:
    """For the table, in the language in force."""
    levels = {level.value: str(level.label) for level in Level}
    states = {state.value: str(state.label) for state in State}
    certificates, trainings = reverse("certification:certificate_list"), reverse("cascade:training_list")
    language = get_language()

    def day(when: date) -> str:
        return _day_in(language, when)

    return [
        Shown(
            line.name, f"{certificates}{line.pk}/", f"{levels.get(line.level, '')}, {line.number}",
            states[line.state], State(line.state).tone, line.active, line.institution, line.jurisdiction,
            day(line.valid_until), day(line.tot_ended_on), _days_ago_in(language, line.days_since), line.delivered,
            f"{trainings}?trainer={line.person_id}&delivered=on", day(line.last_on) if line.last_on else "",
        )
        for line in lines
    ]  # fmt: skip


# Of five thousand trainers many share their days: each is put into words once in each language.
@lru_cache(maxsize=4096)
def _day_in(_language: str, when: date) -> str:
    return date_format(when, "j M Y")


@lru_cache(maxsize=4096)
def _days_ago_in(_language: str, days: int) -> str:
    return days_ago(days)


def days_ago(days: int) -> str:
    """ "1 day ago", "412 days ago"; a day that is still to come is today's."""
    if days <= 0:
        return _("today")
    return ngettext("%(days)d day ago", "%(days)d days ago", days) % {"days": days}
