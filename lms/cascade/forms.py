"""Forms of the cascade app: filters, the plan and its programme, decisions, exceptions."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from curricula.languages.offering import held_back_languages
from curricula.models import Edition
from lms.certification.choices import Level
from lms.certification.models import Certificate
from lms.core.clock import today
from lms.core.form_fields import RowsChoice, day_field, reason_field
from lms.core.prepared import prepared
from lms.institutions.models import Institution
from lms.people.models import Person
from lms.people.permissions import is_office
from lms.trainings.choices import Half, Part, TrainingKind
from lms.trainings.delivery import is_too_long
from lms.trainings.stages import Stage

from .models import DeliveryException
from .permissions import institutions_of_colleagues, institutions_to_plan_in, is_trainer
from .planner import ModuleMinutes, PlannerHalfDay, propose_programme

LANGUAGES = [("", gettext_lazy("All languages")), *settings.CONTENT_LANGUAGES]


def head_count_field() -> forms.BooleanField:
    return forms.BooleanField(
        label=gettext_lazy("Count heads only, without names"), required=False,
        help_text=gettext_lazy(
            "Nobody enrols and nobody gets a certificate. The number adds to participations, never to coverage."
        ),
    )  # fmt: skip


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, person) -> str:
        return person_label(person)


class PeopleChoice(RowsChoice):
    def label_from_instance(self, person) -> str:
        return person_label(person)


def person_label(person) -> str:
    """Name and institution; "provisional" where that is what their certificate says."""
    words = [person.full_name, person.institution.name]
    if getattr(person, "is_provisional", False):
        words.append(_("provisional"))
    return ", ".join(words)


def years_of(trainings: QuerySet) -> list[int]:
    """From the last year with a training to the first; only the two ends of the index are looked at."""
    days = [
        trainings.order_by(order).values_list("starts_on", flat=True).first() for order in ("-starts_on", "starts_on")
    ]
    return [] if days[0] is None else list(range(days[0].year, days[1].year - 1, -1))


# The list -------------------------------------------------------------------------------------------------------------


class ListFilter(forms.Form):
    """Filters of the list; what is not understood is as good as empty."""

    institution = forms.ModelChoiceField(
        Institution.objects.none(), label=gettext_lazy("Institution"), empty_label=gettext_lazy("All institutions")
    )
    stage = forms.ChoiceField(label=gettext_lazy("Stage"))
    year = forms.TypedChoiceField(label=gettext_lazy("Year"), coerce=int, empty_value=None)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=LANGUAGES)
    trainer = forms.IntegerField(widget=forms.HiddenInput, max_value=2**31)
    part = forms.ChoiceField(widget=forms.HiddenInput, choices=[("", ""), *Part.choices])
    delivered = forms.BooleanField(widget=forms.HiddenInput)

    def __init__(self, *args, trainings, **options) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.required = False
        institutions = Institution.objects.filter(Exists(trainings.order_by().filter(institution=OuterRef("pk"))))
        self.fields["institution"].queryset = institutions.select_related("jurisdiction")
        self.fields["stage"].choices = [("", _("All stages")), *Stage.choices]
        self.fields["year"].choices = [("", _("All years")), *((year, str(year)) for year in years_of(trainings))]

    @property
    def chosen(self) -> dict:
        """The filters that say something."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


# The plan -------------------------------------------------------------------------------------------------------------


