"""How allauth behaves in this site."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings

from lms.core.designation import designate, designate_mail
from lms.core.rate_limits import is_spent, spend, too_often

from .tasks import deliver_mail

#: allauth's words for "too often": they are answered by a page of their own with its own status.
TOO_OFTEN = frozenset({"too_many_login_attempts", "rate_limited"})
FAILED = "login_failed"
UNKNOWN_ACCOUNT = "account/email/unknown_account"


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up by oneself: accounts come from enrolment links and from the office."""

    def is_open_for_signup(self, request) -> bool:
        return False

    def validation_error(self, code, *args):
        """Too many attempts on one account: 429, the same whether or not the account exists."""
        if code in TOO_OFTEN:
            raise ImmediateHttpResponse(too_often())
        return super().validation_error(code, *args)

    def pre_authenticate(self, request, **credentials) -> None:
        """Whoever tries many accounts from one address is stopped before the next try; allauth counts by account."""
        if is_spent(request, FAILED, settings.SIGN_IN_LIMITS[FAILED]):
            raise ImmediateHttpResponse(too_often())
        super().pre_authenticate(request, **credentials)

    def authentication_failed(self, request, **credentials) -> None:
        spend(request, FAILED, settings.SIGN_IN_LIMITS[FAILED])

    def send_mail(self, template_prefix, email, context) -> None:
        """Hand the message to the worker: no waiting, and nothing to see when the mail server is down.

        For an address without an account the same work is done and nothing sent, so that the time taken does not
        tell who has one.
        """
        if template_prefix == UNKNOWN_ACCOUNT:
            deliver_mail.enqueue("", "", [], "")
            return
        message = self.render_mail(template_prefix, email, {"request": self.request, "email": email, **context})
        deliver_mail.enqueue(
            designate(message.subject), designate_mail(message.body), list(message.to), message.from_email
        )
