"""What the curriculum tells the trail, which knows no app above it."""

from django.utils.translation import gettext_lazy as _

from .actions import Action, register

register(
    Action("edition_published", _("Edition published")),
    Action("edition_withdrawn", _("Edition withdrawn")),
    Action("deciders_changed", _("Reviewers and approvers changed")),
    Action("test_item_added", _("Test item added")),
    Action("test_item_changed", _("Test item changed")),
    Action("test_item_retired", _("Test item retired")),
    Action("blueprint_saved", _("Blueprint of the tests saved")),
    Action("translation_started", _("Translation started")),
    Action("translation_fetched", _("Translation brought up to the source")),
    Action("translation_drafted", _("Translation drafted")),
    Action("translation_imported", _("Translation imported")),
    Action("translation_published", _("Translation published")),
    Action("translation_confirmed", _("Translation confirmed")),
    Action("translation_added", _("Translation added to an edition")),
    Action("translation_marked", _("Change marked as safety-relevant")),
    Action("translation_unmarked", _("Change no longer marked as safety-relevant")),
)
