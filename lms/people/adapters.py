"""How allauth behaves in this house."""

from allauth.account.adapter import DefaultAccountAdapter

from lms.core.designation import designate_mail


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up by oneself: accounts come from enrolment links and from the office."""

    def is_open_for_signup(self, request) -> bool:
        return False

    def send_mail(self, template_prefix, email, context):
        message = self.render_mail(template_prefix, email, context)
        message.body = designate_mail(message.body)
        message.send()
