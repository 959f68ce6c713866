"""Drafts: one article, the draft, held against the others, the wire. The draft is primary in everything that is told.

``judging`` makes findings of the differences that concern the draft, ``facts`` finds what can be checked in it, ``support``
looks every such fact up in the wire, ``unsupported`` tells which of them no wire has.
"""
