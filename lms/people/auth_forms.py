"""The forms of the sign-in pages, in our words: a label above each field says all, a grey text in it says nothing."""

from allauth.account import forms as allauth_forms
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from lms.core.rate_limits import spend, too_often

from .services import ensure_account


def refuse_too_often(action: str) -> None:
    """Limits by address are ours: allauth's wait for a lock, and turn away whoever waits a second for it."""
    if not spend(context.request, action, settings.SIGN_IN_LIMITS[action]):
        raise ImmediateHttpResponse(too_often())


class InOurWords:
    """Labels of the site, no placeholders."""

    LABELS = {
        "login": _("E-mail address"),
        "email": _("E-mail address"),
        "password": _("Password"),
        "code": _("Code"),
        "oldpassword": _("Password until now"),
        "password1": _("New password"),
        "password2": _("New password again"),
    }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.LABELS.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)


class LoginForm(InOurWords, allauth_forms.LoginForm):
    def clean(self):
        refuse_too_often("login")
        return super().clean()


class RequestLoginCodeForm(InOurWords, allauth_forms.RequestLoginCodeForm):
    def clean_email(self) -> str:
        refuse_too_often("request_login_code")
        return super().clean_email()


class EntranceCodeForm(RequestLoginCodeForm):
    """A code for an address that may be new: its account is made once the limits allow a code."""

    def clean_email(self) -> str:
        email = super().clean_email()
        account = ensure_account(email)
        self._user = account if account.is_active else None
        return email


class ConfirmLoginCodeForm(InOurWords, allauth_forms.ConfirmLoginCodeForm):
    pass


class ResetPasswordForm(InOurWords, allauth_forms.ResetPasswordForm):
    pass


class ResetPasswordFromKeyForm(InOurWords, allauth_forms.ResetPasswordKeyForm):
    pass


class ChangePasswordForm(InOurWords, allauth_forms.ChangePasswordForm):
    pass


class SetPasswordForm(InOurWords, allauth_forms.SetPasswordForm):
    pass


class ReauthenticateForm(InOurWords, allauth_forms.ReauthenticateForm):
    pass
