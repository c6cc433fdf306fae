"""What every figure of the bench must be."""

import re

from bench.measure import Figure


def assert_measured(figures: list[Figure], *names: str) -> None:
    """Figures of these names are there, and each is more than nothing; where there is a ratio it is too."""
    missing = set(names) - {figure.name for figure in figures}
    assert not missing, f"no figures of {missing}"
    for figure in figures:
        number = re.match(r"[\d.]+", figure.value)
        # A worker may need no more memory than it had.
        assert number and (float(number[0]) > 0 or figure.name == "memory of the worker"), figure
        if figure.cost_ms is not None:
            assert figure.cost_ms > 0, figure
            assert figure.ratio > 0, figure
