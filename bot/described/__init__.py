"""What is told without its name: what it does, for whom, and where forms say so."""
