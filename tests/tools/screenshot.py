"""Take the picture of README.md: a page of the built site as a browser shows it.

python tests/tools/screenshot.py site statements/s-2e5btbcpq6/ docs/assets/screenshot.png
"""

import functools
import http.server
import shutil
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright


def picture(site: Path, page: str, target: Path) -> None:
    """Write what a window of 1280 by 1000 shows of a page, its first reasoning opened."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": 1280, "height": 1000}, color_scheme="light")
        window.goto(f"http://127.0.0.1:{server.server_port}/{page}")
        window.evaluate("document.querySelector('.or-carrier details').open = true")
        target.parent.mkdir(parents=True, exist_ok=True)
        window.screenshot(path=target)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    picture(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
