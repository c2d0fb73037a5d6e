"""Small functions that each draw one thing from an audit's values."""
