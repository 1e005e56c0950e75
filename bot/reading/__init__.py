"""From a text to a `Parse`: what its words say, which names they mean, what is left over."""
