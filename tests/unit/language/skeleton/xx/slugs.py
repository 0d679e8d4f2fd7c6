"""Its words in addresses."""

from dataclasses import fields

from clausule.language.slugs import Slugs

SLUGS = Slugs(**{field.name: f"x-{field.name.replace('_', '-')}" for field in fields(Slugs)})
