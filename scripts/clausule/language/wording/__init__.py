"""The phrases of the site about agreements, editions and changes, in the language of each: what ``say`` says, put
together."""
