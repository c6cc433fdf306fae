"""How much of a file is read, and what it may cost."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds for one workbook; sizes in bytes, `seconds` both of processor and of wall time."""

    file_bytes: int = 10_000_000
    entries: int = 200
    unpacked_bytes: int = 100_000_000
    ratio: int = 100
    shared_strings_bytes: int = 16_000_000
    sheets: int = 30
    rows: int = 20_000
    columns: int = 60
    cells: int = 300_000
    cell_characters: int = 2_000
    text_characters: int = 5_000_000
    depth: int = 60
    # A file within all three is read here; any other is read by a child process, of which there are at most two.
    file_bytes_here: int = 512_000
    unpacked_bytes_here: int = 4_000_000
    elements_here: int = 40_000
    seconds: int = 8
    seconds_to_wait: int = 2
    memory_bytes: int = 512 * 1024 * 1024


USUAL = Limits()
