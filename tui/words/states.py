"""Empty states, toasts, dialogues: what is said when something happens or nothing is there."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # empty states
    "empty.index": (
        "还没有报告。\n\n按 ctrl+n，选一个放报告的文件夹，马上开始读。",
        "No reports yet.\n\nPress ctrl+n and name a folder of reports: reading begins at once.",
    ),
    "empty.reports": ("没有符合的报告。\n\nesc 清除筛选。", "No report matches.\n\nesc clears the filter."),
    "empty.reasons": (
        "没有符合的差异原因。\n\nesc 清除筛选，或按 / 在原文里搜索。",
        "No explained variance matches.\n\nesc clears the filter, / searches the text.",
    ),
    "empty.findings": (
        "没有发现前后矛盾之处。\n\nesc 清除筛选；规则见 juesuan check。",
        "No contradiction was found.\n\nesc clears the filter; the rules: juesuan check.",
    ),
    "empty.search": (
        "输入要找的词，边打边出结果。\n\n"
        "~人员调动　　　　连同义词\n退休 OR 调出　　其一\n防汛 -抗旱　　　不含后者\n"
        "年份:2022　单位:科协　科目:住房　类别:人员变动　页:12",
        "Type words: what is found appears as you type.\n\n"
        "~人员调动          with synonyms\n退休 OR 调出       either\n防汛 -抗旱         not the second\n"
        "year:2022  org:科协  subject:住房  category:人员变动  page:12",
    ),
    "empty.hits": (
        "没有一段符合“{terms}”。\n\n少写几个词，加 ~ 连同义词一起找；按 : 直接提问。",
        "No passage matches “{terms}”.\n\nUse fewer words, or ~ for synonyms; : asks a question instead.",
    ),
    "empty.ask": ("问一个问题，或选一个：", "Ask a question, or choose one:"),
    "empty.rows": (
        "没有可列出的依据。\n\n换一种问法，或按 / 在原文里搜索。",
        "Nothing to list.\n\nAsk in other words, or press / to search.",
    ),
    "empty.basket": (
        "篮子是空的。\n\n在任何一行按 b 放进来；下次打开还在。",
        "The basket is empty.\n\nPress b on any row to put it here; it will still be there next time.",
    ),
    "empty.evidence": ("光标到哪一行，这里就是它的原文。", "The source text of the row under the cursor."),
    "empty.unreadable": (
        "这份报告读不出来（{status}）。\n\n{message}",
        "This report could not be read ({status}).\n\n{message}",
    ),
    "empty.chart": ("没有可画的数字。", "No figures to draw."),
    "empty.card": ("", ""),
    # toasts
    "copied": ("已复制原文", "Quote copied"),
    "copied.plain": ("已复制引文和出处", "Quote and citation copied"),
    "copied.markdown": ("已复制为 Markdown", "Copied as Markdown"),
    "copied.bibtex": ("已复制为 BibTeX", "Copied as BibTeX"),
    "nothing.to.copy": ("先选一行，再复制。", "Choose a row first, then copy."),
    "nothing.to.export": ("这里没有可导出的行。", "There are no rows to export here."),
    "last": ("已是最后一条", "This is the last one"),
    "first": ("已是第一条", "This is the first one"),
    "busy": ("索引暂时读不了：{why}。按 r 再试。", "The index cannot be read just now: {why}. Press r to try again."),
    "grown": ("索引有更新：{n} 份报告", "The index has changed: {n} reports"),
    "basket.added": ("放进篮子 {n} 条，共 {total} 条", "{n} into the basket, {total} in all"),
    "basket.there": ("已在篮子里", "Already in the basket"),
    "basket.removed": ("拿出 {n} 条，还有 {total} 条", "{n} taken out, {total} left"),
    "basket.unsaved": ("篮子没能保存：{why}", "The basket could not be saved: {why}"),
    "exported": ("已导出 {n} 条：{path}", "{n} rows exported: {path}"),
    "decided.no": ("这一行不能改。", "This row cannot be decided about."),
    "decided.accepted": ("认可了", "Accepted"),
    "decided.rejected": ("否定了；u 撤销", "Rejected; u takes it back"),
    "decided.corrected": ("更正了；u 撤销", "Corrected; u takes it back"),
    "decided.undone": ("撤销了", "Taken back"),
    "decided.none": ("这一行没有可撤销的改动。", "Nothing to take back here."),
    "ungrouped": ("已展开全部", "All rows"),
    "no.sort": ("这里不能排序。", "This list cannot be sorted."),
    "no.group": ("这里不能分组。", "This list cannot be grouped."),
    "no.chart": ("这里没有图。", "No charts here."),
    # indexing
    "indexing.title": ("读入报告", "Read reports"),
    "indexing.start": (
        "读哪个文件夹？已经读过、没有变化的会跳过。",
        "Which folder? What is known and unchanged is skipped.",
    ),
    "indexing.going": ("{n} / {total}　{name}", "{n} / {total}  {name}"),
    "indexing.short": ("读入 {n}/{total}", "reading {n}/{total}"),
    "indexing.done": (
        "读完：新 {new}，更新 {changed}，未变 {unchanged}，读不出 {failed}",
        "Done: {new} new, {changed} changed, {unchanged} unchanged, {failed} unreadable",
    ),
    "indexing.stopped": ("停下了；已读的都在。", "Stopped; what was read is kept."),
    "indexing.foot": (
        "回车开始　esc 到后台继续　ctrl+x 停止",
        "enter starts  esc goes on in the background  ctrl+x stops",
    ),
    # export
    "export.title": ("导出", "Export"),
    "export.selected": ("选中的 {n} 条", "the {n} selected rows"),
    "export.all": ("列出的全部 {n} 条", "all {n} rows listed"),
    "export.basket": ("篮子里的 {n} 条", "the {n} rows in the basket"),
    "export.what": ("导出什么", "What"),
    "export.format": ("格式", "Format"),
    "export.path": ("写到", "File"),
    "export.foot": (
        "每条都带出处。回车写出　tab 换一项　esc 取消",
        "Every row with its citation. enter writes  tab goes on  esc cancels",
    ),
    "format.xlsx": ("Excel (.xlsx)", "Excel (.xlsx)"),
    "format.csv": ("CSV (.csv)", "CSV (.csv)"),
    "format.jsonl": ("JSON Lines (.jsonl)", "JSON Lines (.jsonl)"),
    "format.markdown": ("Markdown (.md)", "Markdown (.md)"),
    # choosing
    "choose.sort": ("按什么排序（再选一次倒过来）", "Sort by (again to reverse)"),
    "choose.group": ("按什么分组", "Group by"),
    "choose.cite": ("怎样引用", "Cite as"),
    "choose.part": ("“{text}”改成", "Instead of “{text}”"),
    "choose.own": ("或者写别的", "or something else"),
    "sort.place": ("单位、位置", "organisation, place"),
    "sort.place.reports": ("单位、年度", "organisation, year"),
    "group.none": ("不分组", "no groups"),
    "cite.plain": ("文字", "plain text"),
    "cite.markdown": ("Markdown", "Markdown"),
    "cite.bibtex": ("BibTeX", "BibTeX"),
    # correcting
    "correct.title": ("更正", "Correct"),
    "correct.why": ("理由", "Why"),
    "correct.foot": (
        "改哪一项写哪一项，空着的不改。回车保存　esc 取消",
        "Change what is wrong. enter saves  esc cancels",
    ),
    "basket.title": ("篮子", "Basket"),
    # status of a document
    "status.ok": ("", ""),
    "status.empty": ("空文件", "empty"),
    "status.encrypted": ("加密", "encrypted"),
    "status.damaged": ("损坏", "damaged"),
    "status.no-text": ("无文字层", "no text"),
    "status.unknown-type": ("类型不明", "unknown type"),
    "status.too-large": ("过大", "too large"),
    "status.missing": ("已不在", "missing"),
    "status.unreadable": ("读不出", "unreadable"),
    "status.failed": ("出错", "failed"),
}
