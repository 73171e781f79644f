"""The demo newsroom: sources of our own writing, served on loopback in every feed format."""
