"""Pages of certificates and their public verification."""

from .actions import (
    certificate_advance,
    certificate_correct,
    certificate_promote,
    certificate_reinstate,
    certificate_renew,
    certificate_suspend,
    certificate_withdraw,
)
from .batches import batch_detail, batch_progress, batch_retry
from .certificates import certificate_detail, certificate_download, certificate_list
from .credentials import achievement, certificate_credential, issuer, key, keys, status_list
from .decisions import decision_record
from .log import log_file, log_list
from .requests import request_confirm, request_decide, request_list, request_take_back
from .schemes import scheme_change, scheme_detail, scheme_list
from .verification import certificate_lookup, certificate_proof, certificate_verify

__all__ = [
    "achievement",
    "batch_detail",
    "batch_progress",
    "batch_retry",
    "certificate_advance",
    "certificate_correct",
    "certificate_credential",
    "certificate_detail",
    "certificate_download",
    "certificate_list",
    "certificate_lookup",
    "certificate_promote",
    "certificate_proof",
    "certificate_reinstate",
    "certificate_renew",
    "certificate_suspend",
    "certificate_verify",
    "certificate_withdraw",
    "decision_record",
    "issuer",
    "key",
    "keys",
    "log_file",
    "log_list",
    "request_confirm",
    "request_decide",
    "request_list",
    "request_take_back",
    "scheme_change",
    "scheme_detail",
    "scheme_list",
    "status_list",
]
