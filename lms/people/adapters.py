"""How allauth behaves in this site."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal.ratelimit import respond_429

from lms.core.designation import designate, designate_mail

from .tasks import deliver_mail

#: allauth's words for "too often": they are answered by a page of their own with its own status.
TOO_OFTEN = frozenset({"too_many_login_attempts", "rate_limited"})
UNKNOWN_ACCOUNT = "account/email/unknown_account"


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up by oneself: accounts come from enrolment links and from the office."""

    def is_open_for_signup(self, request) -> bool:
        return False

    def validation_error(self, code, *args):
        """Too many attempts on one account: 429, the same whether or not the account exists."""
        if code in TOO_OFTEN:
            raise ImmediateHttpResponse(respond_429(self.request))
        return super().validation_error(code, *args)

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
