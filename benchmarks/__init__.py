"""What the library costs, against the same rule written by hand; see docs/reference/benchmarks.md."""
