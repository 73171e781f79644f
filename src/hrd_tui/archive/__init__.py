"""The posts of the editor's own blog, from whatever it left behind."""
