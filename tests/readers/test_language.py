"""English or not known."""

import pytest

from framecheck.readers.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour was closed on Monday, and the mayor said that it would stay so for the rest of the week.", "en"),
        ("Harbour closed", "en"),
        ("Le port de la ville est resté fermé lundi, et le maire a dit que les quais le resteraient aussi.", None),
        ("Der Hafen der Stadt blieb am Montag geschlossen, und die Kommune teilte mit, dass er nicht öffnen werde.", None),
        ("Порт закрыт после шторма", None),
        ("港口周一关闭", None),
        ("", None),
        ("12 34", None),
    ],
)  # fmt: skip
def test_guess_language(text, language):
    assert guess_language(text) == language
