"""Running as a service: from what comes in to what goes out, who may ask, and how we are."""
