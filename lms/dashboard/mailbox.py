"""The demo's mail: messages that `core.mail.FolderBackend` wrote, read back for the page that shows them."""

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.utils import timezone

SHOWN = 50


@dataclass(frozen=True)
class ShownMessage:
    """One message as the page shows it; `code` is the one-time code in it, if there is one."""

    to: str
    subject: str
    text: str
    at: datetime
    code: str = ""


def latest_letters(limit: int = SHOWN) -> list[ShownMessage]:
    """The newest first; a file that is no message is left out."""
    folder = Path(settings.MAIL_FOLDER)
    files = sorted(folder.glob("*.eml"), reverse=True)[:limit] if folder.is_dir() else []
    return [letter for path in files if (letter := read_letter(path))]


def read_letter(path: Path) -> ShownMessage | None:
    try:
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        body = message.get_body(("plain",))
        text = body.get_content() if body else ""
    except (OSError, LookupError, UnicodeError):
        return None
    at = datetime.fromtimestamp(path.stat().st_mtime, tz=timezone.get_current_timezone())
    code = re.search(r"^\s{4}([A-Z0-9-]{4,12})$", text, re.MULTILINE)
    return ShownMessage(str(message["to"] or ""), str(message["subject"] or ""), text, at, code[1] if code else "")
