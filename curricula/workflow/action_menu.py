"""The editor's buttons: no way past the workflow, and the decision for whoever may decide but not write."""

from django.utils.translation import gettext as _
from wagtail.admin.action_menu import ActionMenuItem


class DecisionItem(ActionMenuItem):
    """One decision about the draft. Wagtail shows these only to people who may also write in it."""

    template_name = "curricula/admin/decision.html"

    def __init__(self, name: str, label: str, *, asks: bool, order: int) -> None:
        super().__init__(order)
        self.name, self.label, self.asks = name, label, asks
        self.icon_name = "success" if name == "approve" else "edit"

    def get_context_data(self, parent_context) -> dict:
        state = parent_context["page"].current_workflow_task_state
        return super().get_context_data(parent_context) | {"asks": self.asks, "state": state}


def decisions(page, user) -> list[DecisionItem]:
    """What this account may decide about the page's draft, approval first; nothing where it waits for nobody."""
    task = page.current_workflow_task
    actions = task.specific.get_actions(page, user) if task else []
    last = bool(actions) and page.current_workflow_state.is_at_final_task
    return [
        DecisionItem(name, _named(name, label, last), asks=asks, order=number)
        for number, (name, label, asks) in enumerate(sorted(actions, key=lambda row: (row[0] != "approve", row[2])))
    ]


def _named(name: str, label, last: bool) -> str:
    return _("%s and publish") % label if last and name == "approve" else str(label)


def arrange(items: list, context: dict, user) -> None:
    """No direct publishing; sending to review comes first; a locked draft shows the decisions about it."""
    items[:] = [item for item in items if item.name != "action-publish"]
    items.sort(key=lambda item: item.name != "action-submit")
    if context.get("page") and context.get("locked_for_user"):
        items[:] = [*decisions(context["page"], user), *items]
