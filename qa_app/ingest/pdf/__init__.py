"""Reads PDF files: text with its place, ruled tables, form values, and scanned pages through OCR."""
