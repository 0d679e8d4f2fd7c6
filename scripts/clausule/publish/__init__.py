"""Puts editions on the branch of the site with mike: verified as a whole, and moved there in one step.

Knows nothing of how pages are made. MkDocs and mike are imported only when something has to be built.
"""
