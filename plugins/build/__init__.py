"""Build: what happens on disk and on the terminal around the plan."""
