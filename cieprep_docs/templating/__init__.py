"""Templates filled from an event: semantic markup comes out."""
