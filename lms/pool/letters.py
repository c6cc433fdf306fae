"""Letters of reminders: who is to be told what, one letter for each reader, in the reader's language."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from lms.certification.models import Certificate
from lms.core.designation import designate, designate_mail
from lms.institutions.tree import tree_now
from lms.people.models import Person, Role, User
from lms.trainings.models import Training
from lms.trainings.tasks import address_of, language_of

from .choices import Audience
from .reminding import Due
from .wording import says


@dataclass(frozen=True)
class ReminderItem:
    """One line of a letter: what is due, about whom, on which record, and how it is said."""

    due: Due
    person: Person
    record: Certificate | Training
    line: str


@dataclass
class ReminderLetter:
    """What one reader gets: the trainer (`person`, with or without an account), or a focal point (`user`)."""

    audience: Audience
    user: User | None
    person: Person | None
    address: str
    language: str
    day: date
    items: list[ReminderItem] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.person.full_name if self.person else str(self.user)

    def words(self) -> tuple[str, str]:
        """(subject, body), in the reader's language, the name's rule applied."""
        with translation.override(self.language):
            kind = "trainer" if self.audience == Audience.TRAINER else "focal_point"
            context = {
                "letter": self,
                "items": self.items,
                "address": settings.BASE_URL.rstrip("/") + reverse(PAGES[self.audience]),
            }
            subject = " ".join(render_to_string(f"pool/mail/{kind}_subject.txt", context).split())
            return designate(subject), designate_mail(render_to_string(f"pool/mail/{kind}.txt", context))


#: Where a reader finds more.
PAGES = {Audience.TRAINER: "pool:my_certification", Audience.FOCAL_POINT: "pool:trainer_list"}


def letters_for(found: Iterable[Due], day: date) -> list[ReminderLetter]:
    """The letters that say all this, focal points after trainers; people and records in a fixed number of queries.

    Nobody is written to without an address. Who is a focal point for themselves reads it as a trainer only.
    """
    found = list(found)
    if not found:
        return []
    people = Person.objects.select_related("institution", "user").in_bulk({due.person_id for due in found})
    records = records_of(found)
    overseers = focal_points()
    letters: dict[tuple, ReminderLetter] = {}
    for due in found:
        person = people[due.person_id]
        for key, letter in readers_of(person, overseers.get(person.institution_id, ()), day):
            kept = letters.setdefault(key, letter)
            kept.items.append(_item(due, person, records[due.subject], kept, day))
    return sorted(letters.values(), key=lambda row: (row.audience == Audience.FOCAL_POINT, row.name, row.address))


def _item(due: Due, person: Person, record, letter: ReminderLetter, day: date) -> ReminderItem:
    with translation.override(letter.language):
        return ReminderItem(due, person, record, designate(says(due, record, person, letter.audience, day)))


def records_of(found: Iterable[Due]) -> dict[str, Certificate | Training]:
    """{subject: the record it names}; two queries."""
    ids: dict[str, set[int]] = defaultdict(set)
    for due in found:
        kind, _colon, pk = due.subject.partition(":")
        ids[kind].add(int(pk))
    certificates = Certificate.objects.select_related("curriculum").defer("facts").in_bulk(ids["certificate"])
    trainings = Training.objects.in_bulk(ids["training"])
    named = {f"certificate:{pk}": row for pk, row in certificates.items()}
    return named | {f"training:{pk}": row for pk, row in trainings.items()}


def readers_of(person: Person, overseers: Iterable[User], day: date) -> list[tuple[tuple, ReminderLetter]]:
    """The person and their focal points, each with the key of their letter."""
    found = []
    own = address_of(person)
    if own:
        letter = ReminderLetter(Audience.TRAINER, person.user, person, own, language_of(person), day)
        found.append(((Audience.TRAINER, person.pk), letter))
    for user in overseers:
        if user.email and user.pk != person.user_id:
            letter = ReminderLetter(
                Audience.FOCAL_POINT, user, None, user.email, interface_language(user.language), day
            )
            found.append(((Audience.FOCAL_POINT, user.pk), letter))
    return found


def interface_language(code: str) -> str:
    """The account's language if the interface speaks it, else English."""
    code = code.lower()
    return code if code in dict(settings.INTERFACE_LANGUAGES) else settings.LANGUAGE_CODE


def focal_points() -> dict[int, list[User]]:
    """{institution: focal points of it or of one above it}; two queries."""
    roles = Role.objects.focal_points().select_related("user")
    at: dict[int, dict[int, User]] = defaultdict(dict)
    for role in roles.order_by("user__email"):
        at[role.institution_id][role.user_id] = role.user
    tree = tree_now()
    return {pk: list({key: user for above in tree.upwards(pk) for key, user in at.get(above, {}).items()}.values())
            for pk in tree.parents}  # fmt: skip


def key_of(due: Due, letter: ReminderLetter) -> tuple:
    """What makes a reminder the same one: (kind, audience, person, subject, threshold, recipient of a focal letter)."""
    reader = letter.user.pk if letter.audience == Audience.FOCAL_POINT else None
    return due.kind, letter.audience, due.person_id, due.subject, due.threshold, reader
