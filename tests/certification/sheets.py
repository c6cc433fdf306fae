"""Facts of a certificate without a database, and what can be read on its page."""

import re
from io import BytesIO

from pypdf import PdfReader

from lms.certification.document.render import render_certificate

FACTS = {
    "kind": "trainer", "level": "certified", "number": "PSSM-T-2026-7KQM-2XWD", "code": "7KQM-2XWD-R9TB-4HFC",
    "address": "https://cascade.example/verify/7KQM-2XWD-R9TB-4HFC/", "language": "en",
    "holder_name": "Đorđe Čarnojević-Šćepanović", "institution": "Ministry of Interior", "jurisdiction": "Serbia",
    "curriculum": "PSSM for MoI personnel", "edition": "2026.1", "training": "Regional Training of Trainers 2026",
    "reference": "TOT-2026-1", "venue": "Training centre", "starts_on": "2026-10-12", "ends_on": "2026-10-16",
    "minutes": 1560, "half_days": [], "valid_from": "2026-10-17", "valid_until": "2029-10-16",
    "issued_on": "2026-10-17", "replaces": "", "issuing_body": "SEESAC", "signatory": "Head of SEESAC",
    "programme_funding_statement": "Funded under a Council Decision.", "programme_reference": "CD 2026/1",
    "programme_disclaimer": "The views are the authors' own.", "log_entry": 1207,
}  # fmt: skip
COMPLETION = {"kind": "completion", "level": "", "valid_until": ""}


def text_of(content: bytes) -> str:
    """The page's text, one line; it is one page."""
    (page,) = PdfReader(BytesIO(content)).pages
    return re.sub(r"\s+", " ", page.extract_text())


def rendered(**changes) -> str:
    return text_of(render_certificate({**FACTS, **changes}))
