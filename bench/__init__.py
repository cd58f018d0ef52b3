"""Measurements: what eventx costs and how often it is right."""
