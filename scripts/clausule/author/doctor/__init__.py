"""Whether a machine and a repository are as they should be: ``clausule doctor``."""
