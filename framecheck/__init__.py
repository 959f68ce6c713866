"""framecheck: who says what, side by side. Cross-outlet framing and discrepancy checks on news text."""

__version__ = "0.1.0"
