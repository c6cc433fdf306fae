"""What the portal's frame shows on every page: who this is and where they can go."""


def portal(request) -> dict:
    return {}
