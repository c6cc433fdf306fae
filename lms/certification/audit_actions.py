"""Certificates, decisions and schemes in the trail."""

from django.utils.translation import gettext_lazy as _

from lms.audit.actions import Action, register

register(
    Action("certificates.batch_started", _("Issue of certificates started")),
    Action("certificates.batch_retried", _("Issue of certificates tried again")),
    Action("certificates.batch_finished", _("Issue of certificates finished")),
    Action("certification.decided", _("Certification decided")),
    Action("certification.decision_read", _("Record of a decision opened")),
    Action("certificate.issued", _("Certificate issued")),
    Action("certificate.document_made", _("Certificate's document made")),
    Action("certificate.document_restored", _("Certificate's document restored")),
    Action("certificate.holder_erased", _("Holder's name erased")),
    Action("certificate.read", _("Certificate opened")),
    Action("certificate.downloaded", _("Certificate downloaded")),
    Action("certificate.suspended", _("Certificate suspended")),
    Action("certificate.reinstated", _("Certificate reinstated")),
    Action("certificate.withdrawn", _("Certificate withdrawn")),
    Action("certificate.requested", _("Change of a certificate requested")),
    Action("certificate.request_rejected", _("Request about a certificate rejected")),
    Action("certificate.request_taken_back", _("Request about a certificate taken back")),
    Action("scheme.adopted", _("Certification scheme adopted")),
    Action("requests about certificates read", _("List of requests about certificates opened")),
    Action("issue of certificates read", _("Issue of certificates opened")),
    Action("list of certificates read", _("List of certificates opened")),
)
