"""A module as a package for another learning platform: SCORM 1.2 and SCORM 2004, 4th edition."""
