"""PEP QA: audits Personal Education Plans of children looked after, with the words behind every judgement."""

__version__ = "0.1.0"

__all__ = ["__version__"]
