"""The trainer's kit: an edition as one ZIP that is read and taught from without a network."""
