"""What the library costs beside the same rule by hand; see docs/reference/benchmarks.md."""
