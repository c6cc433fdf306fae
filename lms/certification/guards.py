"""The database itself keeps what was issued as it was issued: triggers on SQLite and PostgreSQL.

Installed after every `migrate`, any number of times. The one exception is erasure: when a person is anonymised the
printed name becomes empty, and only in that same statement may `facts` and the document change.
"""

from lms.core.guards import Guard, differs, put_in_place, take_away

FROZEN = (
    "kind", "level", "number", "code", "scheme_id", "curriculum_id", "edition_id", "training_id", "decision_id",
    "replaces_id", "language", "valid_from", "valid_until", "act", "act_reason",
)  # fmt: skip


def _changed() -> str:
    frozen = " OR ".join(differs(column) for column in FROZEN)
    document = f"(OLD.document <> '' AND {differs('document')})"
    digest = f"(OLD.document_sha256 <> '' AND {differs('document_sha256')})"
    facts = f"({differs('holder_name')} OR {differs('facts')} OR {document} OR {digest})"
    return f"{frozen} OR (NEW.holder_name <> '' AND {facts})"


CERTIFICATE, EVENT, DECISION, LOG = (
    "certification_certificate", "certification_certificateevent", "certification_decision", "certification_logentry",
)  # fmt: skip
ISSUED = "an issued certificate stays as it was issued"
RECORDED = "what was recorded about a certificate stays"
DECIDED = "a certification decision stays as it was decided"
ADOPTED = "an adopted version of a scheme stays as it was adopted"
ASKED = "a request that was decided stays as it was decided"
LOGGED = "the transparency log is only added to"
GUARDS = (
    Guard("certificate_frozen", CERTIFICATE, "UPDATE", ISSUED, _changed()),
    Guard("certificate_kept", CERTIFICATE, "DELETE", ISSUED),
    Guard("certificate_event_frozen", EVENT, "UPDATE", RECORDED),
    Guard("certificate_event_kept", EVENT, "DELETE", RECORDED),
    Guard(
        "certification_decision_frozen", DECISION, "UPDATE", DECIDED,
        " OR ".join(
            differs(name)
            for name in (
                "scheme_id", "version_id", "training_id", "act", "basis_id", "outcome", "requirements", "reason",
            )
        ),
    ),
    Guard("certification_decision_kept", DECISION, "DELETE", DECIDED),
    Guard("scheme_version_frozen", "certification_schemeversion", "UPDATE", ADOPTED),
    Guard("scheme_version_kept", "certification_schemeversion", "DELETE", ADOPTED),
    Guard("scheme_requirement_frozen", "certification_schemerequirement", "UPDATE", ADOPTED),
    Guard("scheme_requirement_kept", "certification_schemerequirement", "DELETE", ADOPTED),
    Guard("standing_request_frozen", "certification_standingrequest", "UPDATE", ASKED, "OLD.status <> 'open'"),
    Guard("standing_request_kept", "certification_standingrequest", "DELETE", ASKED),
    Guard("certificate_log_frozen", LOG, "UPDATE", LOGGED),
    Guard("certificate_log_kept", LOG, "DELETE", LOGGED),
)  # fmt: skip


def install_guards(using: str = "default", **signal) -> None:
    """Connected to `post_migrate`."""
    put_in_place(GUARDS, using)


def lift_guards(using: str = "default") -> None:
    """For tests alone."""
    take_away(GUARDS, using)