class PlanForm(forms.Form):
    """A plan: where and when, what on which edition, who. `area` are the institutions it may be for."""

    institution = forms.ModelChoiceField(Institution.objects.none(), label=gettext_lazy("Institution"))
    venue = forms.CharField(
        label=gettext_lazy("Place"),
        max_length=200,
        help_text=gettext_lazy("Building and room, as participants know it."),
    )
    starts_on = day_field(gettext_lazy("First day"))
    ends_on = day_field(gettext_lazy("Last day"))
    seats = forms.IntegerField(
        label=gettext_lazy("Seats"), min_value=1, max_value=200, initial=24,
        help_text=gettext_lazy("Usually 12 to 60. Whoever comes later waits in order."),
    )  # fmt: skip
    enrolment_closes_on = day_field(
        gettext_lazy("Enrolment closes on"), required=False, help_text=gettext_lazy("If left empty: on the first day.")
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), widget=forms.RadioSelect, initial=TrainingKind.CASCADE,
        choices=[(kind, capfirst(kind.label)) for kind in (TrainingKind.CASCADE, TrainingKind.REFRESHER)],
    )  # fmt: skip
    head_count_only = head_count_field()
    edition = forms.ModelChoiceField(Edition.objects.none(), label=gettext_lazy("Curriculum and edition"))
    language = forms.ChoiceField(label=gettext_lazy("Language of the training"), choices=settings.CONTENT_LANGUAGES)
    title = forms.CharField(
        label=gettext_lazy("Title"), max_length=200, required=False,
        help_text=gettext_lazy("If left empty: the name of the curriculum."),
    )  # fmt: skip
    lead = PersonChoice(Person.objects.none(), label=gettext_lazy("Lead trainer"))
    co_trainers = PeopleChoice(
        Person.objects.none(), label=gettext_lazy("Co-trainers"), required=False, widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    SECTIONS = (
        (
            gettext_lazy("When and where"),
            ("starts_on", "ends_on", "institution", "venue", "seats", "enrolment_closes_on"),
        ),
        (gettext_lazy("What"), ("kind", "edition", "language", "title", "head_count_only")),
        (gettext_lazy("Who teaches"), ("lead", "co_trainers")),
    )  # fmt: skip

    def __init__(self, *args, user, training=None, **options) -> None:
        super().__init__(*args, **options)
        self.training = training
        trains = is_trainer(user)
        area, trainers = institutions_to_plan_in(user, trains=trains), trainers_for(user, training, trains=trains)
        editions = editions_for(trainers, training)
        offer(self.fields["institution"], area)
        offer(self.fields["lead"], trainers)
        offer(self.fields["co_trainers"], trainers)
        offer(self.fields["edition"], editions)
        if training is None:
            self.fields.pop("version")
            self._preset(user.own_person if trains else None, area, editions)
        else:
            for name in ("institution", "kind"):
                self.fields.pop(name)

    def _preset(self, person: Person | None, area: list[Institution], editions: list[Edition]) -> None:
        """A trainer's own institution and themselves as lead, the newest edition, the language of the place."""
        home = person.institution if person else next(iter(area), None)
        self.fields["institution"].initial = home
        self.fields["edition"].initial = next(iter(editions), None)
        if person:
            self.fields["lead"].initial = person
        if home and home.jurisdiction.languages:
            self.fields["language"].initial = home.jurisdiction.languages[0]

    def clean(self) -> dict:
        data = super().clean()
        starts, ends, closes = (data.get(name) for name in ("starts_on", "ends_on", "enrolment_closes_on"))
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The last day is before the first day."))
        elif starts and ends and is_too_long(starts, ends):
            self.add_error("ends_on", _("A training lasts one month at most."))
        if closes and ends and closes > ends:
            self.add_error("enrolment_closes_on", _("Enrolment closes by the last day."))
        self._refuse_held_back(data)
        if data.get("lead") and data["lead"] in (data.get("co_trainers") or ()):
            data["co_trainers"] = [row for row in data["co_trainers"] if row != data["lead"]]
        return data

    def _refuse_held_back(self, data: dict) -> None:
        """A translation that lacks a safety-relevant change is not chosen; a plan that has it is judged later."""
        chosen = data.get("edition"), data.get("language")
        planned = (self.training.edition, self.training.language) if self.training else None
        reason = held_back_languages(chosen[0]).get(chosen[1]) if all(chosen) and chosen != planned else None
        if reason:
            self.add_error("language", reason)

    @property
    def sections(self) -> list[dict]:
        """The fields in their sections: title, fields."""
        return [
            {"title": title, "fields": [self[name] for name in names if name in self.fields]}
            for title, names in self.SECTIONS
        ]


def offer(field: forms.ModelChoiceField, rows: list) -> None:
    """Let the field choose among these rows: they are fetched already, and shown as they are."""
    field.queryset = field.queryset.model._default_manager.filter(pk__in=[row.pk for row in rows])
    nothing = [("", field.empty_label)] if field.empty_label is not None else []
    field.choices = [*nothing, *((row.pk, field.label_from_instance(row)) for row in rows)]


def trainers_for(user, training=None, *, trains: bool | None = None) -> list[Person]:
    """Trainers in force today whom the user may know of, and those the plan names already.

    For a trainer these are colleagues and guests with leave: leave to deliver elsewhere opens no list of that place.
    trains: `is_trainer`, if already known.
    """
    planned = {row.person_id for row in training.deliverers.all()} if training is not None else ()
    around = frozenset() if is_office(user) else institutions_of_colleagues(user, trains=trains)
    return _trainers(is_office(user), around=around, planned=frozenset(planned), day=today())


@prepared
def _trainers(everybody: bool, *, around: frozenset[int], planned: frozenset[int], day: date) -> QuerySet:
    """With whether their certificate is a provisional one. `planned` are people named already."""
    in_force = Certificate.objects.trainer().in_force(day)
    provisional = in_force.filter(person=OuterRef("pk"), level=Level.PROVISIONAL)
    found = Q(pk__in=Person.objects.known().filter(pk__in=in_force.order_by().values("person")).order_by().values("pk"))
    if not everybody:
        guests = DeliveryException.objects.filter(institution__in=around, ends_on__gte=day).order_by().values("person")
        found &= Q(institution__in=around) | Q(pk__in=guests)
    people = Person.objects.filter(found | Q(pk__in=planned)).annotate(is_provisional=Exists(provisional))
    return people.select_related("institution").order_by("name_key", "pk")


def editions_for(trainers: list[Person], training=None) -> list[Edition]:
    """Editions in use of the curricula that one of these trainers may teach, and the one planned already."""
    planned = {training.edition_id} if training is not None else ()
    people = frozenset(row.pk for row in trainers)
    return _editions(people=people, planned=frozenset(planned), day=today())


@prepared
def _editions(*, people: frozenset[int], planned: frozenset[int], day: date) -> QuerySet:
    held = Certificate.objects.trainer().in_force(day).filter(person__in=people).order_by().values("curriculum")
    published = Edition.objects.published().filter(curriculum__in=held).order_by().values("pk")
    rows = Edition.objects.filter(Q(pk__in=published) | Q(pk__in=planned))
    return rows.select_related("curriculum").order_by("curriculum__title", "-published_at", "-pk")


class ProgrammeForm(forms.Form):
    """A half-day for each module. Never wrong: a place that is not there any more becomes the proposed one."""

    def __init__(self, data, *, places: Sequence[PlannerHalfDay], modules: Sequence[ModuleMinutes], saved=None) -> None:
        self.places = {place.key: place for place in places}
        self.modules = modules
        proposed = {pk: place.key for pk, place in propose_programme(places, modules).items()}
        kept = proposed if saved is None else saved
        super().__init__({field_name(row): self._place(data, row, kept, proposed) for row in modules})
        choices = [("", _("not planned")), *((key, half_day_label(place)) for key, place in self.places.items())]
        for row in modules:
            self.fields[field_name(row)] = forms.ChoiceField(label=row.title, choices=choices, required=False)

    def _place(self, data, row: ModuleMinutes, kept: dict, proposed: dict) -> str:
        given = (data or {}).get(field_name(row), kept.get(row.module_id, ""))
        return given if given == "" or given in self.places else proposed.get(row.module_id, "")

    @property
    def chosen(self) -> dict[int, PlannerHalfDay]:
        """{module id: half-day} of the modules that are planned."""
        self.is_valid()
        named = {row.module_id: self.cleaned_data.get(field_name(row), "") for row in self.modules}
        return {pk: self.places[key] for pk, key in named.items() if key}

    @property
    def rows(self) -> list[dict]:
        """For the table: each module with its field."""
        return [{"module": row, "field": self[field_name(row)]} for row in self.modules]

    @property
    def totals(self) -> list[dict]:
        """Each half-day with the minutes planned for it."""
        minutes = {row.module_id: row.minutes for row in self.modules}
        sums: dict[str, int] = {}
        for pk, place in self.chosen.items():
            sums[place.key] = sums.get(place.key, 0) + minutes[pk]
        return [
            {"label": half_day_label(place), "value": _("%(minutes)d minutes") % {"minutes": sums[key]}}
            for key, place in self.places.items()
            if key in sums
        ]


def field_name(row: ModuleMinutes) -> str:
    return f"module-{row.module_id}"


def half_day_label(place) -> str:
    """ "Monday 12 October, morning"."""
    return f"{date_format(place.held_on, 'D j F')}, {Half(place.half).label}"


class AdjustForm(forms.Form):
    """What may change after approval."""

    venue = forms.CharField(label=gettext_lazy("Place"), max_length=200)
    seats = forms.IntegerField(
        label=gettext_lazy("Seats"), min_value=1, max_value=200,
        help_text=gettext_lazy("More seats go to those who wait, in order."),
    )  # fmt: skip
    enrolment_closes_on = day_field(gettext_lazy("Enrolment closes on"), required=False)
    head_count_only = head_count_field()
    version = forms.IntegerField(widget=forms.HiddenInput)


# Decisions and exceptions ---------------------------------------------------------------------------------------------


class DecisionForm(forms.Form):
    """The version the page was drawn from, and a reason where one is asked for."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reported = forms.IntegerField(
        label=gettext_lazy("Participants by your institution's report"), required=False, min_value=0, max_value=1000,
        help_text=gettext_lazy("Only if a report with a number was sent. It is kept beside the list."),
    )  # fmt: skip
    reason = reason_field(rows=4, required=False)

    def __init__(self, *args, reason: str = "", reported: bool = False, **options) -> None:
        """`reason`: '' (none is asked), 'optional' or 'required'."""
        super().__init__(*args, **options)
        if not reported:
            self.fields.pop("reported")
        if not reason:
            self.fields.pop("reason")
        elif reason == "required":
            self.fields["reason"].required = True
            self.fields["reason"].help_text = _("The people concerned read it.")

    @property
    def answers(self) -> dict:
        """What the service is called with."""
        return {name: value for name, value in self.cleaned_data.items() if value is not None}


class ExceptionForm(forms.Form):
    """Leave for a trainer to deliver in another institution."""

    person = PersonChoice(Person.objects.none(), label=gettext_lazy("Trainer"))
    institution = forms.ModelChoiceField(
        Institution.objects.active().select_related("jurisdiction"), label=gettext_lazy("May deliver in"),
        help_text=gettext_lazy("And in what stands below it."),
    )  # fmt: skip
    starts_on = day_field(gettext_lazy("From"))
    ends_on = day_field(gettext_lazy("Until"), help_text=gettext_lazy("Both days are included."))
    reason = reason_field(rows=4)

    def __init__(self, *args, user, **options) -> None:
        super().__init__(*args, **options)
        offer(self.fields["person"], trainers_for(user))
