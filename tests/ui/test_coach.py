"""The coach page with the program's own judges."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from qa_app.ui import language

APP = Path(language.__file__).parent / "app.py"


def _coach() -> AppTest:
    return AppTest.from_file(str(APP), default_timeout=60).run().switch_page("pages/coach.py").run()


def _shown(at: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in at.html)


def test_a_target_is_judged_with_its_proof_marked_and_a_better_version() -> None:
    at = _coach()
    at.text_area(key="target").set_value("Read 90 words a minute from his own book by 27 March 2026")
    at = at.text_input(key="who").set_value("<b>Mr Prys</b>").run()
    assert not at.exception
    shown = _shown(at)
    assert "Time-bound" in shown
    assert "<mark" in shown
    assert "pq-better" in shown
    assert "<b>Mr" not in shown


def test_a_passage_is_judged_for_whose_view_it_is_and_for_its_wording() -> None:
    at = _coach()
    at = at.text_area(key="passage").set_value("Gwenno is attention-seeking and lazy.").run()
    assert not at.exception
    shown = _shown(at)
    assert "pq-flag" in shown
    assert "blockquote" in shown


def test_spaces_alone_are_not_judged() -> None:
    at = _coach()
    assert len(at.info) == 2
    assert len(at.text_area(key="target").set_value("   ").run().info) == 2
