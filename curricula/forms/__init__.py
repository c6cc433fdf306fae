"""Forms of the portal's curriculum pages."""
