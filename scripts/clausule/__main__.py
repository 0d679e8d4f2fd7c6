"""``python -m clausule``."""

from clausule.start import main

main()
