"""The pages for recording as Django knows them."""

from django.apps import AppConfig


class RecordingPagesConfig(AppConfig):
    """Recording, and putting right what was recorded."""

    name = "goldthread.web.recording"
    label = "web_recording"
