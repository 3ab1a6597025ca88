"""What the index says, as listings. Every function here runs in a worker's thread and touches no widget."""
