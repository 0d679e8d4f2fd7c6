"""``python -m clausule``."""

from clausule.cli.start import main

main()
