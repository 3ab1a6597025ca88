"""What the program says, in Chinese and English: `say("key", …)`. A module with much to say brings its own table."""

from __future__ import annotations

import os

ZH, EN = "zh", "en"

Table = dict[str, tuple[str, str]]
"""Key → (Chinese, English), both with the same {fields}."""

_ERRORS: Table = {
    "db.missing": (
        "找不到索引 {path}；请先运行 juesuan index 文件夹。",
        "There is no index at {path}; run juesuan index FOLDER first.",
    ),
    "db.foreign": ("{path} 不是 juesuan 的索引。", "{path} is not an index made by juesuan."),
    "db.newer": (
        "{path} 由更新版本的 juesuan 写成；请升级 juesuan。",
        "{path} was written by a newer juesuan; please upgrade.",
    ),
    "db.older": (
        "{path} 由另一版本的 juesuan 写成；请删除它后重新运行 juesuan index。",
        "{path} was written by another version of juesuan; delete it and run juesuan index again.",
    ),
    "db.former": (
        "{path} 由旧版 juesuan 写成；运行一次 juesuan index（给出报告所在的文件夹）即转为新版，已有内容和修订都会保留。",
        "{path} was written by an earlier juesuan; run juesuan index with the folder of the reports once, and it becomes"
        " an index of this one that keeps what it holds and what was corrected.",
    ),
    "db.slow": (
        "查询超过 {seconds} 秒，已停止；请缩小范围。",
        "The query took more than {seconds} seconds and was stopped; narrow it down.",
    ),
    "db.interrupted": ("查询已中止。", "The query was ended."),
    "db.damaged": (
        "{path} 已损坏；请删除它后重新运行 juesuan index。",
        "{path} is damaged; delete it and run juesuan index again.",
    ),
    "db.unwritable": ("无法写入 {path}；请检查文件夹和权限。", "{path} cannot be written; check its permissions."),
    "db.write": ("写入 {path} 时出错：{detail}。", "Writing to {path} failed: {detail}."),
    "db.full": (
        "磁盘已满，写不进 {path}；已写入的文件都还在，腾出空间后重新运行 juesuan index。",
        "The disk is full: {path} cannot be written. What was written stays; make room and run juesuan index again.",
    ),
    "db.busy": (
        "另一个程序正在写入 {path}；请稍后再试。",
        "Another program is writing to {path}; try again later.",
    ),
    "log.unwritable": ("无法写日志 {path}：{detail}。", "The log {path} cannot be written: {detail}."),
    "system.failed": ("系统出错：{detail}。", "The system failed: {detail}."),
    "db.query": ("在 {path} 中无法执行查询：{detail}。", "The query of {path} failed: {detail}."),
    "semantic.missing": (
        "按意思找需要另装：pip install 'juesuan[semantic]'。",
        "Search by meaning needs pip install 'juesuan[semantic]'.",
    ),
    "db.closed": ("{path} 已关闭。", "{path} is closed."),
    "db.unreadable": ("无法打开 {path}；请检查读取权限。", "{path} cannot be opened; check its permissions."),
    "document.unknown": ("索引里没有名称含“{name}”的文件。", "No document in the index has “{name}” in its name."),
    "document.several": ("“{name}”对应多个文件：{names}。", "“{name}” means several documents: {names}."),
    "reason.unknown": ("索引里没有编号为 {id} 的原因。", "There is no reason with the id {id} in the index."),
    "kind.unknown": ("没有“{kind}”这种记录，可选：{kinds}。", "There is no record kind “{kind}”; choose from {kinds}."),
}

