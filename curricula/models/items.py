"""The question bank's records: living items, the blueprint forms are drawn by, and both as an edition froze them."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..bank.querysets import EditionItemQuerySet, ItemQuerySet
from ..choices import FormMoment, ItemKind
from .editions import Edition, EditionModule, Frozen


class Item(models.Model):
    """A test item of a module, in one language.

    `answers` is a list of {"text", "correct", "feedback", "match"} (`bank.plain.Answer`); `objective` the number of the
    module page's objective, from 1, and `objective_text` what it said; `sha256` the digest of what the item says.
    `source_sha256` is the original's digest when this translation was made: the state follows from it.
    """

    module = models.ForeignKey("curricula.Module", verbose_name=_("module"), on_delete=models.PROTECT,
                               related_name="items")  # fmt: skip
    number = models.PositiveIntegerField(_("number"))
    objective = models.PositiveSmallIntegerField(_("objective"), null=True, blank=True)
    objective_text = models.TextField(_("what the objective said"), blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=ItemKind)
    language = models.CharField(_("language"), max_length=10, choices=settings.CONTENT_LANGUAGES, default="en")
    question = models.TextField(_("question"))
    answers = models.JSONField(default=list)
    feedback = models.TextField(_("feedback"), blank=True)
    picture = models.CharField(max_length=64, blank=True)
    picture_kind = models.CharField(max_length=4, blank=True)
    translation_of = models.ForeignKey("self", verbose_name=_("translation of"), null=True, blank=True,
                                       on_delete=models.PROTECT, related_name="translations")  # fmt: skip
    source_sha256 = models.CharField(max_length=64, blank=True)
    sha256 = models.CharField(max_length=64)
    retired_on = models.DateField(_("retired"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["module__order", "module__code", "number"]
        verbose_name = _("test item")
        verbose_name_plural = _("test items")
        constraints = [
            models.UniqueConstraint(fields=["module", "number"], name="item_number_once_per_module"),
            models.UniqueConstraint(fields=["module", "sha256"], name="item_said_once_per_module"),
            models.UniqueConstraint(
                fields=["translation_of", "language"], condition=Q(retired_on=None), name="item_translated_once"
            ),
            models.CheckConstraint(condition=~Q(translation_of=F("id")), name="item_translates_another"),
            models.CheckConstraint(
                condition=Q(translation_of=None, source_sha256="") | Q(translation_of__isnull=False),
                name="item_original_has_no_source",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("curricula:bank_item", args=[self.pk])

    @property
    def code(self) -> str:
        """M04-012: how lists, files and forms call the item."""
        return f"{self.module.code}-{self.number:03d}"

    @property
    def is_stale(self) -> bool:
        """A translation whose original was changed since."""
        return bool(self.translation_of_id) and self.source_sha256 != self.translation_of.sha256


class Blueprint(models.Model):
    """How many items of each module a form asks: `lines` is {module code: number}; the drawing starts from `seed`."""

    curriculum = models.OneToOneField("curricula.Curriculum", on_delete=models.PROTECT, related_name="blueprint")
    lines = models.JSONField(default=dict)
    seed = models.CharField(_("seed"), max_length=40, default="1")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("blueprint of the test")
        verbose_name_plural = _("blueprints of tests")

    def __str__(self) -> str:
        return f"{self.curriculum}"

    @property
    def total(self) -> int:
        return sum(self.lines.values())


class EditionItem(Frozen):
    """An item as the edition has it: `content` is `bank.plain.PlainItem` as JSON, with its objective's words."""

    module = models.ForeignKey(EditionModule, on_delete=models.PROTECT, related_name="items")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="editions")
    code = models.CharField(_("code"), max_length=20)
    language = models.CharField(_("language"), max_length=10)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)

    objects = EditionItemQuerySet.as_manager()

    class Meta:
        ordering = ["module__order", "code"]
        verbose_name = _("test item of an edition")
        verbose_name_plural = _("test items of editions")
        constraints = [models.UniqueConstraint(fields=["module", "item"], name="edition_has_item_once")]

    def __str__(self) -> str:
        return self.code


class EditionForm(Frozen):
    """A test as it was drawn for the edition: `codes` in the order in which they are asked; `sha256` over them."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="forms")
    moment = models.CharField(_("when"), max_length=4, choices=FormMoment)
    codes = models.JSONField()
    seed = models.CharField(max_length=80)
    items = models.PositiveSmallIntegerField(_("items"), validators=[MaxValueValidator(200)])
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["-moment"]
        verbose_name = _("form of the test")
        verbose_name_plural = _("forms of the test")
        constraints = [models.UniqueConstraint(fields=["edition", "moment"], name="edition_has_form_once")]

    def __str__(self) -> str:
        return f"{self.edition.label} {self.get_moment_display()}"
