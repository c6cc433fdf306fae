"""Dates as they are written in Serbian, in both scripts: 12. октобар 2026. / 12. oktobar 2026.

Templates and code name the shape of a date in English (`|date:"j F Y"`). Django looks up every shape here first, so
each gets its Serbian counterpart, with the full stops that Serbian sets behind the day and the year.
"""

SHAPES = {
    "j F Y": "j. F Y.",
    "j M Y": "j.m.Y.",
    "j F": "j. F",
    "j M": "j.m.",
    "F Y": "F Y.",
    "D j F": "D j. F",
    "l j F": "l, j. F",
    "D j M": "D j.m.",
    "l j F Y": "l, j. F Y.",
    "D j F Y": "D j. F Y.",
    "j F Y, H:i": "j. F Y. H:i",
    "j F Y, H:i:s": "j. F Y. H:i:s",
    "j M Y, H:i": "j.m.Y. H:i",
}
globals().update(SHAPES)
