"""Eight further invented forms, each with one plan: an honest test of a reader that was not written with them in sight."""
