"""How the curriculum refuses: the same shape as the house's rules, without importing the house."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What is wrong (a stable code) and the cure in words."""

    code: str
    message: str


class Refused(Exception):
    """A service refuses; nothing was written."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = tuple(findings)
        super().__init__(" ".join(str(finding.message) for finding in findings))

    @property
    def messages(self) -> list[str]:
        return [str(finding.message) for finding in self.findings]

    @property
    def codes(self) -> set[str]:
        return {finding.code for finding in self.findings}
