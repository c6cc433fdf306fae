"""Signing in without ever having had an account: an address, an e-mailed code, and on to where one was going."""

from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.views import RequestLoginCodeView
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from .auth_forms import EntranceCodeForm
from .services.accounts import clean_email


class EntranceView(RequestLoginCodeView):
    """The sign-in page's own way to a code, for an address that may not have an account yet."""

    onward = ""

    def get_form_class(self):
        return EntranceCodeForm

    def get_success_url(self) -> str:
        return f"{reverse('account_confirm_login_code')}{_onward(self.onward)}"


def start_code_login(request: HttpRequest, email: str, next_url: str) -> HttpResponse:
    """Send a code to this address and go to the page that asks for it; `next_url` is where they arrive.

    The answer is the same whether or not the address had an account; there is one afterwards. The limits are those
    of asking for a code on the sign-in page; beyond them the answer is 429. A closed account gets no code.
    Only for a POST. Refuses (RuleBroken): email_invalid.
    """
    asked = request.POST.copy()
    asked["email"] = clean_email(email)
    request.POST = asked  # type: ignore[assignment]  # a copy is not closed to changes, as Django's own is
    return EntranceView.as_view(onward=next_url)(request)


def _onward(next_url: str) -> str:
    """The query that remembers the way, if it leads to a page of this site."""
    return f"?{urlencode({'next': next_url})}" if next_url and get_adapter().is_safe_url(next_url) else ""
