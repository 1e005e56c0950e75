"""Which units, projects, years and phases a parse is about."""
