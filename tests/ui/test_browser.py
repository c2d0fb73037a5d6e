"""The whole way in a real browser: upload, results, a plan, the downloads. Nothing is asked of any other computer."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from qa_app.audit.samples import sample_files
from qa_app.ui.language import count, say

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PLAN = "03-osian-year4-spring.docx"
STARTED_WITHIN = 60.0  # seconds

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this computer"),
]


@pytest.fixture
def address() -> Iterator[str]:
    """The app, started as people start it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "qa_app.cli.main", "app", "--port", str(port), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(process.pid, signal.SIGTERM)  # the command and the Streamlit process that it started


def _wait_for(url: str) -> None:
    end = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < end:
        try:
            with urlopen(url, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail("the app did not start")


@pytest.fixture
def page(address: str) -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        opened = browser.new_page(viewport={"width": 1280, "height": 900})
        opened.set_default_timeout(90_000)
        opened.goto(address)
        yield opened
        browser.close()


def test_upload_results_plan_and_downloads(page: Any, address: str, tmp_path: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    good = next(path for path in sample_files() if path.name == PLAN)
    bad = tmp_path / "broken.docx"
    bad.write_bytes(good.read_bytes()[:3000])
    page.locator("input[type=file]").set_input_files([str(bad), str(good)])
    page.get_by_role("button", name=count("audit.start", 2)).click()

    page.get_by_role("heading", name=count("batch.plans", 1)).wait_for()
    assert page.get_by_text("broken.docx").first.is_visible()
    with page.expect_download() as workbook:
        page.get_by_role("button", name=say("batch.workbook")).click()
    with zipfile.ZipFile(workbook.value.path()) as archive:
        assert "xl/workbook.xml" in archive.namelist()
    with page.expect_download() as data:
        page.get_by_role("button", name=say("batch.json")).click()
    audit = json.load(io.BytesIO(Path(data.value.path()).read_bytes()))
    assert [plan["file"] for plan in audit["plans"]] == [PLAN]
    assert [problem["file"] for problem in audit["unreadable"]] == ["broken.docx"]

    page.get_by_role("button", name=say("batch.go")).click()
    link = page.get_by_role("link", name=say("criteria.show")).first
    link.focus()
    page.keyboard.press("Enter")
    assert page.locator("#evidence-1").is_visible()
    page.set_viewport_size({"width": 400, "height": 850})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
