"""The editor's form of a module page: a draft may be unfinished, what is published must be teachable."""

from wagtail.admin.forms import WagtailAdminPageForm

from .content import objectives_of, steps_of
from .lessons import findings


class ModulePageForm(WagtailAdminPageForm):
    def clean(self) -> dict:
        cleaned = super().clean()
        if not self.is_deferred_validation and cleaned.get("module"):
            self.check_lesson(cleaned)
        return cleaned

    def check_lesson(self, cleaned: dict) -> None:
        """Minutes and objectives, each said at its field."""
        fields = {"minutes_differ": "lesson_plan", "objective_missing": "objectives"}
        steps, objectives = steps_of(cleaned.get("lesson_plan")), objectives_of(cleaned.get("objectives"))
        for finding in findings(cleaned["module"].minutes, steps, objectives):
            self.add_error(fields[finding.code], finding.message)
