"""Reference data in the back office: jurisdictions, institutions, facilities."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .forms import InstitutionForm
from .models import Facility, Institution, Jurisdiction


class JurisdictionViewSet(SnippetViewSet):
    model = Jurisdiction
    icon = "site"
    list_display = ["name", "code", "time_zone"]
    panels = [FieldPanel("code"), FieldPanel("name"), FieldPanel("time_zone"), FieldPanel("languages")]


class InstitutionViewSet(SnippetViewSet):
    model = Institution
    icon = "group"
    list_display = ["name", "jurisdiction", "parent", "is_active"]
    list_filter = ["jurisdiction", "is_active"]
    search_fields = ["name", "code"]
    edit_handler = ObjectList(
        [FieldPanel(name) for name in ("jurisdiction", "parent", "code", "name", "other_names", "is_active")],
        base_form_class=InstitutionForm,
    )


class FacilityViewSet(SnippetViewSet):
    model = Facility
    icon = "home"
    list_display = ["code", "kind", "jurisdiction"]
    panels = [FieldPanel("code"), FieldPanel("kind"), FieldPanel("jurisdiction")]


class ReferenceGroup(SnippetViewSetGroup):
    items = (JurisdictionViewSet, InstitutionViewSet, FacilityViewSet)
    menu_label = _("Institutions")
    menu_icon = "group"
    menu_order = 300


register_snippet(ReferenceGroup)
