"""What a text tells an editor before it is read: each finding says why, none of them decides anything."""

RULES = 9
"""Grows with every change of a rule or a shipped list, so that items that were read before are read again. It stands
here because a desk asks for it at each start and sync, and loads the rules only when there is something to read.
"""
