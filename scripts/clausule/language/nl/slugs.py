"""The Dutch words in addresses and ids."""

from clausule.language.slugs import Slugs

SLUGS = Slugs(
    title="titel",
    row="rij",
    paragraph="alinea",
    items="lijst",
)
