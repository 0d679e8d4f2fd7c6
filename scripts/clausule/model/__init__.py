"""What an agreement is once it has been read: plain data, with the place of every word in the sources.

Nothing here reads files, knows a language or knows a website. Lists are tuples, so a node can be shared.
Nodes compare by identity (``eq=False``): two clauses with the same words are still two clauses.
"""
