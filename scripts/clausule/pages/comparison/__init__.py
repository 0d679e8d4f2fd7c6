"""Pages that compare editions, and that follow a clause through them."""
