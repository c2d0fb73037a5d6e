"""Judging single items: targets, passages, wordings, and what ties them together."""
