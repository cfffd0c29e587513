"""Every screen of the program, how to get there, and what must hold on each of them."""
