"""Settings that a command passes on to another process, as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

APP_OPTIONS: Final[Mapping[str, str]] = {
    "server.address": "127.0.0.1",  # this computer only
    "browser.serverAddress": "127.0.0.1",
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",  # a traceback could hold a child's words
    "client.toolbarMode": "viewer",
    "server.maxUploadSize": "100",  # megabytes
    "server.fileWatcherType": "none",
    "logger.level": "error",
}
"""Options for Streamlit."""