_FILES: Table = {
    "path.missing": ("没有这个文件或文件夹：{path}。", "There is no such file or folder: {path}."),
    "path.empty": ("{path} 里没有可以读取的报告。", "There are no reports in {path}."),
    "file.unreadable": ("文件无法打开：{detail}。", "The file cannot be opened: {detail}."),
    "file.failed": (
        "处理这个文件时程序出错（{detail}）；其他文件不受影响。",
        "The program failed on this file ({detail}); the others are not affected.",
    ),
    "findings.unchecked": (
        "核对这份报告的一组规则（{rule}）时程序出错（{detail}），这组规则没有核对；记录不受影响。",
        "The program failed on a group of rules ({rule}: {detail}), which were not checked; the records are not affected.",
    ),
    "file.slow": (
        "读这个文件超过 {seconds} 秒，已放弃；要多给些时间，用 --timeout 和 --retry 再索引一次。",
        "Reading this file took more than {seconds} seconds and was given up; to allow more, index again with --timeout and --retry.",
    ),
    "file.crashed": (
        "读这个文件的进程崩溃了（{detail}）；其他文件不受影响。",
        "The process reading this file crashed ({detail}); the others are not affected.",
    ),
    "file.memory": (
        "读这个文件要用的内存太多，已放弃。",
        "Reading this file takes too much memory and was given up.",
    ),
    "file.changing": (
        "文件在读取时变了；请在它写完后重新运行 juesuan index。",
        "The file changed while it was read; run juesuan index again when it is written.",
    ),
}

# What was being done when the program failed on a part of a report.
_STAGES: Table = {
    "stage.failed": (
        "程序出错，这份报告的一部分没有读：{stages}；其余不受影响。",
        "The program failed on a part of this report: {stages}; the rest is not affected.",
    ),
    "stage.performance": ("绩效", "performance"),
    "stage.narrative": ("正文段落", "paragraphs"),
    "stage.amounts": ("正文金额", "amounts"),
    "stage.variances": ("增减比较", "comparisons"),
    "stage.unbound": ("未归科目的数字", "unbound figures"),
    "stage.tables": ("表格", "tables"),
    "stage.passages": ("检索段落", "passages"),
    "stage.sums": ("合计", "totals"),
    "stage.checks": ("核对", "findings"),
}

_LEXICON: Table = {
    "lexicon.missing": ("没有词表文件夹 {path}。", "There is no lexicon folder {path}."),
    "lexicon.foreign": (
        "{path} 不是词表文件；词表文件名可以是：{names}。",
        "{path} is no lexicon file; their names are: {names}.",
    ),
    "lexicon.unusable": (
        "词表 {path} 用不了，请检查：{detail}。",
        "The lexicon {path} cannot be used, please check: {detail}.",
    ),
}

