"""Dates as they are written in Montenegrin: as in Serbian, with the same full stops."""

from lms.core.formats.sr.formats import SHAPES

globals().update(SHAPES)
