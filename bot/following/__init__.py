"""What a question takes over from what was spoken of before it."""
