"""What the figures were taken on."""

import os
import sys

from bench.measure import Figure


def machine() -> str:
    """Cores this process may use, memory, the load of the last minute, Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    python = ".".join(map(str, sys.version_info[:2]))
    return f"{cores} cores, {memory:.0f} GB, load {os.getloadavg()[0]:.0f} at the end, Python {python}"


def bare_view(figures: list[Figure]) -> str:
    sticks = [figure.yardstick_ms for figure in figures if figure.yardstick_ms]
    return f" One bare view: {min(sticks):.2f} to {max(sticks):.2f} ms CPU." if sticks else ""
