"""Scripts that make the shipped weights. Not imported at run time."""
