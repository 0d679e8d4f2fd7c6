"""What is made from what, and when it must be made again."""
