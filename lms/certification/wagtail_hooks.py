"""Certification schemes in the back office: their names and issuer. Their rules are adopted in the portal."""

from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Scheme


class SchemeViewSet(SnippetViewSet):
    model = Scheme
    icon = "success"
    menu_order = 305
    add_to_admin_menu = True
    list_display = ["title", "curriculum", "issuing_body"]
    panels = [
        FieldPanel(name)
        for name in ("code", "title", "curriculum", "refresher_months", "issuing_body", "signatory", "shows_holder")
    ]


register_snippet(SchemeViewSet)
