"""Questions for lines of the indicator table: which line is meant, and what it states."""
