"""What a search says about itself, in Chinese and English."""

from __future__ import annotations

from extractor.messages import Table, add

_TABLE: Table = {
    "search.literal": (
        "索引里没有与“{typed}”相符的{field}，已按原文查找。",
        "No {field} of the index fits “{typed}”; it was looked for as text.",
    ),
    "search.field.org": ("单位", "organisation"),
    "search.field.subject": ("科目", "subject"),
    "search.field.category": ("原因类别", "category of reasons"),
    "search.field.year": ("年份", "year"),
    "search.field.page": ("页码", "page"),
    "search.synonyms": ("“{typed}”一并查找：{words}。", "With “{typed}” also: {words}."),
    "search.and_more": ("{words} 等 {count} 个", "{words} and more ({count})"),
    "search.loosened": (
        "没有找到原词，以下按扫描件易混字（如 己已、未末）放宽查找。",
        "The words themselves were not found; these hold them with characters that scans confuse.",
    ),
    "search.loose": ("已包括扫描件的易混字。", "Characters that scans confuse are included."),
}

add(_TABLE)
