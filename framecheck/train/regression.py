"""Logistic regression with an L2 penalty, for a few thousand rows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def newton(x: Floats, y: Floats, weight: Floats, ridge: Floats) -> Floats:
    """Weights of the columns of *x* that tell rows with *y* = 1 from those with 0, by Newton's method; *weight* is one
    number a row, *ridge* the penalty of each column."""
    beta = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + ridge * beta
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if np.abs(step).max() < 1e-6:
            break
    return beta
