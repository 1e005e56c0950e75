"""What replies say, and in which words."""
