"""The forms: the questionnaire after a breach, its clock, one's own copy, what one accepted."""
