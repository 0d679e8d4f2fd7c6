"""Sources to model: reads text with a narrow grammar of its own and never gives up on bad text."""

from clausule.read.repository import Repository, read_repository, with_words

__all__ = ["Repository", "read_repository", "with_words"]
