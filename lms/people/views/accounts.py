"""Accounts and roles: the programme office's own page."""

from functools import partial
from urllib.parse import urlencode

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.core.breadcrumbs import Crumb, crumb
from lms.core.form_fields import ReasonForm
from lms.core.http import SignedInRequest, attempt, get_visible_or_404, require
from lms.core.paging import page_of

from ..forms import AddressForm, GrantForm, RoleFilterForm
from ..models import Role, User
from ..permissions import may_grant_to, may_manage_accounts
from ..services import change_account_email, end_role, ensure_account, grant_role, reset_second_factor
from .people import FORM


@require_safe
def list_accounts(request: SignedInRequest) -> HttpResponse:
    """Who may do what: roles with their accounts."""
    require(may_manage_accounts(request.user))
    form = RoleFilterForm(request.GET)
    rows = Role.objects.visible_to(request.user).select_related("user", "institution", "granted_by")
    rows = form.narrow(rows).order_by("kind", "institution__name", "user__email", "pk")
    return render(request, "people/account_list.html", {"form": form, "page_obj": page_of(request, rows)})


@require_safe
def show_account(request: SignedInRequest, pk: int) -> HttpResponse:
    require(may_manage_accounts(request.user))
    account = find_account(request, pk)
    context = {
        "account": account,
        "breadcrumbs": [
            crumb(_("Accounts and roles"), "people:account_list"),
            Crumb(account.email),
        ],
        "person": getattr(account, "person", None),
        "roles": account.roles.select_related("institution", "granted_by").order_by("-starts_on", "-pk"),
        "live": {role.pk for role in account.live_roles},
        "factors": list(Authenticator.objects.filter(user=account).values_list("type", flat=True)),
        "grant_url": f"{reverse('people:role_grant')}?{urlencode({'email': account.email})}",
        "may_act": may_grant_to(request.user, account),
    }
    return render(request, "people/account_detail.html", context)


@FORM
def grant(request: SignedInRequest) -> HttpResponse:
    """Give a role to the account of an address."""
    require(may_manage_accounts(request.user))
    form = GrantForm(request.POST or None, initial={"email": request.GET.get("email", "")})
    if request.method == "POST" and form.is_valid():
        granted: list[Role] = []
        if attempt(request, lambda: granted.append(_grant(form, request.user)), success=_("The role is granted.")):
            return redirect("people:account_detail", pk=granted[0].user_id)
    return render(request, "people/role_grant.html", {"form": form})


@transaction.atomic
def _grant(form: GrantForm, by) -> Role:
    fields = dict(form.cleaned_data)
    return grant_role(user=ensure_account(fields.pop("email"), by=by), by=by, **fields)


@FORM
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """End a role at once, with a reason."""
    require(may_manage_accounts(request.user))
    role = get_visible_or_404(Role.objects.select_related("user", "institution"), request.user, pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = partial(end_role, role, by=request.user, **form.cleaned_data)
        if attempt(request, act, success=_("The role has ended.")):
            return redirect("people:account_list")
    return render(request, "people/role_end.html", {"form": form, "role": role})


@FORM
def reset_factor(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take the second factor off somebody else's account."""
    require(may_manage_accounts(request.user))
    account = find_account(request, pk)
    require(may_grant_to(request.user, account))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = partial(reset_second_factor, account, by=request.user, **form.cleaned_data)
        if attempt(request, act, success=_("The second factor is off. They set up a new one at the next sign-in.")):
            return redirect("people:account_detail", pk=account.pk)
    return render(request, "people/account_reset.html", {"form": form, "account": account})


@FORM
def change_address(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give somebody else's account a new address."""
    require(may_manage_accounts(request.user))
    account = find_account(request, pk)
    require(may_grant_to(request.user, account))
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = partial(change_account_email, account, form.cleaned_data["email"], by=request.user)
        if attempt(request, act, success=_("The address is changed.")):
            return redirect("people:account_detail", pk=account.pk)
    return render(request, "people/account_address.html", {"form": form, "account": account})


def find_account(request: SignedInRequest, pk: int) -> User:
    return get_visible_or_404(User.objects.select_related("person__institution"), request.user, pk=pk)
