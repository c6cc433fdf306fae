"""Pages declare what they hold; what is worked out from it stands in `curricula.pages.lesson_plan`."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from .. import page_contexts
from ..blocks import BODY, PLAN, ExerciseBlock, KeyPointBlock, ReferenceBlock
from ..editor.page_forms import ModulePageForm
from ..editor.panels import MinutesPanel
from ..languages import switching
from .translated import InItsLanguage

SEARCHED = ("summary", "objectives", "key_points", "safety_note", "scenario", "references")


class LibraryPage(InItsLanguage, Page):
    """The shelf: all curricula."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["curricula.CurriculumPage"]
    max_count = 1
    template = "curricula/library_page.html"

    class Meta:
        verbose_name = _("library")

    def get_context(self, request, *args, **kwargs) -> dict:
        return super().get_context(request, *args, **kwargs) | page_contexts.library_context(self, request)


class CurriculumPage(InItsLanguage, Page):
    """A curriculum's front page; its modules are its children."""

    curriculum = models.ForeignKey("curricula.Curriculum", on_delete=models.PROTECT, related_name="pages")
    summary = models.TextField(_("summary"))
    audience = models.TextField(_("for whom"), blank=True)
    source_sha256 = models.CharField(max_length=64, blank=True, editable=False)

    content_panels = [*Page.content_panels, FieldPanel("curriculum"), FieldPanel("summary"), FieldPanel("audience")]
    parent_page_types = ["curricula.LibraryPage"]
    subpage_types = ["curricula.ModulePage"]
    template = "curricula/curriculum_page.html"

    class Meta:
        verbose_name = _("curriculum page")

    def get_context(self, request, *args, **kwargs) -> dict:
        return super().get_context(request, *args, **kwargs) | page_contexts.curriculum_context(self, request)


class ModulePage(InItsLanguage, Page):
    """A module as it is read and taught."""

    module = models.ForeignKey("curricula.Module", on_delete=models.PROTECT, related_name="pages")
    summary = models.TextField(_("summary"))
    objectives = StreamField(
        [("objective", blocks.TextBlock(label=_("Objective")))], verbose_name=_("a participant can")
    )
    key_points = StreamField([("point", KeyPointBlock())], blank=True, verbose_name=_("key points"))
    safety_note = models.TextField(_("safety note"), blank=True)
    body = StreamField(BODY, blank=True, verbose_name=_("background to read"))
    lesson_plan = StreamField(PLAN, verbose_name=_("lesson plan"))
    scenario = models.TextField(_("scenario"), blank=True)
    exercise = StreamField([("exercise", ExerciseBlock())], blank=True, verbose_name=_("exercise"))
    references = StreamField([("reference", ReferenceBlock())], blank=True, verbose_name=_("standard references"))
    trainer_notes = StreamField(
        [("note", blocks.TextBlock(label=_("Note")))],
        blank=True,
        verbose_name=_("trainer notes (never shown to trainees)"),
    )
    source_sha256 = models.CharField(max_length=64, blank=True, editable=False)

    content_panels = [
        *Page.content_panels,
        FieldPanel("module"),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("objectives"), FieldPanel("key_points"), FieldPanel("safety_note")], _("What")),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                MinutesPanel(heading=_("Minutes")),
                FieldPanel("lesson_plan"),
                FieldPanel("scenario"),
                FieldPanel("exercise"),
            ],
            _("How"),
        ),
        FieldPanel("references"),
        FieldPanel("trainer_notes"),
    ]
    parent_page_types = ["curricula.CurriculumPage"]
    subpage_types: list[str] = []
    template = "curricula/module_page.html"
    base_form_class = ModulePageForm
    # What trainers alone may read stays out of the index: a search must not tell a trainee what it says.
    search_fields = [
        *Page.search_fields,
        *(index.SearchField(name) for name in SEARCHED),
        *(index.AutocompleteField(name) for name in SEARCHED),
    ]

    class Meta:
        verbose_name = _("module page")

    def get_context(self, request, *args, **kwargs) -> dict:
        around = switching.pages_around(self)
        said = page_contexts.module_context(self, request, around) | switching.switch_context(self, request, around)
        return super().get_context(request, *args, **kwargs) | said
