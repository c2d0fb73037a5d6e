"""Tools that the layouts share: plan data, Word and PDF parts, the gold record."""
