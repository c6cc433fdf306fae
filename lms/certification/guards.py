"""The database itself keeps what was issued as it was issued: triggers on SQLite and PostgreSQL.

Installed after every `migrate`, any number of times. The one exception is erasure: when a person is anonymised the
printed name becomes empty, and only in that same statement may `facts` and the document change.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connections

FROZEN = (
    "kind", "level", "number", "code", "scheme_id", "curriculum_id", "edition_id", "training_id", "decision_id",
    "replaces_id", "language", "valid_from", "valid_until", "act", "act_reason",
)  # fmt: skip


@dataclass(frozen=True)
class Guard:
    """One trigger: on which table and event, in which case (SQL over OLD and NEW; empty: always), and what it says."""

    name: str
    table: str
    event: str
    says: str
    when: str = ""


def _differs(column: str) -> str:
    """The column changed; the same words in both databases (NULL counts as empty, JSON as its text)."""
    return f"COALESCE(CAST(OLD.{column} AS TEXT), '') <> COALESCE(CAST(NEW.{column} AS TEXT), '')"


def _changed() -> str:
    frozen = " OR ".join(_differs(column) for column in FROZEN)
    document = f"(OLD.document <> '' AND {_differs('document')})"
    digest = f"(OLD.document_sha256 <> '' AND {_differs('document_sha256')})"
    facts = f"({_differs('holder_name')} OR {_differs('facts')} OR {document} OR {digest})"
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
            _differs(name)
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


def install_guards(sender=None, using: str = "default", **kwargs) -> None:
    """Put every trigger in place, replacing an older one of its name. Connected to `post_migrate`."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for guard in GUARDS:
            if guard.table in tables:
                for statement in _statements(guard, connection.vendor):
                    cursor.execute(statement)


def lift_guards(using: str = "default") -> None:
    """Take the triggers away: for tests that empty their tables, and for nobody else."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for guard in GUARDS:
            cursor.execute(_drop(guard, connection.vendor))


def _drop(guard: Guard, vendor: str) -> str:
    on = f" ON {guard.table}" if vendor == "postgresql" else ""
    return f"DROP TRIGGER IF EXISTS {guard.name}{on}"


def _statements(guard: Guard, vendor: str) -> Iterator[str]:
    yield _drop(guard, vendor)
    case = f"WHEN ({guard.when})" if guard.when else ""
    if vendor == "postgresql":
        yield (
            f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = '{guard.says}'; END $$"
        )
        before = f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} FOR EACH ROW"
        yield f"{before} {case} EXECUTE FUNCTION {guard.name}()"
        return
    before = f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} FOR EACH ROW"
    yield f"{before} {case} BEGIN SELECT RAISE(ABORT, '{guard.says}'); END"
