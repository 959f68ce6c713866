"""Report: findings to bytes, one renderer a format, all fed the same ``Report``."""
