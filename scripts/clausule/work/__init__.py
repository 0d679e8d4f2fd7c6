"""Many pieces of work by many workers: other processes of this machine, or a cluster of machines."""