_EXPORT: Table = {
    "export.format": (
        "不支持导出为“{format}”，可选：{formats}。",
        "Cannot export as “{format}”; choose from {formats}.",
    ),
    "export.column": (
        "没有“{column}”这一列，可选：{columns}。",
        "There is no column “{column}”; choose from {columns}.",
    ),
    "export.unit": ("单位不能是“{unit}”，可选：{units}。", "The unit cannot be “{unit}”; choose from {units}."),
    "export.contract": (
        "jsonl 一律是 docs/records.md 的记录，不选列，也不换算单位；请用 csv、xlsx、parquet 或 dta。",
        "jsonl always holds the records of docs/records.md: choose csv, xlsx, parquet or dta for columns or a unit.",
    ),
    "export.needs": (
        "这一格式需要 {module}：pip install 'juesuan[{extra}]'。",
        "This format needs {module}: pip install 'juesuan[{extra}]'.",
    ),
    "export.key": ("面板的键不能是“{name}”，可选：{keys}。", "A panel's key cannot be “{name}”; choose from {keys}."),
    "panel.sheet": ("面板", "panel"),
    "panel.title": (
        "# 代码本\n\n{rows} 行；每行由 {keys} 确定。",
        "# Codebook\n\n{rows} rows; {keys} determine a row.",
    ),
    "panel.how": (
        "每格取该单位当年报告自己的数，正文先于表格；单位名称已归并（juesuan organisations）。"
        "“不一致”是同等可取的数不止一个的格数，取在前的。空格表示报告没有说，不是零。",
        "Each cell is what the organisation's report of that year says, its text before its tables; organisations are\n"
        "reconciled (juesuan organisations). `conflicts` counts cells with different figures of equal rank: the first in\n"
        "the text is taken. An empty cell means that the report does not say, not zero.",
    ),
    "panel.column": ("列", "column"),
    "panel.meaning": ("含义", "meaning"),
    "panel.unit": ("单位", "unit"),
    "panel.count": ("非空", "not empty"),
    "panel.mean": ("平均", "mean"),
    "panel.deviation": ("标准差", "standard deviation"),
    "panel.least": ("最小", "least"),
    "panel.most": ("最大", "most"),
    "panel.conflicts": ("不一致", "conflicts"),
    "panel.distinct": ("{count} 个不同的值", "{count} different values"),
    "panel.own": ("该行的科目", "the row's subject"),
    "export.dictionary": ("数据字典", "dictionary"),
    "export.dictionary.sheet": ("工作表", "sheet"),
    "export.dictionary.column": ("列", "column"),
    "export.dictionary.label": ("名称", "label"),
    "export.dictionary.type": ("类型", "type"),
    "export.dictionary.meaning": ("含义", "meaning"),
    "export.type.text": ("文字", "text"),
    "export.type.integer": ("整数", "integer"),
    "export.type.figure": ("数值", "number"),
    "page": ("第{page}页", "p.{page}"),
    "export.terminal": (
        "{format} 不是给终端看的；请用 -o 写到文件。",
        "{format} is not for a terminal; write it to a file with -o.",
    ),
    "export.unwritable": ("无法写入 {path}：{detail}。", "Cannot write {path}: {detail}."),
}

_DISTRIBUTED: Table = {
    "engine.needs": (
        "这需要 {module}：pip install 'juesuan[{extra}]'。",
        "This needs {module}: pip install 'juesuan[{extra}]'.",
    ),
    "engine.none": (
        "连不上 {address} 的调度器；请检查地址，或先运行 dask scheduler。",
        "There is no scheduler at {address}; check the address, or run dask scheduler first.",
    ),
    "engine.lost": (
        "与调度器断了联系；写好的部分都在，再运行一次就接着做。",
        "The scheduler was lost; the parts already written are kept: run again to go on.",
    ),
    "engine.failed": (
        "工作进程不能执行任务（{detail}）；请在每台机器上装同一版本的 juesuan[dask]。",
        "The workers cannot do the task ({detail}); install the same juesuan[dask] on every machine.",
    ),
    "engine.version": (
        "工作进程的抽取版本是 {own}，这里是 {version}；请让每台机器的 juesuan、词表和可选程序（OCR、LibreOffice）一致。",
        "A worker extracts by version {own}, this is {version}; every machine needs the same juesuan, lexicon and"
        " optional programs (OCR, LibreOffice).",
    ),
    "engine.address": (
        "{place} 不在本机；请加 --engine dask，或先下载到文件夹。",
        "{place} is not on this machine; add --engine dask, or download it to a folder first.",
    ),
    "engine.option": (
        "{option} 只能和 --engine dask 一起用。",
        "{option} goes with --engine dask only.",
    ),
    "engine.without": (
        "{option} 不能和 --engine dask 一起用。",
        "{option} does not go with --engine dask.",
    ),
    "place.unusable": ("打不开 {place}：{detail}。", "Cannot open {place}: {detail}."),
    "parts.version": (
        "{place} 里的部分是版本 {other} 抽取的，现在是 {version}；请换一个 --parts，或删掉旧的。",
        "The parts at {place} are of version {other}, this is {version}; name other --parts, or remove the old ones.",
    ),
    "parts.mixed": (
        "{place} 里有几个版本抽取的部分（{versions}），不能合在一起；请只留一个版本的。",
        "The parts at {place} are of several versions ({versions}); keep those of one.",
    ),
    "parts.schema": (
        "{place} 里的部分是另一版 juesuan 写的，列不相同；请用那一版，或重新抽取。",
        "The parts at {place} were written by another juesuan, with other columns; use that one, or extract anew.",
    ),
    "parts.empty": (
        "{place} 里没有写完的部分；先运行 juesuan index … --engine dask --parts {place}。",
        "There are no parts at {place}; first run juesuan index … --engine dask --parts {place}.",
    ),
    "parts.index": (
        "{what} 要用索引：先运行 juesuan merge {place} --db index.db。",
        "{what} needs an index: first run juesuan merge {place} --db index.db.",
    ),
    "sql.select": ("只能用一条 SELECT 查询。", "Only one SELECT can be asked."),
    "sql.more": (
        "只显示前 {limit} 行；要更多用 --limit。",
        "Only the first {limit} rows are shown; --limit shows more.",
    ),
    "parts.below": (
        "{place} 里没有 {below} 下的报告。",
        "The parts at {place} hold no report below {below}.",
    ),
    "parts.damaged": ("{path} 读不了：{detail}。", "Cannot read {path}: {detail}."),
}

