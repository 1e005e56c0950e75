"""How documents become statements."""
