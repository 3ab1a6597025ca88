"""The views of index.db: rows that a person or another program reads without joining anything."""

from __future__ import annotations

from extractor.store import stored

# `review` is filled where corrections are laid over the index (extractor/corrections), never in the file itself.
_PLACE = 'f.source, f.page, f.start, f."end", {quote} AS quote, NULL AS review'
_OF = "f.id, f.document_id, d.name AS document, d.organisation, f.year"

_VARIANCES = f"""
    SELECT {_OF}, s.name AS subject, f.code, f.compared_with,
        f.filled_budget AS budget, f.filled_actual AS actual, f.filled_difference AS difference, f.change_rate,
        f.filled_rate AS completion_rate, f.filled_unit AS unit, f.direction, f.reason, f.category, f.categories,
        f.baseline, f.actual AS printed_actual, f.change, f.completion_rate AS printed_rate, f.unit AS printed_unit,
        {_PLACE}
    FROM variances f JOIN documents d ON d.id = f.document_id JOIN subjects s ON s.id = f.subject_id"""

_FIGURES = """v.id, v.document_id, v.document, v.organisation, v.year, v.subject, s.leaf, e.class, e.depth,
        v.compared_with, e.budget, e.actual, e.difference, e.rate, v.direction, v.category, v.reason, v.page, v.quote,
        v.review"""

DERIVED = ("v_execution", "v_shortfalls", "v_totals", "v_running_costs", "v_unmet_indicators", "v_categories")
"""Views of other views and tables: what is laid over those shows in these."""


def _one_row(**subjects: str) -> str:
    """A report's own figures of the named subjects as columns, in yuan: its outturn, or the budget of a budget report;
    what the running text says before what a table does, what comes first before what comes later."""
    names = ", ".join(f"'{name}'" for name in subjects.values())
    columns = ",\n        ".join(
        f"max(CASE WHEN f.subject = '{name}' THEN f.yuan END) AS \"{column}\"" for column, name in subjects.items()
    )
    return f"""
    SELECT d.id AS document_id, d.name AS document, d.organisation, d.year, d.kind,
        {columns}
    FROM (
        SELECT a.document_id, s.name AS subject, CAST(a.yuan AS DOUBLE) AS yuan,
            row_number() OVER (PARTITION BY a.document_id, s.name ORDER BY a.source = 'table', a.start, a.id) AS nth
        FROM amounts a JOIN subjects s ON s.id = a.subject_id JOIN documents d ON d.id = a.document_id
        WHERE s.name IN ({names}) AND a.yuan IS NOT NULL AND a.year = d.year
            AND a.measure = CASE d.kind WHEN '预算' THEN '预算数' ELSE '决算数' END
            AND coalesce(a."column", '') IN ('', '合计', '决算数', '支出/决算数', '收入/决算数')
    ) f JOIN documents d ON d.id = f.document_id
    WHERE f.nth = 1 GROUP BY d.id, d.name, d.organisation, d.year, d.kind"""


_VIEWS = {
    "v_documents": """
    SELECT d.id, d.name, d.sha256, d.format, d.title, d.organisation, d.year, d.kind, d.pages, d.characters,
        d.status, d.message, d.closed, d.closable, d.unbound, d.facts, d.findings, d.version, d.indexed_at
    FROM documents d""",
    "v_texts": """
    SELECT d.id AS document_id, d.name AS document, {whole} AS text
    FROM documents d WHERE d.status = 'ok'""",
    # A LEFT JOIN is not made where nothing is asked of it: a search reads a thousand texts.
    "v_passages": """
    SELECT p.id, p.document_id, d.name AS document, d.organisation, d.year, {text} AS text,
        p.start, p."end", p.page, s.title AS section, p.explains
    FROM passages p LEFT JOIN documents d ON d.id = p.document_id LEFT JOIN sections s ON s.id = p.section_id""",
    "v_tables": """
    SELECT t.id, t.document_id, d.name AS document, d.organisation, d.year, t.name, t.title, t.page, t.start, t."end",
        t.rows, t.columns, t.cells
    FROM tables t JOIN documents d ON d.id = t.document_id""",
    "v_amounts": f"""
    SELECT {_OF}, s.name AS subject, f.code, f.measure, f.value, f.unit, f.yuan, f.stated, f."table", f."column",
        {_PLACE}
    FROM amounts f JOIN documents d ON d.id = f.document_id JOIN subjects s ON s.id = f.subject_id""",
    "v_variances": _VARIANCES,
    "v_reasons": f"{_VARIANCES}\n    WHERE f.reason IS NOT NULL",
    "v_causes": f"""
    SELECT {_OF}, f.subject, f.compared_with, f.direction, f.text, f.category, f.rank, f.variance_id, f.indicator_id,
        {_PLACE}
    FROM reasons f JOIN documents d ON d.id = f.document_id""",
    "v_projects": f"""
    SELECT {_OF}, f.project, f.budget, f.executed, f.completion_rate, f.unit, f.score, f.problems, f.improvements,
        {_PLACE}
    FROM projects f JOIN documents d ON d.id = f.document_id""",
    "v_indicators": f"""
    SELECT {_OF}, f.project, f.indicator, f.type, f.comparator, f.target, f.actual, f.unit, f.score, f.full_score,
        f.reason, f.category, {_PLACE}
    FROM indicators f JOIN documents d ON d.id = f.document_id""",
    "v_findings": f"""
    SELECT {_OF}, f.rule, f.severity, f.message, f.expected, f.observed, f.evidence, {_PLACE}
    FROM findings f JOIN documents d ON d.id = f.document_id""",
    "v_execution": f"""
    SELECT {_FIGURES}
    FROM explained e JOIN v_variances v ON v.id = e.id JOIN subjects s ON s.id = e.subject_id
    WHERE e.compared_with IN ('年初预算', '全年预算', '预算')""",
    "v_shortfalls": f"""
    SELECT {_FIGURES}
    FROM explained e JOIN v_variances v ON v.id = e.id JOIN subjects s ON s.id = e.subject_id
    WHERE e.compared_with = '年初预算' AND e.direction = '减少' AND e.depth = 3""",
    "v_totals": _one_row(
        income="收入总计",
        expenditure="支出总计",
        fiscal_expenditure="一般公共预算财政拨款支出",
        basic="基本支出",
        projects="项目支出",
    ),
    "v_running_costs": _one_row(
        all="“三公”经费", abroad="因公出国（境）费", cars="公务用车购置及运行费", receptions="公务接待费"
    ),
    "v_unmet_indicators": """
    SELECT id, document_id, document, organisation, year, project, indicator, type, comparator, target, actual, unit,
        reason, category, page, quote, review
    FROM v_indicators WHERE reason IS NOT NULL""",
    "v_categories": """
    SELECT e.year, e.category, count(*) AS count, round(sum(e.difference), 2) AS difference
    FROM explained e GROUP BY e.year, e.category""",
}


def views(quote: str, text: str, whole: str) -> dict[str, str]:
    """The views by name, given the SQL of the clause of a fact `f`, of the text of a passage `p` and of a document `d`."""
    return {name: sql.format(quote=quote, text=text, whole=whole) for name, sql in _VIEWS.items()}


VIEWS = views(stored.between("f"), stored.unbroken("p"), stored.whole("d.id"))
