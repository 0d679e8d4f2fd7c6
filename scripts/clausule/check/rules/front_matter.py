"""Front matter that cannot be read or does not fit

The lines between `---` at the top of a file say what the file is: its version, its date, its errata. A key that nobody
knows, a value of the wrong kind or a day that does not exist is reported and left out.

Wrong:

    docs/voorbeeld/1.0/index.md:4:1
    effective: 2024-01-01
    efective: 2024-01-01

Right:

    docs/voorbeeld/1.0/index.md
    effective: 2024-01-01
"""

SEVERITY = "error"
