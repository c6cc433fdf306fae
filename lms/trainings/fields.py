"""The facts of a training, listed once: forms, services and the trail take them from here."""

#: What may still change once a training is approved.
ADJUSTABLE = ("venue", "seats", "enrolment_closes_on", "head_count_only")
#: What a plan says beside its title, its edition and its people.
PLANNED = ("starts_on", "ends_on", "language", *ADJUSTABLE)
#: What the service changes; all of it stands in the trail.
CHANGEABLE = ("title", "edition", "curriculum", *PLANNED, "reported_participants")
#: What is settled when a training is made.
SETTLED = ("kind", "reference", "institution")
#: What is no fact of the plan: decided by acts of their own, or made by the machine.
APART = ("id", "status", "enrolment_code", "created_by", "created_at", "updated_at", "version")


def facts_of(training) -> dict:
    """{field: value} as the trail keeps it; records by their number."""
    names = (*SETTLED, *CHANGEABLE)
    return {name: getattr(training, training._meta.get_field(name).attname) for name in names}
