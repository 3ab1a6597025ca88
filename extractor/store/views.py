"""The views of index.db: rows that a person or another program reads without joining anything."""

from __future__ import annotations

# `review` is filled where corrections are laid over the index (extractor/corrections), never in the file itself.
_PLACE = 'f.source, f.page, f.start, f."end", f.quote, NULL AS review'
_OF = "f.id, f.document_id, d.name AS document, d.organisation, f.year"

_VARIANCES = f"""
    SELECT {_OF}, s.name AS subject, f.code, f.compared_with,
        f.filled_budget AS budget, f.filled_actual AS actual, f.filled_difference AS difference, f.change_rate,
        f.filled_rate AS completion_rate, f.filled_unit AS unit, f.direction, f.reason, f.category, f.categories,
        f.baseline, f.actual AS printed_actual, f.change, f.completion_rate AS printed_rate, f.unit AS printed_unit,
        {_PLACE}
    FROM variances f JOIN documents d ON d.id = f.document_id JOIN subjects s ON s.id = f.subject_id"""

VIEWS: dict[str, str] = {
    "v_documents": """
    SELECT d.id, d.name, d.sha256, d.format, d.title, d.organisation, d.year, d.kind, d.pages, d.characters,
        d.status, d.message, d.closed, d.closable, d.unbound, d.facts, d.findings, d.version, d.indexed_at
    FROM documents d""",
    "v_passages": """
    SELECT p.id, p.document_id, d.name AS document, d.organisation, d.year, p.text, p.start, p."end", p.page,
        s.title AS section, p.explains
    FROM passages p JOIN documents d ON d.id = p.document_id LEFT JOIN sections s ON s.id = p.section_id""",
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
}
