"""What keeps an answer from being given as it was asked: words that nothing explains, names that are none, figures that are not there."""
