"""A scorer of our own for security headers: A+ when every line holds."""

import re

YEAR = 31_536_000


def cells(policy: str) -> dict[str, list[str]]:
    parts = (part.split() for part in policy.split(";") if part.strip())
    return {name: values for name, *values in parts}


def strict(policy: str) -> bool:
    """Nothing by default, scripts and styles from our own files only, no frame around us."""
    found = cells(policy)
    unsafe = {"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "http:", "https:"}
    code = [*found.get("script-src", ["*"]), *found.get("style-src", ["*"])]
    return (
        found.get("default-src") == ["'none'"]
        and found.get("frame-ancestors") == ["'none'"]
        and found.get("base-uri") == ["'none'"]
        and found.get("form-action") == ["'self'"]
        and not unsafe & set(code)
    )


def editing(policy: str) -> bool:
    """The back office's own: relaxed for its editor, closed to every other origin."""
    found = cells(policy)
    origins = {
        value for values in found.values() for value in values if not re.fullmatch(r"'[a-z-]+'|data:|blob:", value)
    }
    return found.get("default-src") == ["'self'"] and found.get("frame-ancestors") == ["'self'"] and not origins


def lines(back_office: bool, for_everybody: bool = False) -> dict:
    """What each header must say; `for_everybody`: what any other site may read, such as a public key."""
    policy = editing if back_office else strict
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": lambda value: value == "nosniff",
        "Referrer-Policy": lambda value: value in {"same-origin", "no-referrer", "strict-origin"},
        "Strict-Transport-Security": lambda value: (
            int(re.search(r"max-age=(\d+)", value)[1]) >= YEAR and "includeSubDomains" in value
        ),
        "Cross-Origin-Opener-Policy": lambda value: value == "same-origin",
        "Cross-Origin-Resource-Policy": lambda value: (
            value == "same-origin" or (for_everybody and value == "cross-origin")
        ),
        "Permissions-Policy": lambda value: all(
            f"{name}=()" in value for name in ("camera", "geolocation", "microphone")
        ),
        "X-Frame-Options": lambda value: value in ({"DENY", "SAMEORIGIN"} if back_office else {"DENY"}),
    }


def faults(response, *, back_office: bool = False) -> list[str]:
    """Headers that are missing or too wide."""
    wanted = lines(back_office, response.headers.get("Access-Control-Allow-Origin") == "*")
    return [name for name, holds in wanted.items() if not (name in response.headers and holds(response.headers[name]))]


def grade(response, *, back_office: bool = False) -> str:
    """A+ for none, then a letter less for each fault."""
    return ["A+", "A", "B", "C", "D", "E", "F"][min(len(faults(response, back_office=back_office)), 6)]
