"""What the back office adds to Wagtail's page editor."""
