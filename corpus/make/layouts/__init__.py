"""One module per form: where a council's form prints what, and in which guise."""
