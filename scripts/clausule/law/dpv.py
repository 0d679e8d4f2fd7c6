"""The measures that the Data Privacy Vocabulary (DPV) knows."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

IRI = "https://w3id.org/dpv#"
_TOP = ("TechnicalMeasure", "OrganisationalMeasure", "PhysicalMeasure", "LegalMeasure")


@cache
def concepts() -> dict[str, tuple[str, ...]]:
    """Every measure by its name, with the names of what it is narrower than."""
    data = json.loads(resources.files(__package__).joinpath("dpv.json").read_text("utf-8"))
    return {name: tuple(wider) for name, wider in data["broader"].items()}


def broader(name: str) -> tuple[str, ...]:
    """Everything that the measure ``name`` is narrower than, near to far, each once."""
    known, found, ahead = concepts(), dict[str, None](), list(concepts().get(name, ()))
    while ahead:
        wider = ahead.pop(0)
        if wider not in found:
            found[wider] = None
            ahead += known.get(wider, ())
    return tuple(found)
