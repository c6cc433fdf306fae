"""Programmes, targets and RASR events in the back office."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Programme, RegionalWorkshop, Target, TargetShare


class ProgrammeViewSet(SnippetViewSet):
    model = Programme
    icon = "doc-full"
    list_display = ["title", "reference", "starts_on", "ends_on"]
    panels = [
        FieldPanel(name)
        for name in ("code", "title", "reference", "starts_on", "ends_on", "funding_statement", "disclaimer")
    ]


class TargetViewSet(SnippetViewSet):
    model = Target
    icon = "order"
    list_display = ["title", "component", "stated", "unit"]
    list_filter = ["component"]
    panels = [
        FieldPanel(name) for name in ("programme", "component", "title", "unit", "stated", "is_ceiling", "source")
    ]


class TargetShareViewSet(SnippetViewSet):
    model = TargetShare
    icon = "order-down"
    list_display = ["target", "jurisdiction", "planned", "done"]
    list_filter = ["jurisdiction"]
    panels = [FieldPanel("target"), FieldPanel("jurisdiction"), FieldPanel("planned")]


class WorkshopViewSet(SnippetViewSet):
    model = RegionalWorkshop
    icon = "date"
    list_display = ["number", "place", "starts_on", "participants"]
    panels = [
        FieldPanel(name)
        for name in ("number", "place", "starts_on", "ends_on", "participants", "topics", "note", "source")
    ]


class ProgrammeGroup(SnippetViewSetGroup):
    items = (ProgrammeViewSet, TargetViewSet, TargetShareViewSet, WorkshopViewSet)
    menu_label = _("Programme")
    menu_icon = "doc-full"
    menu_order = 310


register_snippet(ProgrammeGroup)
