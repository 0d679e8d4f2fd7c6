"""The letter with which a publisher announces something: as text, as a message, as a page to print."""
