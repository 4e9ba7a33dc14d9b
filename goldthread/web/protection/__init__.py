"""Protecting a child: strategy discussions, enquiries under section 47, and conferences."""
