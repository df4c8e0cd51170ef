"""Compares what the command line computes with numbers of its own, by numpy, scipy and mpmath alone.

    python3 check.py target/eigenscope/bin/eigenscope [--only NAME ...] [--self-test]

Exits with 1 if a check fails. With --self-test every number and word of the program is changed before it is compared, and the script
exits with 1 if any check passes all the same.
"""
import argparse
import importlib
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from checks.report import Report  # noqa: E402
from checks.tool import Tool  # noqa: E402

SUBJECTS = "spectra densities products samples tails metrics verdicts structures fits estimates".split()
PERTURBATION = 0.3


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", help="the program, as the shell would call it")
    parser.add_argument("--only", nargs="+", choices=SUBJECTS, default=SUBJECTS, help="some subjects")
    parser.add_argument("--self-test", action="store_true", help="every check has to fail on changed numbers")
    parser.add_argument("--weightwatcher", metavar="FOLDER", help="source of WeightWatcher 0.7.5.5, a second reference for metrics")
    return parser.parse_args()


def main():
    options = arguments()
    tool = Tool(options.command, PERTURBATION if options.self_test else 0.0)
    tool.weightwatcher = options.weightwatcher
    report = Report()
    for subject in options.only:
        started = time.time()
        try:
            importlib.import_module("checks." + subject).run(tool, report)
        except Exception as error:  # a program that crashes fails the subject, the others go on
            report.broken(subject, error)
        print(f"      ({subject}: {time.time() - started:.0f} s)", flush=True)
    report.summary()
    if options.self_test:
        print(f"Self-test: {len(report.passed)} checks did not notice changed numbers.")
        return 1 if report.passed or not report.failed else 0
    return 1 if report.failed or not report.passed else 0


if __name__ == "__main__":
    sys.exit(main())
