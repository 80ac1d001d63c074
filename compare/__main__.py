"""Run the command as ``python -m compare``."""

from compare.cli import main

main(prog_name="compare-reports")
