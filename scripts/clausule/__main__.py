"""``python -m clausule``."""

from clausule.cli.start import main

if __name__ == "__main__":  # a process of our own reads this file too, under another name
    main()
