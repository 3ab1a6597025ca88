"""Facts of the index behind an answer: parameterised SELECTs over the views, records in contract form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from extractor.language.codes import class_names
from extractor.questions.query import Cause, Limit
from extractor.questions.words import words
from extractor.records import Row
from extractor.store import Index
from extractor.store.contract import columns, names, row, view

_FILLED = ("budget", "actual", "difference", "completion_rate", "unit")


@dataclass(frozen=True, slots=True)
class Fact:
    """A record in contract form (`row`) and what is known about it; `subject` names what the record is about.

    `organisation` is what its organisation is called, whatever the name in that report (juesuan organisations).

    `kind` is that of its report (决算, 预算, 绩效).

    `filled` holds both sides of a variance, with what its clause leaves out taken from the same document.
    """

    row: Row
    id: int
    document_id: int
    organisation: str
    report_year: int | None
    subject: str
    kind: str | None = None
    filled: Row = field(default_factory=dict)
    review: str | None = None

    @property
    def year(self) -> int | None:
        """The fiscal year that the record belongs to."""
        year: int | None = self.row["year"]
        return year

    def preference(self) -> tuple[bool, bool, int]:
        """Sorts the better of two records of one fact first: narrative, the report's own year, the earlier place."""
        return self.row["source"] != "narrative", self.report_year != self.year, self.row["start"]


def number(text: object) -> Decimal | None:
    """The decimal that a field holds, None where it holds none."""
    try:
        return Decimal(str(text)) if text is not None else None
    except InvalidOperation:
        return None


def yuan(value: Decimal, unit: str | None) -> Decimal:
    """The amount in yuan; a value without a unit of money stays as it is."""
    return value * words().money.get(unit or "", Decimal(1))


def documents_of(organisations: Sequence[str]) -> str:
    """A SELECT of the ids of the documents of these organisations (its parameters: their names, twice).

    A document without an organisation goes by its own name; either way it is looked up, not read through.
    """
    marks = ", ".join("?" * len(organisations))
    return (
        f"SELECT id FROM documents WHERE organisation IN ({marks})"
        f" UNION ALL SELECT id FROM documents WHERE organisation IS NULL AND name IN ({marks})"
    )


_OF_ALL = ("year IN", "direction", "compared_with IN", "measure IN", "subject IN")
"""Conditions that hold of very many facts: those of an organisation, or of a subject, are fewer."""


def _unhelpful(conditions: Sequence[str], beginnings: tuple[str, ...]) -> list[str]:
    """The conditions, those that begin so with a + that keeps SQLite from looking rows up by them: it cannot know better."""
    return [f"+{each}" if each.startswith(beginnings) else each for each in conditions]


