"""Findings and comparisons for a terminal, a program, GitHub and a browser."""
