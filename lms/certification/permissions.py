"""Who decides about certificates and who may have them."""

from lms.people.choices import RoleKind
from lms.people.permissions import is_office, is_office_over

from .models import Certificate


def is_holder(user, certificate) -> bool:
    return certificate.person.user_id is not None and certificate.person.user_id == user.pk


def may_change_standing(user, certificate) -> bool:
    """Suspend, reinstate, withdraw, promote: the programme office, never about oneself."""
    return is_office_over(user, certificate.person.institution_id) and not is_holder(user, certificate)


def may_issue_completions(user, training) -> bool:
    """Whoever speaks for the training's institution: the office, or its focal point."""
    return user.holds(RoleKind.OFFICE, RoleKind.FOCAL_POINT) and user.scope.covers(training.institution_id)


def may_decide(user, training) -> bool:
    """The programme office decides about candidates."""
    return is_office_over(user, training.institution_id)


def may_read_decision(user, decision) -> bool:
    """The evidence about a person: themselves, and the office or focal point over them."""
    if decision.person.user_id is not None and decision.person.user_id == user.pk:
        return True
    return user.holds(RoleKind.OFFICE, RoleKind.FOCAL_POINT) and user.scope.covers(decision.person.institution_id)


def may_download(user, certificate) -> bool:
    """The holder, and office or focal point over them."""
    return Certificate.objects.readable_by(user).filter(pk=certificate.pk).exists()


def may_see_requests(user) -> bool:
    """Requests to suspend, reinstate or withdraw are among officers."""
    return user.holds(RoleKind.OFFICE)


def may_adopt_rules(user) -> bool:
    """The rules of a scheme hold for everybody: the programme office as a whole."""
    return is_office(user)
