"""The baseline: a file that lists findings which are known, so that a gate fails only on what is new.

An entry stands for ``count`` findings of one story that have its fingerprint. Where articles are edited, an outlet may leave
or join a finding that is else the same; such a finding is known as long as no outlet tells the fact otherwise than before.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from framecheck import __version__
from framecheck.config.files import shown
from framecheck.errors import OutputError, UsageError
from framecheck.records.article import Notice
from framecheck.records.finding import Role, Suppression, SuppressionKind
from framecheck.records.result import LocatedFinding, StoryResult
from framecheck.settings import Settings

VERSION: Final = 1
_TOLD: Final = 10  # stale entries that are listed one by one


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """Known findings: ``sides`` are the outlets with their words, in lower case, ``missing`` the outlets that lack the fact;
    ``path`` (of the first side) and ``message`` are for people."""

    story: str
    code: str
    path: str
    message: str
    sides: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    fingerprint: str
    count: int = 1

    def covers(self, other: Entry) -> bool:
        """Whether *other* is the same finding after an outlet left or joined it: nobody tells or lacks what they did not."""
        outlets, words = {outlet for outlet, _ in self.sides}, {text for _, text in self.sides}
        told, known = set(other.sides), set(self.sides)
        return (
            self.code == other.code
            and bool(told & known)
            and set(other.missing) <= set(self.missing)
            and all(outlet not in outlets and text in words for outlet, text in told - known)
        )


def entries(stories: Iterable[StoryResult], folder: Path) -> list[Entry]:
    """An entry for each distinct finding of *stories* that is not known otherwise, in the order of the file; paths are as seen
    from *folder*."""
    counts: Counter[Entry] = Counter()
    firsts: dict[tuple[str, str], Entry] = {}
    for story in stories:
        for finding in story.findings:
            if not finding.suppressed:
                entry = _entry(story, finding)
                entry = replace(entry, path=Path(os.path.relpath(entry.path, folder)).as_posix())
                counts[firsts.setdefault((entry.story, entry.fingerprint), entry)] += 1
    return sorted(replace(entry, count=count) for entry, count in counts.items())


def _entry(story: StoryResult, finding: LocatedFinding) -> Entry:
    told = {
        (story.articles[s.article].outlet, " ".join((s.text or "").lower().split()))
        for s in finding.sides
        if s.role is Role.VARIANT
    }
    missing = {story.articles[s.article].outlet for s in finding.sides if s.role is Role.MISSING}
    path = Path(story.articles[finding.sides[0].article].path).as_posix()
    return Entry(
        story.id,
        finding.code,
        path,
        finding.message,
        tuple(sorted(told)),
        tuple(sorted(missing)),
        finding.fingerprint,
    )


def write(path: Path, known: Iterable[Entry]) -> None:
    """*known* as a baseline file, all at once: the file is whole or untouched. Raises ``OutputError``."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        part.write_text(json.dumps(document(known), ensure_ascii=False, indent=2) + "\n", "utf-8", errors="replace")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputError(f"{shown(path)}: cannot be written ({error.strerror})") from error


def document(known: Iterable[Entry]) -> dict[str, Any]:
    """*known* as it stands in a baseline file, sorted."""
    return {
        "version": VERSION,
        "tool": {"name": "framecheck", "version": __version__},
        "findings": [_document(entry) for entry in sorted(known)],
    }


def _document(entry: Entry) -> dict[str, Any]:
    return {
        "story": entry.story,
        "code": entry.code,
        "path": entry.path,
        "message": entry.message,
        "sides": [{"outlet": outlet, "text": text} for outlet, text in entry.sides],
        "missing": list(entry.missing),
        "fingerprint": entry.fingerprint,
        "count": entry.count,
    }


def read(path: Path) -> list[Entry]:
    """The entries of a baseline file. Raises ``UsageError`` for one that is not there, malformed or of a newer framecheck."""
    try:
        stored: Any = json.loads(path.read_bytes())
    except OSError as error:
        hint = "; framecheck baseline create writes one" if isinstance(error, FileNotFoundError) else ""
        raise UsageError(f"{shown(path)}: cannot be read ({error.strerror}){hint}") from error
    except json.JSONDecodeError as error:
        raise UsageError(f"{shown(path)}:{error.lineno}: is not a baseline: {error.msg.lower()}") from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{shown(path)}: is not a baseline: no JSON in UTF-8") from error
    version = stored.get("version") if isinstance(stored, dict) else None
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise UsageError(f"{shown(path)}: is not a baseline: it has no version")
    if version > VERSION:
        raise UsageError(
            f"{shown(path)}: is a baseline of version {version}; this framecheck reads version {VERSION}: update it"
        )
    found = stored.get("findings")
    if not isinstance(found, list):
        raise UsageError(f"{shown(path)}: is not a baseline: it has no list of findings")
    return [_read(item, f"{shown(path)}: finding {number}") for number, item in enumerate(found, 1)]


