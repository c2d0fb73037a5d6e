"""Language tools that every stage may use: parsing, dates, languages, roles. The only place that loads models."""
