"""People, the accounts some of them have, and the roles that accounts carry.

A Person is apart from a User: most trainees come from a paper list and never sign in. A trainer is whoever
holds a trainer certificate in force (certification decides that); a trainee is any person.
"""

from datetime import date
from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lms.core.clock import today
from lms.core.models import Versioned
from lms.core.prepared import prepared
from lms.institutions.models import Institution, Unit

from .choices import RoleKind, Sex
from .managers import UserManager
from .querysets import PersonQuerySet, RoleQuerySet
from .scope import Reach, Scope, scope_of


class User(AbstractUser):
    """An account: an e-mail address that can sign in. What it may do, its roles and records say."""

    username = None
    email = models.EmailField(_("e-mail address"), unique=True)
    language = models.CharField(_("language of the interface"), max_length=10, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserManager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [models.UniqueConstraint(Lower("email"), name="account_email_once_in_any_case")]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    @cached_property
    def live_roles(self) -> tuple["Role", ...]:
        """The roles in force today, one query a request."""
        return tuple(roles_on(user=self.pk, day=today())) if self.is_active else ()

    @cached_property
    def own_person(self) -> "Person | None":
        """The account's person with their institution, or None: one query a request, after which `person` has none."""
        if not self.knows_person:
            self.keep_person(person_with_institution.first(user=self.pk))
        return self._meta.get_field("person").get_cached_value(self)

    @property
    def knows_person(self) -> bool:
        """Was the person asked for already?"""
        return self._meta.get_field("person").is_cached(self)

    def keep_person(self, person: "Person | None") -> None:
        """So that nobody asks again."""
        self._meta.get_field("person").set_cached_value(self, person)

    @cached_property
    def scope(self) -> Scope:
        """Which institutions' rows this account may see by its roles."""
        return scope_of(self)

    @property
    def reach(self) -> Reach:
        """What prepared queries about what this account may see are made for."""
        return Reach(self.scope, frozenset(role.kind for role in self.live_roles))

    def holds(self, *kinds: str) -> bool:
        """Does the account carry one of these roles today?"""
        return any(role.kind in kinds for role in self.live_roles)


class Role(models.Model):
    """An account's role: a row, never a magic name. Bound to an institution and all below it, or to everything.

    `ended_at` ends it at once, whatever its last day was to be.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="roles")
    kind = models.CharField(_("role"), max_length=20, choices=RoleKind)
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="roles",
    )
    starts_on = models.DateField(_("from"), default=today)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)
    end_reason = models.TextField(_("reason for the end"), blank=True, editable=False)
    granted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "id"]
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[RoleKind.OFFICE, RoleKind.OBSERVER]) | Q(institution__isnull=False),
                name="role_bound_to_institution",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")), name="role_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.institution or _('everything')}"


class Person(Versioned):
    """Somebody of a police institution: nominee, trainer, trainee.

    `name_key` is the folded full name (script and diacritics gone), `other_spellings` the names as lists had
    them; `left_on` empty means serving; after `retain_until` the person is anonymised and counts stay.
    """

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="people")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    user = models.OneToOneField(User, null=True, blank=True, on_delete=models.PROTECT, related_name="person")
    family_name = models.CharField(_("family name"), max_length=100)
    given_name = models.CharField(_("given name"), max_length=100)
    name_key = models.CharField(max_length=210, editable=False, db_index=True)
    other_spellings = models.JSONField(_("other spellings"), default=list, blank=True)
    sex = models.CharField(_("sex"), max_length=12, choices=Sex, default=Sex.NOT_RECORDED)
    service_number = models.CharField(_("service number"), max_length=40, blank=True)
    job_function = models.CharField(_("job function"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    left_on = models.DateField(_("left the service on"), null=True, blank=True)
    retain_until = models.DateField(_("kept until"))
    anonymised_at = models.DateTimeField(_("anonymised"), null=True, editable=False)
    merged_into = models.ForeignKey("self", null=True, editable=False, on_delete=models.PROTECT, related_name="merged")

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["name_key", "id"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "service_number"],
                condition=~Q(service_number="") & Q(merged_into=None),
                name="person_service_number_once_per_institution",
            ),
            models.UniqueConstraint(
                "institution",
                Lower("email"),
                condition=~Q(email="") & Q(merged_into=None),
                name="person_email_once_per_institution",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """Given name first, as it is spoken and printed."""
        if self.anonymised_at:
            return gettext("Anonymised person %(number)s") % {"number": self.pk}
        return f"{self.given_name} {self.family_name}".strip()


# Asked on every page --------------------------------------------------------------------------------------------------


@prepared
def roles_on(*, user: int, day: date) -> models.QuerySet:
    """The account's roles in force on the day, each with its institution."""
    return Role.objects.filter(user=user).live(day).select_related("institution")


@prepared
def person_with_institution(*, user: int) -> models.QuerySet:
    """The account's person: one or none."""
    return Person.objects.filter(user=user).select_related("institution").order_by()
