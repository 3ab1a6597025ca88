"""The five places: reports, reasons, search, ask, findings."""
