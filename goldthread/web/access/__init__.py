"""Who may see what: roles, reasons, restricted records, glass broken, cover and notices."""
