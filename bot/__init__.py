"""How people talk with 问效."""
