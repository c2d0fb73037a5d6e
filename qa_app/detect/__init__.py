"""Detectors: each answers one question about an analysed plan. A module here that holds a ``DETECTOR`` is one."""
