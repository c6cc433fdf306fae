"""A ToT's agenda: what a plan of an item is, its hours, how it is shown and printed."""
