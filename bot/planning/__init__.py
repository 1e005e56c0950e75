"""From a parse to a `Plan`: what is asked of which targets."""
