"""Logs as JSON lines, each with the request it belongs to and none with a child in it.

An address such as /children/41/ names a child, so that a log line carries the route it matched
("children/<int:child_id>/") and never the path.
"""

import logging
import logging.config
import sys
from traceback import extract_tb
from typing import Any

import structlog
from structlog.typing import ExcInfo

_shared: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


class NoPaths(logging.Filter):
    """Replaces the message of Django's own request lines ("Not Found: /children/41/") by the route."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true: lines are rewritten, not dropped."""
        request = getattr(record, "request", None)
        if request is not None:
            status = getattr(record, "status_code", "")
            record.msg, record.args = f"answered {status} at {route_of(request)}", ()
        return True


def route_of(request: Any) -> str:
    """The pattern of the address asked for, without the values in it; "unknown" when none matched."""
    match = getattr(request, "resolver_match", None)
    return f"/{match.route}" if match is not None else "unknown"


def _where_it_failed(exc_info: ExcInfo) -> list[dict[str, Any]]:
    """The kinds of the errors and the lines they came through; their words and variables may name a child."""
    failed: BaseException | None = exc_info[1]
    chain = []
    while failed is not None:
        frames = [f"{at.filename}:{at.lineno} {at.name}" for at in extract_tb(failed.__traceback__)]
        chain.append({"kind": type(failed).__qualname__, "frames": frames})
        failed = failed.__cause__ or failed.__context__
    return chain


def logging_settings() -> dict[str, Any]:
    """The standard library's configuration: one JSON line on standard error for each event."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"no_paths": {"()": NoPaths}},
        "formatters": {
            "json": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    structlog.processors.ExceptionRenderer(_where_it_failed),
                    structlog.processors.JSONRenderer(),
                ],
                "foreign_pre_chain": _shared,
            }
        },
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "stream": sys.stderr,
                "formatter": "json",
                "filters": ["no_paths"],
            }
        },
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "goldthread": {"level": "INFO"},
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
        },
    }


def configure(settings: dict[str, Any]) -> None:
    """Set up the standard library and structlog together (Django's `LOGGING_CONFIG`)."""
    logging.config.dictConfig(settings)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
