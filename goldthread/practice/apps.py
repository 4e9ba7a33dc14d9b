"""Practice as Django knows it: what is due is brought up to date at the end of each deed."""

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    """The deeds that change the record."""

    name = "goldthread.practice"
    label = "practice"

    def ready(self) -> None:
        from goldthread.practice.actions import after_write, after_write_to_carers, before_kept
        from goldthread.practice.due import refresh, refresh_others, refresh_signals
        from goldthread.practice.voiding import void_what_changed

        before_kept.append(void_what_changed)
        after_write.extend((refresh, refresh_signals))
        after_write_to_carers.append(refresh_others)
