"""Floor 2: bytes, paths and text become Pages."""