class Where:
    """Conditions and their parameters, joined by AND."""

    def __init__(self) -> None:
        self.conditions: list[str] = []
        self.parameters: list[Any] = []
        self._whose: tuple[str, ...] = ()

    def add(self, condition: str, *parameters: Any) -> Where:
        """One more condition."""
        self.conditions.append(condition)
        self.parameters.extend(parameters)
        return self

    def among(self, column: str, values: Sequence[Any]) -> Where:
        """The column is one of the values; no values, no condition."""
        if values:
            self.add(f"{column} IN ({', '.join('?' * len(values))})", *values)
        return self

    def where(self, organisations: Sequence[str], years: Sequence[int]) -> Where:
        """Of these organisations, in these years."""
        self._whose = tuple(organisations)
        return self.among("year", years)

    def resolved(self, index: Index) -> tuple[list[str], list[Any]]:
        """The conditions and parameters, the organisations by all names of theirs.

        Where corrections are laid over the index, the ids of their documents are looked up: SQLite does not hand a
        condition that is itself a query down into views of two parts.
        """
        conditions, parameters = list(self.conditions), list(self.parameters)
        if self._whose:
            names = index.units.all_names(self._whose)
            wanted, values = documents_of(names), [*names, *names]
            if index.corrected:
                values = [row[0] for row in index.select(wanted, values)]
                wanted = ", ".join("?" * len(values))
            conditions, parameters = [f"document_id IN ({wanted})", *conditions], [*values, *parameters]
            conditions = [conditions[0], *_unhelpful(conditions[1:], _OF_ALL)]
        elif any(condition.startswith("subject IN") for condition in conditions):
            conditions = _unhelpful(conditions, ("year IN", "direction"))
        return conditions, parameters

    def items(self, prefixes: Sequence[str] = ()) -> Where:
        """Only items of the functional classification, or those below these classes: no totals, no other lines."""
        if prefixes:
            return self.under(prefixes)
        self.add("instr(subject, ?)", f"{words().class_end}/")
        return self._functional("substr(subject, 1, instr(subject, '/') - 1)")

    def classes(self) -> Where:
        """Only classes: official names, and names that are the first of some path."""
        first = "SELECT class FROM subjects WHERE subclass IS NOT NULL AND class LIKE ?"
        official = class_names()
        self.add(
            f"(subject IN ({first}) OR subject IN ({', '.join('?' * len(official))}))",
            f"%{words().class_end}",
            *official,
        )
        return self._functional("subject")

    def _functional(self, column: str) -> Where:
        """What money is spent on (工资福利 …) is another axis: together the two would count everything twice."""
        return self.add(f"{column} NOT IN ({', '.join('?' * len(words().economic))})", *words().economic)

    def costs(self) -> Where:
        """Only lines that are a cost of some kind (三公, 会议费 …), no items and no totals."""
        return self.add("NOT instr(subject, '/') AND substr(subject, -1) = ?", words().cost_end)

    def under(self, prefixes: Sequence[str]) -> Where:
        """Below one of these classes."""
        if prefixes:
            tests = " OR ".join("substr(subject, 1, ?) = ?" for _ in prefixes)
            self.add(f"({tests})", *(x for prefix in prefixes for x in (len(prefix) + 1, f"{prefix}/")))
        return self

    def cause(self, cause: Cause | None, categories: str = "coalesce(categories, category)") -> Where:
        """Explained by it: with its wording, or by a cause of its category; or, negated, explained by neither."""
        if cause is None:
            return self
        tests = ["instr(reason, ?)", *(f"instr('、' || {categories} || '、', ?)" for _ in cause.categories)]
        condition = f"{'NOT ' if cause.negated else ''}({' OR '.join(tests)})"
        named = (f"、{category}、" for category in cause.categories)
        return self.add(f"reason IS NOT NULL AND {condition}", cause.text, *named)

    def limit(self, limit: Limit, column: str, unit: str = "unit") -> Where:
        """The number in `column` stays within the limit; amounts of money are compared in yuan."""
        money = words().money
        if limit.unit in money or (limit.unit == "" and not column.endswith(("rate", "score"))):
            scale, factors = _in_yuan(unit)
            self.parameters.extend(factors)
            wanted = float(yuan(limit.value, limit.unit))
            return self.add(f"round(CAST({column} AS REAL) * {scale}, 4) {_comparator(limit)} ?", wanted)
        condition = f"{column} IS NOT NULL AND round(CAST({column} AS REAL), 6) {_comparator(limit)} ?"
        return self.add(condition, float(limit.value))


def _comparator(limit: Limit) -> str:
    return limit.comparator if limit.comparator in ("<", ">", "<=", ">=", "=") else "="


