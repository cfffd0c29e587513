"""Making the yearly overview: what will be in it, what stays hidden, how it looks, and saving it."""
