"""What is measured, beside its alternative, in one run."""
