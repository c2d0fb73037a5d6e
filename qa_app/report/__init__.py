"""Arranges an audit for people and programs: JSON, workbook. Judges nothing."""
