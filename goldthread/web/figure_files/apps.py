"""Figures as files, as Django knows them."""

from django.apps import AppConfig


class FigureFilesConfig(AppConfig):
    """Figures that leave, without small numbers and without any child."""

    name = "goldthread.web.figure_files"
    label = "web_figure_files"
