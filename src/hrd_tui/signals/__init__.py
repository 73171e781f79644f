"""What a text tells an editor before it is read: each finding says why, none of them decides anything."""
