"""The keys of other readers for what is the same here, to be laid over those of the table of commands."""

from collections.abc import Mapping

PRESETS: Mapping[str, Mapping[str, str]] = {"default": {}}
"""By the name of the preset: keys by the ids of commands, as in the section [keys] of the configuration.

A command that a preset does not name keeps those of its keys that the preset does not give to another one.
"""
