"""This site's readings of an edition: measures, AVG article 28, the register of article 30."""
