"""Signing in without ever having had an account: an address, an e-mailed code, and on to where one was going."""

from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.core.internal.ratelimit import consume, respond_429
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from .services import ensure_account
from .services.accounts import clean_email

CODE_LIMIT = "request_login_code"


def start_code_login(request: HttpRequest, email: str, next_url: str) -> HttpResponse:
    """Send a code to this address and go to the page that asks for it; `next_url` is where they arrive.

    The answer is the same whether or not the address had an account; there is one afterwards. The limits are those
    of asking for a code on the sign-in page; beyond them the answer is 429. A closed account gets no code.
    Only for a POST. Refuses (RuleBroken): email_invalid.
    """
    email = clean_email(email)
    if not consume(request, app="allauth.account", action=CODE_LIMIT, key=email):
        return respond_429(request)
    user = ensure_account(email)
    LoginCodeVerificationProcess.initiate(request=request, user=user if user.is_active else None, email=email)
    return HttpResponseRedirect(f"{reverse('account_confirm_login_code')}{_onward(next_url)}")


def _onward(next_url: str) -> str:
    """The query that remembers the way, if it leads to a page of this site."""
    return f"?{urlencode({'next': next_url})}" if next_url and get_adapter().is_safe_url(next_url) else ""
