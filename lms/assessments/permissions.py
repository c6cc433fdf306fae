"""Who may record results, open teach-backs and score them."""

from lms.people.choices import RoleKind

from .querysets import own_institution_ids


def is_office_for(user, training) -> bool:
    """Does the user speak for the programme office about this training?"""
    return user.holds(RoleKind.OFFICE) and user.scope.covers(training.institution_id)


def may_record_results(user, training) -> bool:
    """The office, and whoever delivers the training."""
    return is_office_for(user, training) or training.deliverers.filter(person__user=user.pk).exists()


def may_open_teach_back(user, training) -> bool:
    """The office opens teach-backs."""
    return is_office_for(user, training)


def is_assessor_of(user, teach_back) -> bool:
    """An assessor today, not the candidate, and not of the candidate's institution."""
    return (
        user.holds(RoleKind.ASSESSOR)
        and teach_back.person.user_id != user.pk
        and teach_back.person.institution_id not in own_institution_ids(user)
    )


def may_read_all_scores(user, teach_back) -> bool:
    """The office reads every score that was handed in; assessors see `ScoreQuerySet.visible_to`."""
    return is_office_for(user, teach_back.training)
