"""x"""
from dataclasses import dataclass
@dataclass(frozen=True, slots=True)
class Unit:
    id: str
    number: str
    title: str
    kind: str
    text: str
    parent: str = ""
    mark: str = ""
