"""Forms of the cohorts app, one module for each part of the work."""
