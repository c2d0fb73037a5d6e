"""Builds the models from the labelled data. The running program never imports this package."""
