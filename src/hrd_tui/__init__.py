"""hrd: the desk of a human-rights newsroom in a terminal."""

__version__ = "0.1.0"
