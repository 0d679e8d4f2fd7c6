"""The commands."""

import gc

# A run is short and the model holds no cycles worth looking for: collecting them took a fifth of the time, and before
# the first command is loaded a score of times.
gc.set_threshold(200_000, 50, 50)
