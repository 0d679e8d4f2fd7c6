"""What goes on longer than a suite can: fuzzing, tampering, kills and races, each drawn from a seed (scripts/soak)."""