_STRINGS: Final = ("story", "code", "path", "message", "fingerprint")


def _read(item: Any, place: str) -> Entry:
    match item:
        case {"sides": [*sides], "missing": [*missing], "count": int(count)} if count > 0:
            told = tuple(
                (s["outlet"], s["text"]) for s in sides if isinstance(s, dict) and {"outlet", "text"} <= set(s)
            )
            words = [item.get(name) for name in _STRINGS]
            texts = [*words, *missing, *(word for side in told for word in side)]
            if len(told) == len(sides) and all(isinstance(text, str) for text in texts):
                story, code, path, message, fingerprint = words
                return Entry(story, code, path, message, told, tuple(missing), fingerprint, count)
    raise UsageError(f"{place}: is not as framecheck writes it; framecheck baseline create writes the file anew")


class Known:
    """Tells the findings of a stream of stories that a baseline knows from new ones, each entry used as often as it counts.

    *stories* are the names of all stories of the run: an entry of a story with another name may stand for a finding of any
    story, so that a renamed story keeps its baseline. *codes* are those of the rules that speak: entries of others are left as
    they are.
    """

    def __init__(self, known: Iterable[Entry], place: str, stories: Collection[str], codes: Collection[str]) -> None:
        self.entries = list(known)
        self._place = place
        self._stories = frozenset(stories)
        self._codes = frozenset(codes)
        self._left = [entry.count for entry in self.entries]
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._alike: dict[str, list[int]] = defaultdict(list)
        for index, entry in enumerate(self.entries):
            self._exact[entry.fingerprint].append(index)
            self._alike[entry.code].append(index)

    def mark(self, story: StoryResult) -> StoryResult:
        """*story* with the findings marked that the baseline knows and nothing else does, and notices of its stale entries."""
        told = {n: _entry(story, f) for n, f in enumerate(story.findings) if not f.suppressed}
        known = {n for n, entry in told.items() if self._take(self._exact[entry.fingerprint], entry, exact=True)}
        # what is surely known comes first, so that a finding alike does not use up its entry
        known |= {n for n, entry in told.items() if n not in known and self._take(self._alike[entry.code], entry)}
        mark = Suppression(SuppressionKind.BASELINE, place=self._place)
        notices = (*story.notices, *self._notices(story.id))
        report = story.report
        if report is not None:
            marked = (replace(f, suppression=mark) if n in known else f for n, f in enumerate(report.findings))
            report = replace(report, findings=tuple(marked), notices=notices)
        findings = (replace(f, suppression=mark) if n in known else f for n, f in enumerate(story.findings))
        return replace(story, findings=tuple(findings), notices=notices, report=report)

    def _take(self, indexes: Iterable[int], entry: Entry, exact: bool = False) -> bool:
        usable = [n for n in indexes if self._left[n] and (exact or self.entries[n].covers(entry))]
        own = (n for n in usable if self.entries[n].story == entry.story)
        free = (n for n in usable if self.entries[n].story not in self._stories)
        index = next(own, next(free, None))
        if index is not None:
            self._left[index] -= 1
        return index is not None

    def kept(self) -> Iterator[Entry]:
        """The entries of findings that were there, counted as often as they were, and those of rules that do not speak."""
        for entry, left in zip(self.entries, self._left, strict=True):
            if entry.code not in self._codes:
                yield entry
            elif left < entry.count:
                yield replace(entry, count=entry.count - left)

    def stale(self) -> list[Entry]:
        """The entries of stories and rules of this run whose findings are gone, counted as often as they are, once all are
        judged."""
        return [
            replace(entry, count=left)
            for entry, left in zip(self.entries, self._left, strict=True)
            if left and entry.story in self._stories and entry.code in self._codes
        ]

    def _notices(self, story: str) -> Iterator[Notice]:
        stale = [entry for entry in self.stale() if entry.story == story]
        for entry in stale[:_TOLD]:
            times = f" ({entry.count} times)" if entry.count > 1 else ""
            words = f"stale: {entry.code}{times} is gone from {story}: {entry.message}"
            yield Notice("note", self._place, words)
        if stale:
            more = f"{len(stale) - _TOLD} more of {story} are stale; " if len(stale) > _TOLD else ""
            yield Notice("note", self._place, f"{more}framecheck baseline prune takes stale entries out")


def known_by(settings: Settings, stories: Iterable[str], listed: Iterable[Entry] | None = None) -> Known | None:
    """What the baseline of *settings* knows in a run over the *stories* of these names; ``None`` without one, or where nothing is
    to be suppressed. *listed* are its entries where the file has been read. Raises ``UsageError`` for a file that is none."""
    if settings.baseline is None or not settings.suppress:
        return None
    known = read(settings.baseline) if listed is None else listed
    return Known(known, shown(settings.baseline), frozenset(stories), settings.codes())
