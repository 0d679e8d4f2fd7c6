"""Makes a release of Clausule; no part of the program. ``scripts/release`` runs it."""
