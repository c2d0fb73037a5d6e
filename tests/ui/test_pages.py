"""The pages, driven without a browser. The engine is replaced: what is tested is what the pages do with an audit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from qa_app.core.errors import InvalidTemplate, ModelUnavailable
from qa_app.core.result import Audit, Unreadable
from qa_app.templates import TemplateEntry
from qa_app.ui import engine, language
from qa_app.ui.language import count, say

UI = Path(language.__file__).parent
PAGES = sorted(path.stem for path in (UI / "pages").glob("[a-z]*.py"))
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _entries() -> tuple[TemplateEntry, ...]:
    return tuple(TemplateEntry(name, name.title(), "1", "wales", "stable", Path(name)) for name in ("wales-2025", "other"))


@pytest.fixture(autouse=True)
def _quick_engine(monkeypatch: pytest.MonkeyPatch, audit_of: Callable[..., Audit]) -> None:
    """Files are called unreadable when they begin with ``bad``; all others become the same invented plan."""

    def audit(template: str, files: Sequence[tuple[str, bytes]], progress: engine.Progress) -> Audit:
        names = [name for name, data in files if not data.startswith(b"bad")]
        progress(1, 0, "reading a_file_.docx")
        for done, name in enumerate(names, 1):
            progress(done, len(names), f"judged {name}")
        bad = tuple(Unreadable(n, "The file is damaged.", "Ask for it again.") for n, d in files if d.startswith(b"bad"))
        return audit_of(*names, unreadable=bad)

    template = audit_of("one.docx").template
    monkeypatch.setattr(engine, "audit", audit)
    monkeypatch.setattr(engine, "samples", lambda: (("sample one.docx", b"x"), ("sample two, scan.pdf", b"x")))
    monkeypatch.setattr(engine, "templates", _entries)
    monkeypatch.setattr(engine, "template", lambda _: template)
    monkeypatch.setattr(
        engine, "cards", lambda: (engine.Card("smart", "# Smart\n\nGood."), engine.Card("voice", problem="Gone."))
    )


def _open(page: str = "audit") -> AppTest:
    at = AppTest.from_file(str(UI / "app.py"), default_timeout=20).run()
    return at if page == "audit" else at.switch_page(f"pages/{page}.py").run()


def _shown(at: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in at.html)


def _sampled() -> AppTest:
    return _open().button(key="samples").click().run()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_before_anything_was_audited(page: str) -> None:
    at = _open(page)
    assert not at.exception
    assert at.title
    assert len(PAGES) == 6


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_after_an_audit(page: str) -> None:
    at = _sampled().switch_page(f"pages/{page}.py").run()
    assert not at.exception


def test_audit_cannot_start_without_files() -> None:
    assert _open().button(key="start").disabled


def test_one_bad_file_among_good_ones_is_named_and_harms_no_other() -> None:
    at = _open()
    at.file_uploader[0].set_value([("good.docx", b"x", DOCX), ("<i>broken</i>.docx", b"bad", DOCX), ("more.docx", b"x", DOCX)])
    at.run()
    start = at.button(key="start")
    assert start.label == count("audit.start", 3)
    at = start.click().run()
    assert not at.exception
    assert at.header[0].value == count("batch.plans", 2)
    assert at.warning[0].value == count("batch.unreadable", 1)
    assert "&lt;i&gt;broken&lt;/i&gt;.docx" in _shown(at)
    assert "Ask for it again." in _shown(at)
    assert {button.label for button in at.download_button} == {say("batch.workbook"), say("batch.json")}


def test_files_that_are_all_bad_still_get_their_downloads() -> None:
    at = _open()
    at.file_uploader[0].set_value([("a.docx", b"bad", DOCX)]).run()
    at = at.button(key="start").click().run()
    assert at.header[0].value == count("batch.plans", 0)
    assert len(at.download_button) == 2
    assert not at.switch_page("pages/plan.py").run().exception


def test_what_is_downloaded_is_the_audit(audit_of: Callable[..., Audit]) -> None:
    audit = audit_of("one.docx")
    assert engine.workbook(audit).startswith(b"PK")
    assert b'"file": "one.docx"' in engine.as_json(audit)


def test_uploaded_bytes_do_not_stay_after_the_audit() -> None:
    at = _open()
    at.file_uploader[0].set_value([("good.docx", b"x", DOCX)]).run()
    at = at.button(key="start").click().run()
    assert not at.file_uploader[0].value


def test_the_audit_and_the_chosen_plan_survive_a_change_of_page() -> None:
    at = _sampled()
    at = at.selectbox(key="open-1").set_value(1).run().switch_page("pages/plan.py").run()
    assert "two, scan.pdf" in _shown(at)
    at = at.switch_page("pages/help.py").run().switch_page("pages/plan.py").run()
    assert "two, scan.pdf" in _shown(at)
    assert at.switch_page("pages/audit.py").run().header[0].value == count("batch.plans", 2)


def test_choosing_a_criterion_shows_its_reason_and_marks_its_evidence() -> None:
    at = _sampled().switch_page("pages/plan.py").run()
    criteria = at.radio[0]
    assert len(criteria.options) == 10
    assert "Reason for Views and aspirations." in _shown(at)
    at = criteria.set_value(_option(at, "SMART targets")).run()
    assert "Reason for SMART targets." in _shown(at)
    assert 'href="#evidence-2"' in _shown(at)
    assert 'id="evidence-2"' in _shown(at)


def _option(at: AppTest, title: str) -> object:
    state = at.session_state["pep_qa"]
    return next(result for result in state.shown.results if result.criterion.title == title)


def test_the_whole_report_can_be_had_on_one_page_for_printing() -> None:
    at = _sampled().switch_page("pages/plan.py").run()
    at = at.toggle(key="print").set_value(True).run()
    assert not at.exception
    assert not at.radio
    titles = [header.value for header in at.header]
    assert titles == [say(f"plan.{part}") for part in ("criteria", "targets", "views", "wording", "facts", "reading")]


def test_a_plan_with_an_unread_page_says_so_first() -> None:
    at = _sampled().selectbox(key="open-1").set_value(1).run().switch_page("pages/plan.py").run()
    assert at.error[0].value == say("plan.unread_first")


def test_forgetting_an_audit_leaves_nothing_of_it() -> None:
    at = _sampled().button(key="clear").click().run()
    assert at.session_state["pep_qa"].audit is None
    assert not at.header
    assert at.switch_page("pages/plan.py").run().info[0].value == say("plan.none")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (InvalidTemplate("mine.yaml", ["Line 3: “wieght” is not known."]), "wieght"),
        (ModelUnavailable("The model “smart” is missing."), "missing"),
        (KeyError("Gwenno cried at lunch"), "KeyError"),
    ],
)
def test_what_keeps_an_audit_from_being_made_is_said_in_words(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], error: Exception, words: str
) -> None:
    def fail(*_: object) -> Audit:
        raise error

    monkeypatch.setattr(engine, "audit", fail)
    at = _sampled()
    assert not at.exception
    said = " ".join(str(shown.value) for shown in at.error)
    assert words in said
    assert "Gwenno" not in said + "".join(capfd.readouterr())


def test_a_broken_template_is_explained_where_it_is_browsed(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> None:
        raise InvalidTemplate("wales-2025", ["Line 3 is wrong."])

    monkeypatch.setattr(engine, "template", broken)
    at = _open("templates")
    assert not at.exception
    assert "Line 3 is wrong" in at.error[1].value.replace("\\", "")


def test_every_criterion_of_a_template_is_shown_with_its_ratings() -> None:
    at = _open("templates")
    assert len(at.expander) == 10
    assert "More than enough." in _shown(at)


def test_a_model_without_a_card_does_not_hide_the_others() -> None:
    at = _open("accuracy")
    assert at.markdown[-1].value.startswith("### Smart")
    assert "Gone" in at.error[0].value
