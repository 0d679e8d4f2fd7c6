"""A list of sub-processors that cannot be read or does not fit

`annexes/<agreement>/sub-verwerkers.yml` holds the list of sub-processors as data: the site shows it, and customers
follow it. A key that nobody knows, a value of the wrong kind or a day that does not exist is reported and left out, and
nothing is published until it is mended. Editors complete the file from
`scripts/clausule/read/schema/sub-processors.schema.json`.

Wrong:

    annexes/voorbeeld/sub-verwerkers.yml:12:13
      - id: wolk
        active: 31-02-2024

Right:

    annexes/voorbeeld/sub-verwerkers.yml
      - id: wolk
        active: 2024-02-29
"""

SEVERITY = "error"
