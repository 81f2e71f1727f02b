"""Event files read into an Event: positions, and all faults in one pass."""
