"""What the words of an edition point to and come to: references, uses of terms, measures, coverage, questionnaires,
addresses."""
