"""A translation of what is not there

An agreement in a second language says in its front matter of which it is the translation, `translation_of`, by the name
of the folder below `docs/`, and which of both texts counts where they differ, `prevails`. Then both are held against
each other, clause by clause, and their pages lead to one another. It must name another agreement, in another language,
that is not a translation itself and has no other translation into this language.

Wrong:

    docs/voorbeeld-en/index.md:5:17
    translation_of: voorbeelt

Wrong:

    docs/voorbeeld-en/index.md:6:11
    prevails: fr

Right:

    docs/voorbeeld-en/index.md
    translation_of: voorbeeld
    prevails: nl

Wrong:

    docs/voorbeeld/index.md:4:11
    prevails: nl

Right:

    docs/voorbeeld/index.md
    language: nl
"""

SEVERITY = "error"
