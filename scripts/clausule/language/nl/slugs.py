"""Words in addresses: what pages and places are called in links, in ASCII. Once published they never change."""

TITLE = "titel"
ROW, REST = "rij", "alinea"
