"""A panel of the editor: the minutes of the lesson plan beside the module's, counted while one writes."""

from django.apps import apps
from wagtail.admin.panels import HelpPanel


class MinutesPanel(HelpPanel):
    """Says at once when the parts of the plan do not add up to the module (`static/js/minutes.js`)."""

    def __init__(self, **kwargs) -> None:
        super().__init__(**{"template": "curricula/admin/minutes.html", **kwargs})

    class BoundPanel(HelpPanel.BoundPanel):
        def get_context_data(self, parent_context=None) -> dict:
            rows = apps.get_model("curricula", "Module").objects.values_list("pk", "minutes")
            context = super().get_context_data(parent_context)
            return {**context, "minutes": {str(pk): minutes for pk, minutes in rows}}
