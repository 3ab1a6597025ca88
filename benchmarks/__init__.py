"""What is claimed of speed and accuracy, as commands: `python -m benchmarks.speed`, `python -m benchmarks.accuracy`."""
