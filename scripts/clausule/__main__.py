"""``python -m clausule``."""

if __name__ == "__main__":  # a process of our own reads this file too, under another name, and has no use for commands
    from clausule.cli.start import main

    main()
