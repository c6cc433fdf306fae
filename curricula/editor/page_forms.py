"""The editor's form of a module page: a draft may be unfinished, what is published must be teachable."""

from wagtail.admin.forms import WagtailAdminPageForm

from ..pages.content import body_of, objectives_of, steps_of
from ..pages.publication_checks import FIELDS, findings


class ModulePageForm(WagtailAdminPageForm):
    def clean(self) -> dict:
        cleaned = super().clean()
        if not self.is_deferred_validation and cleaned.get("module"):
            self.check_lesson(cleaned)
        return cleaned

    def check_lesson(self, cleaned: dict) -> None:
        """Everything that stands in the way of publishing, each said at its field."""
        content = {
            "lesson_plan": steps_of(cleaned.get("lesson_plan")),
            "objectives": objectives_of(cleaned.get("objectives")),
            "body": body_of(cleaned.get("body")),
        }
        for finding in findings(cleaned["module"].minutes, content):
            self.add_error(FIELDS[finding.code], finding.message)
