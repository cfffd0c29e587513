"""Making the yearly overview: what is in it, what stays hidden, how it looks, and saving."""
