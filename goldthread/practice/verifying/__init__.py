"""Verifying the logs: every hash and the chain worked out anew, and each edit, deletion and gap named."""

from .anchors import add_anchor, check_anchors
from .findings import Findings
from .logs import verify_logs

__all__ = ["Findings", "add_anchor", "check_anchors", "verify_logs"]
