"""Settings that a command passes on to another process, as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

APP_OPTIONS: Final[Mapping[str, str]] = {
    "server.address": "127.0.0.1",  # this computer only
    "browser.serverAddress": "127.0.0.1",
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",  # a traceback could hold a child's words
    "client.showErrorLinks": "false",  # they would send an error's words to a search engine
    "client.toolbarMode": "viewer",
    "server.maxUploadSize": "100",  # megabytes
    "server.fileWatcherType": "none",
    "logger.level": "error",
    "theme.light.primaryColor": "#0b5a6b",
    "theme.light.linkColor": "#0b5a6b",
    "theme.dark.primaryColor": "#4db6c9",
    "theme.dark.linkColor": "#7fd0de",
    "theme.headingFontSizes": '["2.1rem", "1.6rem", "1.3rem", "1.1rem", "1rem", "1rem"]',
    "theme.paddingTop": "1.5rem",
}
"""Options for Streamlit."""
