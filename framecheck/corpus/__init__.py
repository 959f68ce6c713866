"""Corpus: from paths to stories, and from stories to results, with bounded memory and on all cores.

``survey`` says which folders are stories and which files make up the pile; the pile is read once: every article goes to the
``shelf`` on disk and leaves a light record in the ``index``; ``cluster`` and story ids make ``bundles`` of them; ``judge`` takes
one bundle through the pipeline, in a worker process (``workers``) or on a cluster (``dask_engine``, ``far``); ``lint`` is the
whole way. ``cache`` keeps from run to run what was read and found.
"""
