"""Puts editions on the branch of the site in mike's layout: verified as a whole, and moved there in one step.

Knows nothing of how pages are made. What makes them is imported only when something has to be built.
"""
