"""Its words in addresses."""

from clausule.language.slugs import Slugs

SLUGS = Slugs(**{name: f"x-{name.replace('_', '-')}" for name in Slugs._fields})
