"""Measures what a build costs, and how that compares with Hugo. See README.md."""
