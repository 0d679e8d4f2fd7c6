"""Pages of the handbook: for who writes an agreement, on the site that asks for them."""
