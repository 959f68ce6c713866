"""Suppression: findings that somebody said are known, in the article, in the configuration or in a baseline file.

They stay in every machine format, marked, and fail nothing.
"""
