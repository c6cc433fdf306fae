"""Roll-out plans: rules, forms, the printed plan."""
