"""Mail without a mail server: each message becomes a file that the demo's own page lists."""

from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone


class FolderBackend(BaseEmailBackend):
    """Write each message as one `.eml` file under `MAIL_FOLDER`, named so that they sort by time."""

    def send_messages(self, email_messages) -> int:
        folder = Path(settings.MAIL_FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        for number, message in enumerate(email_messages):
            stamp = timezone.now().strftime("%Y%m%d-%H%M%S-%f")
            (folder / f"{stamp}-{number}.eml").write_bytes(message.message().as_bytes())
        return len(email_messages)
