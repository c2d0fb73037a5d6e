"""Tables, CSV and the data dictionary."""

import csv
import string
from pathlib import Path

import pytest

from qa_app.core.result import Audit
from qa_app.report.dictionary import data_dictionary
from qa_app.report.language import LANGUAGES, words_in
from qa_app.report.tables import all_tables
from qa_app.report.tidy import write_csv
from tests.report.builders import GAP, SAMPLE, TARGET, WISH, audit

TABLES = {table.key: table for table in all_tables(audit(*SAMPLE, unread=True))}


def cells(table, column):
    return [row[TABLES[table].index(column)] for row in TABLES[table].rows]


def test_every_row_is_as_wide_as_its_table_and_every_column_has_a_meaning():
    for table in TABLES.values():
        assert all(len(row) == len(table.columns) for row in table.rows), table.key
        assert all(column.title and column.meaning for column in table.columns), table.key
        assert len({column.key for column in table.columns}) == len(table.columns), table.key
        assert table.when_empty


@pytest.mark.parametrize(
    ("table", "column", "first"),
    [
        ("summary", "child", "Wren Abadi"),
        ("criteria", "evidence", f"“{WISH}”"),
        ("criteria", "rating", 3),
        ("evidence", "found", "yes"),
        ("targets", "target", TARGET),
        ("targets", "met", 3),
        ("previous_targets", "target", GAP),
        ("views", "label", "quoted"),
        ("wishes", "answer", TARGET),
        ("language", "severity", "medium"),
        ("dates", "in_time", "no"),
        ("links", "need", GAP),
        ("facts", "fact", "child"),
        ("unreadable", "file", "locked.pdf"),
    ],
)
def test_the_first_row_says(table, column, first):
    assert cells(table, column)[0] == first


def test_a_search_that_found_nothing_is_a_row():
    assert "a date by which" in cells("evidence", "quote")


def test_what_could_not_be_read_is_named_in_summary_and_list():
    assert all("page 2" in words for words in cells("summary", "attention"))
    assert cells("unreadable", "part")[1:] == ["page 2"] * len(SAMPLE)


def test_ratings_that_are_none_stay_words():
    assert {"n/a", "?"} <= set(cells("criteria", "rating"))


def test_csv_holds_every_row_and_runs_nothing(tmp_path):
    written = write_csv(audit(*SAMPLE, extra="x"), tmp_path / "new")
    assert {path.stem for path in written} == {*TABLES, "ratings"}
    with (tmp_path / "new" / "criteria.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(TABLES["criteria"].rows)
    with (tmp_path / "new" / "ratings.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["rating.views"] for row in csv.DictReader(file)] == ["3", "2", "0", "", "2", "1"]


def test_csv_of_an_audit_without_plans_has_heads(tmp_path):
    program = audit()
    write_csv(Audit("", program.template, ()), tmp_path)
    assert (tmp_path / "ratings.csv").read_text("utf-8-sig").startswith("plan,file,rating.views,rating.plan")


def test_the_data_dictionary_is_up_to_date():
    page = Path(__file__).parents[2] / "docs" / "data-dictionary.md"
    assert page.read_text("utf-8") == data_dictionary(), "run: python -m qa_app.report.dictionary > docs/data-dictionary.md"


def names_in(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys_and_the_same_gaps_to_fill():
    english, welsh = (words_in(language).texts for language in LANGUAGES)
    assert set(english) == set(welsh)
    assert {key: names_in(text) for key, text in english.items()} == {key: names_in(text) for key, text in welsh.items()}


def test_welsh_titles_and_english_quotes():
    tables = {table.key: table for table in all_tables(audit(*SAMPLE), words_in("cy"))}
    assert tables["summary"].title == "Crynodeb"
    assert tables["targets"].rows[0][tables["targets"].index("target")] == TARGET
