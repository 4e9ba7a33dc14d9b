"""Files for spreadsheets: whatever somebody typed into a record, no cell of ours is run as a formula."""

STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
CONTROLS = ("\t", "\r", "\n")


def harmless(cell: object) -> object:
    """The cell as it is, or with a ' before it where a spreadsheet could take its text for a formula."""
    if not isinstance(cell, str):
        return cell
    return f"'{cell}" if cell.startswith(CONTROLS) or cell.lstrip().startswith(STARTS) else cell
