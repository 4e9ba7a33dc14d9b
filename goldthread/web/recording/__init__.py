"""Writing in a child's record: the one way in which every page does it, the menu of them, and putting right."""
