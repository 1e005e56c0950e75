"""What is current, as files."""
