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
from .certificates import certificate_detail, certificate_download, certificate_list
from .decisions import decision_record
from .requests import request_confirm, request_decide, request_list, request_take_back
from .schemes import scheme_change, scheme_detail, scheme_list
from .verification import certificate_lookup, certificate_verify

__all__ = [
    "certificate_advance",
    "certificate_correct",
    "certificate_detail",
    "certificate_download",
    "certificate_list",
    "certificate_lookup",
    "certificate_promote",
    "certificate_reinstate",
    "certificate_renew",
    "certificate_suspend",
    "certificate_verify",
    "certificate_withdraw",
    "decision_record",
    "request_confirm",
    "request_decide",
    "request_list",
    "request_take_back",
    "scheme_change",
    "scheme_detail",
    "scheme_list",
]
