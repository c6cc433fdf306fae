"""Closed lists about certificates."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CertificateKind(models.TextChoices):
    TRAINER = "trainer", _("trainer certificate")
    COMPLETION = "completion", _("certificate of completion")


class Level(models.TextChoices):
    PROVISIONAL = "provisional", _("provisional")
    CERTIFIED = "certified", _("certified")
    SENIOR = "senior", _("senior")


#: The levels that may deliver alone, and beside whom a provisional trainer may.
FULL_LEVELS = (Level.CERTIFIED, Level.SENIOR)


class Outcome(models.TextChoices):
    SENIOR = "senior", _("senior")
    CERTIFIED = "certified", _("certified")
    PROVISIONAL = "provisional", _("provisional")
    NOT_CERTIFIED = "not_certified", _("not certified")

    @property
    def tone(self) -> str:
        """The badge that says it."""
        return {
            Outcome.SENIOR: "good",
            Outcome.CERTIFIED: "good",
            Outcome.PROVISIONAL: "attention",
            Outcome.NOT_CERTIFIED: "harm",
        }[self]


class Act(models.TextChoices):
    """By which act a decision was made, and a certificate came to be; each act on a holder makes a new certificate."""

    INITIAL = "initial", _("first certification")
    PROMOTION = "promotion", _("promotion to certified")
    RENEWAL = "renewal", _("renewal")
    SENIOR = "senior", _("advancement to senior")
    CORRECTION = "correction", _("correction")


class Aim(models.TextChoices):
    """What a scheme's requirement stands in the way of."""

    ANY = "any", _("any trainer certificate")
    CERTIFIED = "certified", _("the certified level")
    RENEWAL = "renewal", _("renewal")
    SENIOR = "senior", _("the senior level")


class RequirementKind(models.TextChoices):
    """What a scheme can ask for; `rules.py` says how each is judged and what its threshold counts."""

    ATTENDANCE = "attendance", _("Attendance")
    POST_TEST = "post_test", _("Post-test")
    TEACH_BACK = "teach_back", _("Teach-back")
    ROLL_OUT_PLAN = "roll_out_plan", _("Roll-out plan confirmed")
    CO_DELIVERY = "co_delivery", _("First delivery together with a certified trainer")
    DELIVERIES = "deliveries", _("Deliveries in a period")
    DELIVERIES_SINCE = "deliveries_since", _("Deliveries since this certificate began")
    REFRESHER = "refresher", _("Refresher completed")
    MONTHS_HELD = "months_held", _("Time as a certified trainer")


#: A threshold in per cent; and kinds that look back over a number of months.
IN_PERCENT = (RequirementKind.ATTENDANCE, RequirementKind.POST_TEST)
IN_A_PERIOD = (RequirementKind.DELIVERIES, RequirementKind.REFRESHER)


#: What each aim can ask for: a ToT's own evidence for any certificate, what was done since for the later ones.
ASKABLE = {
    Aim.ANY: (
        RequirementKind.ATTENDANCE, RequirementKind.POST_TEST, RequirementKind.TEACH_BACK,
        RequirementKind.ROLL_OUT_PLAN,
    ),
    Aim.CERTIFIED: (RequirementKind.CO_DELIVERY, RequirementKind.DELIVERIES, RequirementKind.DELIVERIES_SINCE),
    Aim.RENEWAL: (RequirementKind.DELIVERIES, RequirementKind.DELIVERIES_SINCE, RequirementKind.REFRESHER),
    Aim.SENIOR: (
        RequirementKind.DELIVERIES, RequirementKind.DELIVERIES_SINCE, RequirementKind.REFRESHER,
        RequirementKind.MONTHS_HELD,
    ),
}  # fmt: skip


class RequestState(models.TextChoices):
    """What became of a request to suspend, reinstate or withdraw."""

    OPEN = "open", _("waits for a second officer")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("rejected")
    TAKEN_BACK = "taken_back", _("taken back")

    @property
    def tone(self) -> str:
        """The badge that says it."""
        return {
            RequestState.OPEN: "attention",
            RequestState.CONFIRMED: "done",
            RequestState.REJECTED: "neutral",
            RequestState.TAKEN_BACK: "neutral",
        }[self]


class EventKind(models.TextChoices):
    SUSPENDED = "suspended", _("suspended")
    REINSTATED = "reinstated", _("reinstated")
    WITHDRAWN = "withdrawn", _("withdrawn")


class State(models.TextChoices):
    """What a certificate is on a day; computed from its dates and events (`standing.py`)."""

    IN_FORCE = "in_force", _("in force")
    NOT_YET = "not_yet", _("not yet in force")
    EXPIRED = "expired", _("expired")
    SUSPENDED = "suspended", _("suspended")
    WITHDRAWN = "withdrawn", _("withdrawn")
    REPLACED = "replaced", _("replaced")

    @property
    def tone(self) -> str:
        """The badge that says it."""
        return {
            State.IN_FORCE: "good",
            State.NOT_YET: "info",
            State.EXPIRED: "neutral",
            State.REPLACED: "neutral",
            State.SUSPENDED: "attention",
            State.WITHDRAWN: "harm",
        }[self]


class LogKind(models.TextChoices):
    """What an entry of the transparency log tells."""

    ISSUED = "issued", _("issued")
    RENEWED = "renewed", _("renewed")
    CORRECTED = "corrected", _("corrected")
    SUSPENDED = "suspended", _("suspended")
    REINSTATED = "reinstated", _("reinstated")
    WITHDRAWN = "withdrawn", _("withdrawn")


class HolderShown(models.TextChoices):
    """How much of the holder's name anyone with the code may see."""

    FULL = "full", _("the full name")
    INITIALS = "initials", _("initials only")
    HIDDEN = "hidden", _("no name")
