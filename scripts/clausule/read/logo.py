"""A firm's logo: a picture, and nothing that a browser would run or fetch."""

from __future__ import annotations

import re

from clausule.read.source import Sources

_MOST_BYTES = 300_000
# How a file of each kind begins (WebP: RIFF, a length, WEBP).
_BEGINS = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "webp": re.compile(rb"RIFF....WEBP", re.S),
}
# What an SVG may hold. As an <img> it runs nothing, but opened by its own address it is a page.
_DRAWN = re.compile(
    r"svg|g|defs|title|desc|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|use|symbol|clipPath|mask|pattern"
    r"|linearGradient|radialGradient|stop|style"
)
_FETCHES = re.compile(r"url\(\s*['\"]?(?!#)|@import|\\|expression|javascript:", re.I)


def logo_fault(sources: Sources, path: str) -> tuple[str, str] | None:
    """What is wrong with the picture at ``path``, and how to mend it; None when nothing is."""
    if why := sources.refusal(path):
        return (
            f"{path} cannot be read: {why}",
            "write the path from the root of the repository, such as overrides/logo.svg",
        )
    data = (sources.root / path).read_bytes() if (sources.root / path).stat().st_size <= _MOST_BYTES else b""
    if not data:
        return (
            f"{path} is empty, or larger than {_MOST_BYTES // 1000} kB",
            "every page carries it: take a smaller picture",
        )
    kind = path.rpartition(".")[2]
    if kind == "svg":
        why = _svg_fault(data)
        return (
            (f"{path} {why}", "save it as a plain SVG, without scripts, effects or links, or as PNG") if why else None
        )
    if not _BEGINS[kind].match(data):
        return f"{path} is no {kind.upper()} picture", "give it the name of what it is, or save it again"
    return None


def _svg_fault(data: bytes) -> str:
    """Why an SVG is refused; empty when it only draws."""
    from xml.etree import ElementTree  # for the few that have one

    try:
        text = data.decode("utf-8-sig")
        if re.search(r"<!(?!--)|<\?xml-stylesheet", text):
            return "declares entities or styles of its own"  # and a parser could be made to expand them without end
        root = ElementTree.fromstring(text.encode("utf-8"))
    except (UnicodeDecodeError, ElementTree.ParseError, LookupError) as error:
        return f"is no SVG: {error}"
    if _name(root.tag) != "svg":
        return "is no SVG"
    for node in root.iter():
        name = _name(node.tag)
        if not _DRAWN.fullmatch(name):
            return f"holds <{name}>, which is more than a drawing"
        if name == "style" and _FETCHES.search(node.text or ""):
            return "holds a style that fetches something"
        for key, value in node.attrib.items():
            word = _name(key)
            if (
                word.lower().startswith("on")
                or (word == "href" and not value.startswith("#"))
                or _FETCHES.search(value)
            ):
                return f"holds the attribute {word}, which would run or fetch something"
    return ""


def _name(tag: object) -> str:
    """The name of an element or attribute without its namespace."""
    return str(tag).rpartition("}")[2]
