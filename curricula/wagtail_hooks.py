"""What Wagtail does differently here: who reads a page, what is served, what may be published or deleted."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail_localize.views import edit_translation, snippets_api

from .deletion_guard import reasons_to_keep
from .page_contexts import may_read
from .pages.publication_checks import page_findings
from .workflow.action_menu import arrange
from .workflow.viewsets import RecordsGroup


@hooks.register("before_serve_page")
def read_only_by_right(page, request, args, kwargs) -> None:
    """A curriculum that one may not read does not exist. Visitors were sent to the sign-in page before."""
    if not request.user.is_authenticated or not may_read(page, request):
        raise Http404


@hooks.register("before_serve_document", order=-100)
def never_serve_documents_this_way(document, request) -> None:
    """Materials have one view, `curricula:material_download`; this one stays shut even if somebody routes it."""
    raise PermissionDenied


# Publishing -----------------------------------------------------------------------------------------------------------


@hooks.register("before_publish_page")
def publish_by_the_workflow_alone(request, page):
    """Drafts go through review and approval, where a second person decides; there is no way past them."""
    return _refuse(request, page, [way_to_publish(), *reasons_against(page)])


@hooks.register("before_bulk_action")
def no_way_past_in_bulk(request, action_type, objects, action):
    """Many at once: never published, deleted or unpublished only where nothing was used."""
    if request.method != "POST":
        return None
    if action_type == "publish":
        return _refuse(request, objects[0] if objects else None, [way_to_publish()])
    if action_type in ("delete", "unpublish"):
        reasons = [reason for page in objects for reason in reasons_to_keep(page)]
        return _refuse(request, objects[0], reasons) if reasons else None
    return None


def way_to_publish() -> str:
    return _("Send the draft to technical review: it is published when a second person has approved it.")


def reasons_against(page) -> list[str]:
    """Why this page may not be published as its newest draft has it."""
    return [str(finding.message) for finding in page_findings(page)]


@hooks.register("construct_page_action_menu")
def offer_what_this_person_decides(items, request, context) -> None:
    arrange(items, context, request.user)


@hooks.register("insert_editor_js")
def decide_in_the_editor() -> str:
    """Wagtail's own script for the decisions on its first page; its editor's script saves the draft with them."""
    source = versioned_static("wagtailadmin/js/workflow-action.js")
    return format_html('<script src="{}" data-activate="dashboard"></script>', source)


# Deleting -------------------------------------------------------------------------------------------------------------


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def keep_what_was_used(request, page):
    """A page whose module was taught or published stays where it is."""
    reasons = reasons_to_keep(page)
    return _refuse(request, page, reasons) if reasons else None


def _refuse(request, page, reasons: list[str]):
    """Back to the page, with the reasons."""
    messages.error(request, " ".join([f"{page.get_admin_display_title()}:" if page else "", *reasons]).strip())
    return redirect("wagtailadmin_pages:edit", page.pk) if page and page.pk else redirect("wagtailadmin_home")


# Looks ----------------------------------------------------------------------------------------------------------------


@hooks.register("register_admin_viewset")
def records() -> RecordsGroup:
    return RecordsGroup()


@hooks.register("insert_global_admin_css")
def our_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("insert_editor_js")
def count_minutes() -> str:
    return format_html('<script type="module" src="{}"></script>', static("js/minutes.js"))


@hooks.register("construct_main_menu")
def hide_what_is_not_used(request, items) -> None:
    """Help leads to Wagtail's own site; accounts are managed in the portal."""
    items[:] = [item for item in items if item.name != "help"]


# Django REST framework marks its views as open; Wagtail closes them again, and so does the site.
for view in (edit_translation.edit_string_translation, edit_translation.edit_override):
    view.login_required = True


class ClosedSnippets(snippets_api.SnippetViewSet):
    @classmethod
    def as_view(cls, *args, **kwargs):
        view = super().as_view(*args, **kwargs)
        view.login_required = True
        return view


snippets_api.SnippetViewSet = ClosedSnippets
