"""The page on which the programme office sees and says who reviews drafts and who approves them."""

import re

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lms.core.rules import RuleBroken

from ..rights import may_publish_edition
from ..workflow.reviewers import members, set_deciders
from .editions import crumbs


@require_http_methods(["GET", "HEAD", "POST"])
def list_deciders(request):
    """Everybody of the office with what they decide; sent back, it is as ticked."""
    if not may_publish_edition(request.user):
        raise PermissionDenied
    if request.method == "POST":
        try:
            set_deciders(_ticked(request, "reviews"), _ticked(request, "approves"), by=request.user)
            messages.success(request, _("Saved. It counts from the next decision on."))
        except RuleBroken as refusal:
            messages.error(request, " ".join(refusal.messages))
        return redirect("curricula:decider_list")
    rows = members()
    context = {
        "members": rows,
        "alone": sum(row.approves for row in rows) == 1,
        "breadcrumbs": crumbs(_("Who reviews and approves")),
    }
    return render(request, "curricula/decider_list.html", context)


def _ticked(request, name: str) -> set[int]:
    return {int(value) for value in request.POST.getlist(name) if re.fullmatch(r"[0-9]{1,9}", value)}
