"""What an edition does for personal data: its measures, its coverage of AVG article 28, its part of the register."""
