"""How a firm's documents look, and where its site is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from clausule.read.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """``address`` is that of the site, with ``/`` at its end; ``colour`` is written ``#1d4f6e``; ``logo`` are the bytes
    of a picture, and ``logo_ending`` says of which kind (``svg``, ``png``). What a firm did not set is empty."""

    address: str = ""
    colour: str = ""
    logo: bytes = b""
    logo_ending: str = ""


def house_of(root: Path, settings: Settings) -> House:
    """The house of the repository at ``root``, whose ``settings`` were held against their schema."""
    logo = (root / settings.logo).read_bytes() if settings.logo else b""
    return House(
        address=settings.site_url,
        colour=settings.colour,
        logo=logo,
        logo_ending=settings.logo.rpartition(".")[2].lower(),
    )
