"""What Wagtail does differently here: who reads a page, what is served, what may be published, how it looks."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from .content import objectives_of, steps_of
from .lessons import findings
from .models import ModulePage
from .reading import may_read
from .viewsets import RecordsGroup


@hooks.register("before_serve_page")
def read_only_by_right(page, request, args, kwargs) -> None:
    """A curriculum that one may not read does not exist. Visitors were sent to the sign-in page before."""
    if not request.user.is_authenticated or not may_read(page, request):
        raise Http404


@hooks.register("before_serve_document", order=-100)
def never_serve_documents_this_way(document, request) -> None:
    """Materials have one door, `curricula:material_download`; this one stays shut even if somebody routes it."""
    raise PermissionDenied


@hooks.register("before_publish_page")
def publish_only_what_can_be_taught(request, page):
    """The editor's form says it first; this holds for every other way of publishing."""
    return _refusal(request, [page])


@hooks.register("before_bulk_action")
def publish_only_what_can_be_taught_in_bulk(request, action_type, objects, action):
    return _refusal(request, objects) if action_type == "publish" and request.method == "POST" else None


def _refusal(request, pages):
    """Back to the first page that cannot be taught as written, with the reason; nothing if all can."""
    for page in pages:
        draft = page.get_latest_revision_as_object() if page.pk else page
        reasons = reasons_against(draft.specific)
        if reasons:
            messages.error(request, " ".join([f"{draft.title}:", *reasons]))
            return redirect("wagtailadmin_pages:edit", page.pk)
    return None


def reasons_against(page) -> list[str]:
    """Why this page may not be published."""
    if not isinstance(page, ModulePage):
        return []
    found = findings(page.module.minutes, steps_of(page.lesson_plan), objectives_of(page.objectives))
    return [finding.message for finding in found]


@hooks.register("register_admin_viewset")
def records() -> RecordsGroup:
    return RecordsGroup()


@hooks.register("insert_global_admin_css")
def our_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("construct_main_menu")
def hide_what_is_not_used(request, items) -> None:
    """Help leads to Wagtail's own site; accounts are managed in the portal."""
    items[:] = [item for item in items if item.name != "help"]
