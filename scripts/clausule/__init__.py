"""Clausule publishes legal agreements as a versioned website."""

from pathlib import Path

__version__ = "1.0.0"


def data_path(name: str, in_checkout: str) -> Path:
    """What an installed program carries as ``clausule/name``, and what stands at ``in_checkout`` in its own
    repository."""
    package = Path(__file__).parent
    return package / name if (package / name).exists() else package.parents[1] / in_checkout
