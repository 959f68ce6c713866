"""What the other outlet says too is no difference."""

from __future__ import annotations

import pytest

from tests.support import findings

FIRM = "The ferry company will close the northern harbour in spring."
WEAK = "The ferry company may close the northern harbour in spring."
ADMITTED = "The minister admitted that the old ferry had no life jackets on board that winter."
SAID = "The minister said that the old ferry had no life jackets on board that winter."
AGAIN = "That winter the old ferry had no life jackets on board, the minister said."
BUDGET = "A budget was passed by the town of Ludby after a long night."


@pytest.mark.parametrize(
    ("code", "a", "b", "fires"),
    [
        pytest.param("CRT001", FIRM, WEAK, True, id="commitment"),
        pytest.param("CRT001", FIRM, f"{WEAK} {BUDGET} {FIRM}", False, id="one outlet has both"),
        pytest.param(
            "CRT001", FIRM, f"{WEAK} {BUDGET} Rain will close the school.", True, id="something else will close"
        ),
        pytest.param("ATT001", ADMITTED, SAID, True, id="verb"),
        pytest.param("ATT001", ADMITTED, f"{SAID} {BUDGET} {ADMITTED}", False, id="the other admits too"),
        pytest.param(
            "ATT001", f"{ADMITTED} {BUDGET} {AGAIN}", SAID, True, id="the marked verb is there beside the plain one"
        ),
        pytest.param(
            "TIM001",
            "The mayor resigned on Monday over the land deal.",
            f"The mayor resigned on Tuesday over the land deal. {BUDGET} "
            "Over the land deal the mayor resigned on Monday, the clerk recalls.",
            True,
            id="who contradicts himself still contradicts the other",
        ),
        pytest.param(
            "SCP001",
            "Coastal states question the fishing quota.",
            "Some coastal states question the fishing quota.",
            True,
            id="group",
        ),
        pytest.param(
            "SCP001",
            "Coastal states question the fishing quota.",
            f"Some coastal states question the fishing quota. {BUDGET} Coastal states question the new fishing quota.",
            False,
            id="the group is told whole as well",
        ),
        pytest.param(
            "AGY003",
            "The harbour master Ann Lind was dismissed for breaking the rules.",
            "The harbour master Ann Lind was dismissed because of the oil spill.",
            True,
            id="reasons",
        ),
        pytest.param(
            "AGY003",
            "The harbour master Ann Lind was dismissed for breaking the rules.",
            f"The harbour master Ann Lind was dismissed because of the oil spill. {BUDGET} "
            "Lind was dismissed for breaking the rules.",
            False,
            id="both reasons",
        ),
        pytest.param(
            "AGY003",
            "The council dismissed the harbour master on Friday for violating safety rules.",
            "The council dismissed the harbour master on Friday.",
            True,
            id="the bare act, which both have, hides no missing reason",
        ),
    ],
)
def test_told_too(code: str, a: str, b: str, fires: bool) -> None:
    assert bool(findings({"A": a, "B": b}, code)) is fires


def test_a_draft_that_repeats_the_wire_differs_in_nothing() -> None:
    wire = f"{FIRM} {BUDGET} {ADMITTED} The ferry company may close the northern harbour over a strike, union officials fear."
    assert findings({"draft": wire, "wire": wire}) == []
