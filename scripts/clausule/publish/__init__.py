"""Puts editions on the branch of the site with mike: verified as a whole, and moved there in one step.

Knows nothing of how pages are made. MkDocs and mike are imported only when something has to be built.
"""

from clausule.publish.errors import PublishError
from clausule.publish.files import copy_of_site
from clausule.publish.listing import version_list
from clausule.publish.plan import EditionBuild, Outcome, Plan
from clausule.publish.publisher import publish, recall

__all__ = ["EditionBuild", "Outcome", "Plan", "PublishError", "copy_of_site", "publish", "recall", "version_list"]
