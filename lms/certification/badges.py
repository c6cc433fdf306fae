"""Which tone a certificate's state has: green only while it is in force today."""

from .choices import State

TONES = {
    State.IN_FORCE: "good",
    State.NOT_YET: "info",
    State.EXPIRED: "neutral",
    State.REPLACED: "neutral",
    State.SUSPENDED: "attention",
    State.WITHDRAWN: "harm",
}


def with_words(certificate):
    """The certificate (fetched `with_state`) with its state's word and tone, for templates."""
    certificate.state_word = State(certificate.state).label
    certificate.tone = TONES[State(certificate.state)]
    return certificate
