"""Five further invented forms, drawn up from how councils lay out their plans and without the reader in sight."""
