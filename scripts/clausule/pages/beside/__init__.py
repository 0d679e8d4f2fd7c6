"""Any two texts on the site side by side, demand by demand."""
