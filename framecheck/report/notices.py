"""What could not be read or judged, as a line that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framecheck.records.article import Notice
from framecheck.report.safe import safe

if TYPE_CHECKING:
    from rich.text import Text


def notice_line(notice: Notice) -> Text:
    """``level: place: message`` on one line."""
    from rich.text import Text

    return Text(f"{notice.level}: {safe(notice.place)}: {safe(notice.message)}")