class Finder:
    """Runs the statements of one question and keeps the last one that found something, to be shown."""

    def __init__(self, index: Index, without: Sequence[str] = ()) -> None:
        """`without`: organisations whose documents are left out."""
        self.index = index
        self.units = index.units
        self.without = self.units.all_names(without)
        self.sql = ""
        self.parameters: list[Any] = []

    def find(self, kind: str, where: Where) -> list[Fact]:
        """The records of a kind that meet the conditions, by document and place."""
        extra = [f'"{name}" AS filled_{name}' for name in _FILLED] if kind == "variance" else []
        report = (f"(SELECT d.{name} FROM documents d WHERE d.id = v.document_id)" for name in ("year", "kind"))
        whose = "coalesce(organisation, document)"
        own = ", ".join((columns(kind), "id", "document_id", whose, *report, "review", *extra))
        conditions, parameters = self._resolved(where)
        condition = " AND ".join(conditions) or "1"
        sql = f'SELECT {own} FROM {view(kind)} v WHERE {condition} ORDER BY document, document_id, start, "end", id'
        found = [self._fact(kind, tuple(each)) for each in self.index.select(sql, parameters)]
        if found or not self.sql:
            self.sql, self.parameters = sql, parameters
        return found

    def extremes(self, where: Where, largest: bool, limit: int) -> list[tuple[int, Decimal]]:
        """The documents with the largest or the smallest amounts, and these (money in yuan): no more is read of them."""
        conditions, parameters = self._resolved(where)
        scale, factors = _in_yuan("unit")
        most = f"{'max' if largest else 'min'}(CAST(value AS REAL) * {scale})"
        sql = f"""SELECT document_id, value, unit, {most} FROM v_amounts v WHERE {" AND ".join(conditions) or "1"}
            GROUP BY document_id ORDER BY 4 {"DESC" if largest else "ASC"}, document_id LIMIT ?"""
        rows = self.index.select(sql, [*factors, *parameters, limit])  # value and unit are those of the extreme
        return [(row[0], yuan(size, row[2])) for row in rows if (size := number(row[1])) is not None]

    def _resolved(self, where: Where) -> tuple[list[str], list[Any]]:
        conditions, parameters = where.resolved(self.index)
        if self.without:
            names = self.index.units.all_names(self.without)
            conditions = [*conditions, f"document_id NOT IN ({documents_of(names)})"]
            parameters = [*parameters, *names, *names]
        return conditions, parameters

    def _fact(self, kind: str, found: tuple[Any, ...]) -> Fact:
        size = len(names(kind))
        identity, document_id, organisation, report_year, report_kind, review = found[size : size + 6]
        filled = dict(zip(_FILLED, found[size + 6 :], strict=False)) if kind == "variance" else {}
        record = row(kind, found[:size])
        subject = str(record.get("subject") or record.get("project") or record.get("rule") or "")
        whose = self.units.name(organisation)
        return Fact(record, identity, document_id, whose, report_year, subject, report_kind, filled, review)


def _in_yuan(unit: str) -> tuple[str, list[Any]]:
    """What SQL multiplies an amount by, and its parameters; `unit` is the column that says what it is counted in."""
    money = words().money
    cases = " ".join("WHEN ? THEN ?" for _ in money)
    return f"CASE {unit} {cases} ELSE 1 END", [x for name, factor in money.items() for x in (name, float(factor))]


def latest(facts: Iterable[Fact]) -> list[Fact]:
    """Of every organisation the facts of its latest year."""
    facts = list(facts)
    last: dict[str, int] = {}
    for fact in facts:
        last[fact.organisation] = max(last.get(fact.organisation, 0), fact.year or 0)
    return [fact for fact in facts if (fact.year or 0) == last[fact.organisation]]


def one_each(facts: Iterable[Fact], same: Callable[[Fact], object]) -> list[Fact]:
    """Of the facts that are `same` the preferred one, in the order of their first appearance."""
    best: dict[object, Fact] = {}
    for fact in facts:
        this = same(fact)
        if this not in best or fact.preference() < best[this].preference():
            best[this] = fact
    return list(best.values())


def unique(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Every record once, in their order."""
    return tuple({(fact.row["record"], fact.id): fact for fact in facts}.values())


def whole_columns(facts: Iterable[Fact]) -> list[Fact]:
    """Without the cells of tables that hold only a part of their subject (基本支出, 项目支出)."""
    parts = set(words().part_columns)
    return [fact for fact in facts if not parts & set(str(fact.row.get("column") or "").split("/"))]
