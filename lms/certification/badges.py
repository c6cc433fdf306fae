"""Which tone a certificate's state has: green only while it is in force today."""

from .choices import State


def with_words(certificate):
    """The certificate (fetched `with_state`) with its state's word and tone, for templates."""
    certificate.state_word = State(certificate.state).label
    certificate.tone = State(certificate.state).tone
    return certificate
