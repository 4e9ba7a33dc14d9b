"""How pages look and how dates are said: layout, macros (see README.md beside this) and form fields."""