_CORRECTIONS: Table = {
    "corrections.unwritable": ("无法写入 {path}：{detail}。", "Cannot write {path}: {detail}."),
    "corrections.unreadable": ("无法读取 {path}：{detail}。", "Cannot read {path}: {detail}."),
    "corrections.line": (
        "{path} 第 {line} 行不是更正记录；请修好或删去这一行。",
        "Line {line} of {path} is no correction; repair or remove it.",
    ),
    "corrections.unknown": ("没有编号为 {id} 的有效更正。", "There is no correction {id} in force."),
    "corrections.no_fact": ("索引里没有编号为 {id} 的{kind}。", "There is no {kind} with the id {id} in the index."),
    "corrections.empty": ("请写明更正什么，如 category=人员变动。", "Say what to correct, such as category=人员变动."),
    "corrections.field": (
        "“{field}”不能更正，可以更正：{fields}。",
        "“{field}” cannot be corrected; these can: {fields}.",
    ),
    "corrections.needed": ("“{field}”不能为空。", "“{field}” cannot be empty."),
    "corrections.choice": (
        "“{field}”不能是“{value}”，可选：{choices}。",
        "“{field}” cannot be “{value}”; choose from {choices}.",
    ),
    "corrections.figure": ("“{field}”应为数字，而不是“{value}”。", "“{field}” must be a number, not “{value}”."),
}

_ORGANISATIONS: Table = {
    "organisations.decision": (
        "不能这样决定；请看 juesuan organisations --help。",
        "That cannot be decided; see --help.",
    ),
    "organisations.unknown": ("索引里没有叫“{name}”的单位。", "No organisation in the index is called “{name}”."),
}

_TABLE: Table = {
    **_ERRORS,
    **_FILES,
    **_STAGES,
    **_LEXICON,
    **_EXPORT,
    **_DISTRIBUTED,
    **_CORRECTIONS,
    **_ORGANISATIONS,
}
_chosen: str | None = None


def add(table: Table) -> None:
    """Make the messages of a module known to `say`."""
    _TABLE.update(table)


def knows(key: str) -> bool:
    """True where there is a message `key`."""
    return key in _TABLE


def use(lang: str | None) -> None:
    """Speak this language from now on; None: the environment's."""
    global _chosen
    _chosen = lang


def language() -> str:
    """zh or en: what was chosen, else what LC_ALL, LC_MESSAGES or LANG says; Chinese unless that is English."""
    if _chosen:
        return _chosen
    set_by = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return EN if set_by.lower().startswith("en") else ZH


def say(key: str, **values: object) -> str:
    """The message in the language in use, its {fields} filled in."""
    chinese, english = _TABLE[key]
    return (english if language() == EN else chinese).format(**values)
