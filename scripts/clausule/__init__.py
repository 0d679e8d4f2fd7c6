"""Clausule publishes legal agreements as a versioned website."""

__version__ = "0.1.0"
