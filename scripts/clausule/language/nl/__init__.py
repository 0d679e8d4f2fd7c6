"""Everything Dutch: the grammar of sources and of references, the acts that agreements cite, the words of the site."""
