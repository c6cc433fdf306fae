"""Pages of tests, teach-backs and roll-out plans."""
