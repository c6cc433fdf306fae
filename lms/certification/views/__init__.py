"""Pages of certificates and their public verification."""

from .actions import certificate_promote, certificate_reinstate, certificate_suspend, certificate_withdraw
from .certificates import certificate_detail, certificate_download, certificate_list
from .verification import certificate_lookup, certificate_verify

__all__ = [
    "certificate_detail",
    "certificate_download",
    "certificate_list",
    "certificate_lookup",
    "certificate_promote",
    "certificate_reinstate",
    "certificate_suspend",
    "certificate_verify",
    "certificate_withdraw",
]
