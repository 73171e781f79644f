"""The Draft screen: the blocks of a post in the making, and what it will look like."""
