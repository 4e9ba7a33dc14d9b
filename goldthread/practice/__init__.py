"""What people do: one function a deed, and the one door through which a record is opened."""
