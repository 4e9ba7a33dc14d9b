"""The child's file: notes, the chronology and documents."""
