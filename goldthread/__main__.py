"""`python -m goldthread`: the goldthread command."""

from goldthread.cli import main

if __name__ == "__main__":
    main()
