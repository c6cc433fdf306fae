"""Invented people and made-up figures that show the product at work; installed only where no real data are."""
