"""The pages of the regional ToT."""
