"""Choosing the language of the interface."""

from django.contrib.auth.decorators import login_not_required
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from .. import services


@login_not_required
@require_POST
def choose_language(request):
    """Anybody's to choose, before they sign in too; whoever is signed in gets their mail in it from now on."""
    if request.user.is_authenticated:
        services.keep_language(request.user, request.POST.get("language"))
    return set_language(request)
