"""Letters to nominees: who receives them and how they are printed."""
