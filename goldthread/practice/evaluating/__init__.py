"""The self-evaluation as a draft: put together from what is counted, said, inspected and planned, for people to finish."""

from .assembling import Draft, Section, draft_of

__all__ = ["Draft", "Section", "draft_of"]
