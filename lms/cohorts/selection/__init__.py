"""Choosing nominees: scores, ranking, seats, reserves, the panel."""
