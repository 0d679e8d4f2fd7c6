"""The kinds that an annex can have: a module that declares one adds it."""
