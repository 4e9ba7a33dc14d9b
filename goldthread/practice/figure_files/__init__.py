"""The authority's figures as files that leave: for spreadsheets, and on paper. Small numbers are kept back in all of them."""

from .book import Book, Row, book_of
from .paper import document, png_of
from .sheets import csv_of, excel_of

__all__ = ["Book", "Row", "book_of", "csv_of", "document", "excel_of", "png_of"]
