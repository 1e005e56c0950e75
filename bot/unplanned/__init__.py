"""Answers to what no plan holds: a room each, which knows what it is asked and what is printed of it."""
