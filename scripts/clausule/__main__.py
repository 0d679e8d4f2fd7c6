"""``python -m clausule``."""

from clausule.cli import main

main()
