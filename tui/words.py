"""The interface's words, Chinese and English. A binding's description is a key of this dictionary."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

Say = Callable[..., str]

LANGUAGES = ("zh", "en")

WORDS: dict[str, tuple[str, str]] = {
    # places
    "app": ("决算", "juesuan"),
    "documents": ("报告", "Reports"),
    "results": ("结果", "Results"),
    "reasons": ("差异原因", "Explained variances"),
    "reasons.of": ("{name} 的差异原因", "Explained variances of {name}"),
    "hits": ("搜索“{terms}”", "Search “{terms}”"),
    "rows.of": ("依据：{name}", "Rows behind the answer: {name}"),
    "rows": ("依据", "Rows behind the answer"),
    "evidence": ("原文", "Source text"),
    "count.documents": ("{n} 份", "{n}"),
    "count.documents.of": ("{n} / {total} 份", "{n} of {total}"),
    "count.bad": ("{n} 份读不出", "{n} unreadable"),
    "count.rows": ("{n} 条", "{n} rows"),
    "count.hits": ("{n} 处", "{n} places"),
    "count.more": ("前 {shown} / {n} 条", "first {shown} of {n}"),
    "in.unit": ("单位：{unit}", "in {unit}"),
    "nth": ("第 {n} 条，共 {total} 条", "{n} of {total}"),
    "page": ("第 {n} 页", "page {n}"),
    # inputs
    "search": ("搜索", "Search"),
    "search.hint": ("报告里的词，如 人员调动", "words in the reports, e.g. 人员调动"),
    "ask": ("提问", "Ask"),
    "ask.hint": (
        "一个问题，如 哪些科目因为人员调动没有完成年初预算？",
        "a question in Chinese, e.g. 2022年支出合计是多少？",
    ),
    "filter.hint": ("筛选：单位、年度、类型", "filter: organisation, year, kind"),
    # columns
    "col.document": ("报告", "Report"),
    "col.organisation": ("单位", "Organisation"),
    "col.year": ("年度", "Year"),
    "col.kind": ("类型", "Kind"),
    "col.facts": ("事实", "Facts"),
    "col.pages": ("页数", "Pages"),
    "col.status": ("状态", "Status"),
    "col.subject": ("科目", "Subject"),
    "col.budget": ("预算", "Budget"),
    "col.base": ("基数", "Base"),
    "col.actual": ("决算", "Actual"),
    "col.difference": ("差额", "Difference"),
    "col.change_rate": ("增减%", "Change %"),
    "col.completion_rate": ("完成%", "Done %"),
    "col.reason": ("原因", "Reason"),
    "col.category": ("类别", "Category"),
    "col.compared_with": ("比较", "Against"),
    "col.page": ("页", "Page"),
    "col.unit": ("单位", "Unit"),
    "col.measure": ("指标", "Measure"),
    "col.value": ("数值", "Value"),
    "col.project": ("项目", "Project"),
    "col.indicator": ("绩效指标", "Indicator"),
    "col.target": ("指标值", "Target"),
    "col.score": ("得分", "Score"),
    "col.executed": ("执行", "Executed"),
    "col.section": ("章节", "Section"),
    "col.snippet": ("原文", "Text"),
    "col.quote": ("原文", "Text"),
    # an answer
    "understood": ("理解为", "Read as"),
    "answer": ("答", "Answer"),
    "answer.rows": ("{n} 条，见下表", "{n} rows, below"),
    "suggestions": ("可以这样问（回车选用）", "Try one of these (Enter asks it)"),
    # empty states
    "empty.index": (
        "还没有报告。\n\n退出（q），先把放报告的文件夹读进来：\n\n    juesuan index 文件夹",
        "No reports yet.\n\nQuit (q) and read a folder of reports first:\n\n    juesuan index FOLDER",
    ),
    "empty.reasons": (
        "没有读到差异原因。\n\n按 / 在原文里搜索，或在左边另选一份报告。",
        "No explained variance was read here.\n\nPress / to search the text, or choose another report on the left.",
    ),
    "empty.hits": (
        "没有一段同时含有“{terms}”。\n\n少写几个词，或换一种说法；: 可以直接提问。",
        "No passage holds all of “{terms}”.\n\nUse fewer or other words; : asks a question instead.",
    ),
    "empty.unreadable": (
        "这份报告读不出来（{status}）。\n\n{message}",
        "This report could not be read ({status}).\n\n{message}",
    ),
    "empty.rows": (
        "没有可列出的依据。\n\n换一种问法，或按 / 在原文里搜索。",
        "Nothing to list.\n\nAsk in other words, or press / to search.",
    ),
    "empty.filter": ("没有符合的报告。\nesc 清除筛选。", "No report matches.\nesc clears the filter."),
    "empty.evidence": (
        "在上面选一行，这里显示它在报告里的原文。",
        "Choose a row: its source text appears here.",
    ),
    # toasts
    "copied": ("已复制原文", "Quote copied"),
    "copied.cited": ("已复制原文和出处", "Quote and citation copied"),
    "nothing.to.copy": ("先选一行，再复制。", "Choose a row first, then copy."),
    "last": ("已是最后一条。", "This is the last one."),
    "first": ("已是第一条。", "This is the first one."),
    "busy": ("索引暂时读不了：{why}。按 r 再试。", "The index cannot be read just now: {why}. Press r to try again."),
    "grown": ("索引有更新，报告 {n} 份", "The index has changed: {n} reports"),
    # status of a document
    "status.ok": ("", ""),
    "status.empty": ("空文件", "empty"),
    "status.encrypted": ("加密", "encrypted"),
    "status.damaged": ("损坏", "damaged"),
    "status.no-text": ("无文字层", "no text"),
    "status.unknown-type": ("类型不明", "unknown type"),
    "status.too-large": ("过大", "too large"),
    "status.missing": ("已不在", "missing"),
    # keys
    "key.search": ("搜索", "Search"),
    "key.ask": ("提问", "Ask"),
    "key.filter": ("筛选", "Filter"),
    "key.next": ("逐条", "Next"),
    "key.previous": ("上一条", "Previous"),
    "key.copy": ("复制", "Copy"),
    "key.cite": ("引用", "Cite"),
    "key.help": ("帮助", "Help"),
    "key.quit": ("退出", "Quit"),
    "palette": ("命令", "Commands"),  # Textual's own binding: these keys are its words
    "Open the command palette": ("打开命令面板", "Open the command palette"),
    "key.choose": ("打开", "Open"),
    "key.read": ("看原文", "Read"),
    "key.back": ("返回", "Back"),
    "key.submit": ("确定", "Go"),
    "key.down": ("下移", "Down"),
    "key.up": ("上移", "Up"),
    "key.top": ("到顶", "Top"),
    "key.bottom": ("到底", "Bottom"),
    "key.page.down": ("下翻", "Page down"),
    "key.page.up": ("上翻", "Page up"),
    "key.reload": ("重读索引", "Reload"),
    "key.pane": ("下一栏", "Next pane"),
    "key.pane.back": ("上一栏", "Previous pane"),
    "key.theme": ("深色 / 浅色", "Dark / light"),
    "key.close": ("关闭", "Close"),
    "help.title": ("按键", "Keys"),
    "help.everywhere": ("任何地方", "Everywhere"),
    "help.foot": (
        "鼠标：单击选中，再单击打开，滚轮翻动，拖动可选字（ctrl+c 复制）。",
        "Mouse: click selects, a second click opens, the wheel scrolls, drag selects text (ctrl+c copies).",
    ),
    # palette
    "palette.hint": ("输入命令…", "Type a command…"),
    "command.search": ("在所有报告的原文里找词", "Find words in the text of every report"),
    "command.ask": ("用中文提一个问题", "Ask a question in Chinese"),
    "command.filter": ("按单位、年度、类型缩小报告列表", "Narrow the list of reports"),
    "command.reasons": ("所有报告的差异原因", "Explained variances of all reports"),
    "command.theme": ("换深色或浅色", "Switch between dark and light"),
    "command.cite": ("当前原文连同单位、报告、年度、页码", "The quote with organisation, report, year and page"),
    "command.reload": ("看看索引有没有新报告", "Look for new reports in the index"),
    "command.help": ("所有按键", "Every key"),
    "command.quit": ("离开", "Leave"),
}


def say(key: str, *, lang: str, **values: object) -> str:
    """The words for `key` in `lang`, with `values` filled in; a key that is not in the dictionary is its own words."""
    pair = WORDS.get(key)
    if pair is None:
        return key
    words = pair[LANGUAGES.index(lang)]
    return words.format(**values) if values else words


def speaker(lang: str) -> Say:
    """`say` in one language; anything but a language we have is Chinese."""
    return partial(say, lang=lang if lang in LANGUAGES else LANGUAGES[0])
