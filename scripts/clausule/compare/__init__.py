"""Compares: editions and texts to units, units to pairs, pairs to redlines."""
