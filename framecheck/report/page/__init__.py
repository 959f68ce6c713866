"""The HTML report: one self-contained page that needs no network and no script.

Modules: ``page`` (the renderer), ``cards`` (findings), ``columns`` (articles side by side), ``matrices`` (labels, coverage);
``page.html.j2`` and ``page.css`` are what they fill. Jinja escapes all that comes from an article, and a content-security
policy forbids scripts and requests should anything slip through.
"""
