"""Harm done on purpose: `python -m benchmarks.torture` (make torture) kills, crowds and feeds juesuan, and counts."""
