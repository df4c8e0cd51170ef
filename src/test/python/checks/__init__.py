"""One module a subject; each has run(tool, report)."""
