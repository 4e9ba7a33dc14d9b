"""Pictures in the README, taken of a demonstration that is running: python -m tests.journeys.screenshots [ADDRESS]."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from goldthread.synthetic import sign_ins

ADDRESS = "http://127.0.0.1:8000"
IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
WIDTH, HEIGHT = 1280, 900
PICTURES = {
    "who-is-waiting.png": "/waiting/",
    "tour/the-figures.png": "/figures/",
    "tour/a-figure.png": "/figures/protection_visits_in_time/",
    "tour/what-came-back.png": "/inspections/",
    "tour/the-improvement-plan.png": "/improvement-plan/",
}


def take(address: str, folder: Path) -> list[Path]:
    """The first screen of each page, as the director of the demonstration sees it."""
    taken = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [],
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(f"{address}/accounts/sign-in/")
        page.get_by_label("Username").fill("director")
        page.get_by_label("Password", exact=True).fill(sign_ins.PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.get_by_text("Sign out", exact=True).first.wait_for()
        for name, where in PICTURES.items():
            picture = folder / name
            picture.parent.mkdir(parents=True, exist_ok=True)
            page.goto(address + where)
            page.screenshot(path=picture)
            taken.append(picture)
        browser.close()
    return taken


if __name__ == "__main__":
    for picture in take(sys.argv[1] if len(sys.argv) > 1 else ADDRESS, IMAGES):
        print(picture)
