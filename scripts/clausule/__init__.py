"""Clausule publishes legal agreements as a versioned website."""

from pathlib import Path

__version__ = "0.1.0"


def data_folder(name: str, in_checkout: str) -> Path:
    """A folder that an installed program carries as ``clausule/name``, and that stands at ``in_checkout`` in its repository."""
    package = Path(__file__).parent
    return package / name if (package / name).is_dir() else package.parents[1] / in_checkout
