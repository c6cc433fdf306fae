"""Who may see and send in what is known of an institution.

Roles live above; here only what an account answers for itself is asked (`scope`, `holds`).
"""


def may_see_targets(user) -> bool:
    """Target populations: whoever has an institution in scope."""
    return user.scope.everything or bool(user.scope.institution_ids)
