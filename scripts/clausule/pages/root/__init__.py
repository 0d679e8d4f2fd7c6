"""The pages above the editions: all agreements, one agreement, the edition of a day, feeds."""
