"""The first page, and the demo's mail."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lms.core.clock import today

from .cards import in_order, lead_for
from .mailbox import latest_letters
from .roles import roles_of
from .sections import sections_for
from .sections.news import news_for


@require_safe
def show_home(request):
    """What do I have to do next: what waits, where things stand, what is new."""
    sections = sections_for(roles_of(request), today())
    tasks = in_order(task for section in sections for task in section.tasks)
    context = {"sections": sections, "tasks": tasks, "lead": lead_for(tasks), "news": news_for(request.user)}
    return render(request, "dashboard/home.html", context)


@login_not_required
@require_safe
def list_mail(request):
    """The messages of the demo, so that codes can be used without a mail server. On no other machine."""
    if not (settings.DEMO or settings.DEBUG):
        raise Http404
    return render(request, "dashboard/mail_list.html", {"letters": latest_letters()})
