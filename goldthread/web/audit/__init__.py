"""The pages about case audits and practice weeks."""
