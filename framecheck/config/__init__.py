"""Configuration: from files and options to ``Settings``.

``keys`` says which settings there are and what they may hold, ``files`` finds and reads them, ``layers`` puts what was asked for
on top of one another with its origin, ``resolve`` makes the settings.
"""
