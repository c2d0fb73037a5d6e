"""Plain immutable values that every stage shares. Standard library only."""
