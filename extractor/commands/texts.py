"""What the command line says, in Chinese and English. Importing this is light: no command is imported."""

from __future__ import annotations

from extractor.messages import Table, add

_HELP: Table = {
    "juesuan.help": (
        "从公开的政府预决算报告中读出金额、差异原因和绩效指标，可检索、可提问、可导出，每一条都注明出处。\n\n"
        "例：\n  juesuan index 报告文件夹\n  juesuan ask 哪些科目因为人员调动没有完成年初预算",
        "Reads amounts, reasons and performance indicators out of published Chinese budget reports, each with its\n"
        "source: search, ask, export.\n\nExample:\n  juesuan index REPORTS\n  juesuan search 人员调动",
    ),
    "index.short": ("读入报告，建立或更新索引", "read reports into the index"),
    "index.help": (
        "读入文件和文件夹（含下级文件夹）里的报告，建立或更新索引。内容没有变化的文件会跳过。\n\n"
        "--engine dask 由多台机器抽取（docs/scale.md）：结果先写成 Parquet 部分（--parts），再合并成索引。\n\n"
        "例：\n  juesuan index 报告文件夹\n  juesuan index 报告文件夹 --prune\n"
        "  juesuan index s3://reports/2023 --engine dask --scheduler tcp://10.0.0.1:8786 --parts s3://facts/2023",
        "Read the reports in files and folders (and the folders below) into the index. Files whose content has not\n"
        "changed are skipped. --engine dask has many machines extract (docs/scale.md): to Parquet parts (--parts), which\n"
        "are then merged into the index.\n\nExample:\n  juesuan index REPORTS\n  juesuan index REPORTS --prune\n"
        "  juesuan index s3://reports/2023 --engine dask --scheduler tcp://10.0.0.1:8786 --parts s3://facts/2023",
    ),
    "merge.short": ("把多机抽取的部分合并成索引", "merge what a cluster extracted into the index"),
    "merge.help": (
        "把 juesuan index --engine dask --parts 写的部分合并成索引，与一个进程读出的逐条相同；已有的会跳过。\n\n"
        "例：\n  juesuan merge s3://facts/2023 --db 2023.db\n"
        "  juesuan merge s3://facts/2023 --below s3://reports/2023/湖北 --db 湖北2023.db",
        "Merge the parts that juesuan index --engine dask --parts wrote into an index, equal record by record to that of\n"
        "one process; what it holds is skipped.\n\nExample:\n  juesuan merge s3://facts/2023 --db 2023.db\n"
        "  juesuan merge s3://facts/2023 --below s3://reports/2023/hubei --db hubei2023.db",
    ),
    "watch.short": ("文件一到就读入", "index files as they arrive"),
    "watch.help": (
        "读入文件夹里的报告，然后一直等着：新的和改过的文件一到就读入索引，直到按 Ctrl-C。\n\n"
        "例：\n  juesuan watch 报告文件夹\n  juesuan watch 报告文件夹 --prune",
        "Read the reports in the folders, then wait: new and changed files are indexed as they arrive, until Ctrl-C.\n\n"
        "Example:\n  juesuan watch REPORTS\n  juesuan watch REPORTS --prune",
    ),
    "search.short": ("全文检索", "full-text search"),
    "search.help": (
        "找出含有所有词语的段落，最相关的在前，说明原因的优先。引号和繁简不影响结果。\n\n"
        "  退休 OR 调出，退休 | 调出    其一          防汛 NOT 抗旱，防汛 -抗旱   不含后者\n"
        "  (退休 | 调出) 2022          括号          ~人员调动                  连同义词\n"
        "  年份:2022 单位:科协 科目:住房 类别:人员变动 页:12                      限定\n\n"
        "例：\n  juesuan search 人员调动 年份:2022\n  juesuan search --facets ~人员调动\n"
        "  juesuan search --like 因人员退休，公积金缴存减少",
        "Find the passages that hold every term, the best first, explanations before others. Quotation marks and script\n"
        "do not matter.\n\n"
        "  退休 OR 调出, 退休 | 调出    either        防汛 NOT 抗旱, 防汛 -抗旱   not the second\n"
        "  (退休 | 调出) 2022          brackets      ~人员调动                  and synonyms\n"
        "  year:2022 org:科协 subject:住房 category:人员变动 page:12              restrictions\n\n"
        "Example:\n  juesuan search 人员调动 year:2022\n  juesuan search --facets ~人员调动\n"
        "  juesuan search --like 因人员退休，公积金缴存减少",
    ),
    "ask.short": ("用中文提问", "ask in Chinese"),
    "ask.help": (
        "用中文提问，回答附出处；看不懂的问题和索引里没有的内容会如实说明。\n\n"
        "不写问题就进入提问：可以接着上一问（那2021年呢？按金额排序。只看教育。）。\n\n"
        "例：\n  juesuan ask 2022年档案馆哪些科目因为人员调动没有完成年初预算\n  juesuan ask --suggest",
        "Ask in Chinese; answers come with their sources. What is not understood or not in the index is said so.\n"
        "Without a question a prompt opens, where a question may follow the last one (那2021年呢？ 按金额排序。).\n\n"
        "Example:\n  juesuan ask 2022年档案馆哪些科目因为人员调动没有完成年初预算\n  juesuan ask --suggest",
    ),
    "reasons.short": ("差异及其原因", "differences and their reasons"),
    "reasons.help": (
        "列出与预算或上年相比的差异及其原因，注明出处。\n\n例：\n  juesuan reasons --category 人员变动 --year 2022",
        "List differences from the budget or the year before, with their reasons and sources.\n\n"
        "Example:\n  juesuan reasons --category 人员变动 --year 2022",
    ),
    "export.short": ("导出记录", "export the records"),
    "export.help": (
        "把记录写成 CSV、Excel（.xlsx）、JSON Lines、Parquet、Stata（.dta）或 Markdown，格式看文件名。\n"
        "CSV、Parquet、Stata 一个文件含各种记录，以 record 一列区分；输出到文件夹或 .zip 时每种记录一个文件。\n"
        "--panel 写成面板数据（一行一个单位、一年），旁边附代码本。更正（juesuan correct）已计入。\n\n"
        "例：\n  juesuan export -o 全部.xlsx\n  juesuan export --category 人员变动 --year 2022 -o 人员变动.csv\n"
        "  juesuan export --kind amount --columns organisation,year,subject,value,unit,citation --unit 万元 -o 金额.csv\n"
        "  juesuan export --row 12 --row amount:7 -o 摘录.md\n"
        "  juesuan export --panel organisation,year --values 支出总计:决算数,“三公”经费:决算数 -o 面板.dta",
        "Write the records as CSV, Excel (.xlsx), JSON Lines, Parquet, Stata (.dta) or Markdown, as the file's name says.\n"
        "One CSV, Parquet or Stata file holds all kinds, told apart by the column `record`; a folder or a .zip gets one\n"
        "file a kind. --panel writes a panel (a row an organisation and year) with a codebook beside it. Corrections\n"
        "(juesuan correct) are applied.\n\n"
        "Example:\n  juesuan export -o all.xlsx\n  juesuan export --category 人员变动 --year 2022 -o staff.csv\n"
        "  juesuan export --kind amount --columns organisation,year,subject,value,unit,citation --unit 万元 -o out.csv\n"
        "  juesuan export --row 12 --row amount:7 -o excerpt.md\n"
        "  juesuan export --panel organisation,year --values 支出总计:决算数,“三公”经费:决算数 -o panel.dta",
    ),
    "sql.short": ("用 SQL 查询", "ask in SQL"),
    "sql.help": (
        "用一条 SELECT 查索引（SQLite），或直接查多机抽取的 Parquet 部分（DuckDB，需要 juesuan[duckdb]），表和视图相同：\n"
        "docs/schema.md。\n\n"
        '例：\n  juesuan sql "SELECT year, category, count FROM v_categories"\n'
        '  juesuan sql "SELECT measure, count(*) FROM v_amounts GROUP BY 1" --db parquet:s3://facts/2023',
        "Ask an index (SQLite), or the Parquet parts of a cluster (DuckDB, needs juesuan[duckdb]), with one SELECT; tables and\n"
        "views are the same: docs/schema.md.\n\n"
        'Example:\n  juesuan sql "SELECT year, category, count FROM v_categories"\n'
        '  juesuan sql "SELECT measure, count(*) FROM v_amounts GROUP BY 1" --db parquet:s3://facts/2023',
    ),
    "documents.short": ("索引里的文件", "the documents in the index"),
    "documents.help": (
        "列出索引里的文件及其状态。\n\n例：\n  juesuan documents --year 2022",
        "List the documents in the index and their status.\n\nExample:\n  juesuan documents --year 2022",
    ),
    "organisations.short": ("单位及其名称的归并", "organisations and what they are called"),
    "organisations.help": (
        "列出单位：归并后的名称、地区、级次、类型、报告数、年度、别名。名称相近的由人来定是不是同一个单位，\n"
        "决定写在索引旁边的 *.organisations.jsonl 里，重新索引也不会丢失；筛选、导出和面板都按归并后的单位。\n\n"
        "例：\n  juesuan organisations\n  juesuan organisations --review\n"
        "  juesuan organisations --same 洪山区科协 武汉市洪山区科学技术协会\n"
        "  juesuan organisations --describe 洪山区科协 level 县",
        "List the organisations: canonical name, region, level, kind, documents, years, aliases. Whether names that are\n"
        "alike are one organisation, a person decides; decisions are kept in *.organisations.jsonl beside the index,\n"
        "whatever is indexed again. Filters, exports and panels go by them.\n\n"
        "Example:\n  juesuan organisations\n  juesuan organisations --review\n"
        "  juesuan organisations --same 洪山区科协 武汉市洪山区科学技术协会\n"
        "  juesuan organisations --describe 洪山区科协 level 县",
    ),
    "show.short": ("一个文件的正文或记录", "one document's text or facts"),
    "show.help": (
        "显示一个文件的正文；加 --facts 显示从中读出的记录，加 --tables 画出表格。名称写一部分即可。\n\n"
        "例：\n  juesuan show 档案馆 --page 3\n  juesuan show 档案馆 --page 8 --tables",
        "Print one document's text, with --facts what was read from it, with --tables its tables. Part of its name is\n"
        "enough.\n\nExample:\n  juesuan show 档案馆 --page 3\n  juesuan show 档案馆 --page 8 --tables",
    ),
    "stats.short": ("读了多少，勾稽如何", "how much was read and how well it adds up"),
    "stats.help": (
        "统计文件、记录、勾稽关系（多少个合计数与读出的分项相符）、未能归属的数字和表格，列出没有认出的表格。\n\n"
        "例：\n  juesuan stats",
        "Count documents, records, sums (how many printed totals agree with the parts read), unbound figures and\n"
        "tables; list the tables that were not recognised.\n\nExample:\n  juesuan stats",
    ),
    "check.short": ("报告里的自相矛盾之处", "where reports contradict themselves"),
    "check.help": (
        "列出报告自相矛盾之处：算不拢的合计和比例、正文与表不符、方向与数字相反、空白和模板残留，"
        "以及与上年报告不符的上年数。\n不给文件名就检查索引里的全部文件；有错误时退出码为 1，没有为 0，没能检查为 2。\n\n"
        "例：\n  juesuan check 档案馆\n  juesuan check --severity error --json",
        "List where reports contradict themselves: sums and rates that do not follow, text against tables, directions\n"
        "against figures, blanks and remains of templates, and last year's figures against last year's report.\n"
        "Without a DOCUMENT all of the index; exit code 1 where there are errors, 0 where not, 2 where nothing was checked.\n\n"
        "Example:\n  juesuan check 档案馆\n  juesuan check --severity error --json",
    ),
    "correct.short": ("更正、确认或否定一条记录", "correct, accept or reject a fact"),
    "correct.help": (
        "更正、确认或否定一条记录。决定写在索引旁边的 *.corrections.jsonl 里，注明谁、何时、为何；索引本身不变，\n"
        "重新索引也不会丢失。编号见 juesuan reasons；其他种类用 --kind。\n\n"
        "例：\n  juesuan correct 12 category=人员变动 --why 原文说的是退休\n"
        "  juesuan correct 12 --reject --why 不是本单位的数\n  juesuan correct 12 --accept\n"
        "  juesuan correct 7 value=1062.09 unit=元 --kind amount\n  juesuan correct 3fa9c01b --undo",
        "Correct, accept or reject a fact. The decision goes into *.corrections.jsonl beside the index, with who, when\n"
        "and why; the index stays as it is, and indexing again loses no decision. Ids: juesuan reasons; other kinds with\n"
        "--kind.\n\nExample:\n  juesuan correct 12 category=人员变动 --why 'the clause says retirement'\n"
        "  juesuan correct 12 --reject --why 'not of this unit'\n  juesuan correct 12 --accept\n"
        "  juesuan correct 7 value=1062.09 unit=元 --kind amount\n  juesuan correct 3fa9c01b --undo",
    ),
    "corrections.short": ("做过的更正", "the corrections made"),
    "corrections.help": (
        "列出做过的更正，先后为序；原文已经找不到的会标明，不会丢弃。\n\n例：\n  juesuan corrections --lost",
        "List the corrections, oldest first; those whose clause is gone are said to be, never dropped.\n\n"
        "Example:\n  juesuan corrections --lost",
    ),
    "explain.short": ("一份报告是怎样读懂的", "how a report was read"),
    "explain.help": (
        "逐句显示一份报告里认出的词语、原因和用途的起止，以及每个数字归属到哪条记录；未归属的数字也会标出。\n"
        "可以是文件，也可以是索引里文件名的一部分。\n\n例：\n  juesuan explain 报告.pdf --page 3\n"
        "  juesuan explain 报告.pdf --find 公务接待费",
        "Print, clause by clause, what was recognised in a report, what explains or tells a purpose, and which record\n"
        "each figure went to, or that it went nowhere. FILE is a file or part of the name of one in the index.\n\n"
        "Example:\n  juesuan explain REPORT.pdf --page 3\n  juesuan explain REPORT.pdf --find 公务接待费",
    ),
    "lexicon.short": ("检查词表", "check the lexicon"),
    "lexicon.help": (
        "检查词表：运行词条的正反例，找出互相矛盾或重叠的词条，以及在索引的报告里从未出现过的词条。\n"
        "正反例不符或词条矛盾时退出码为 1。\n\n例：\n  juesuan lexicon check --db index.db\n"
        "  juesuan lexicon check --lexicon 我的词表",
        "Check the lexicon: run its examples and counter-examples, find entries that contradict each other or overlap,\n"
        "and entries that no report of the index uses. Exit code 1 for a failed example or a contradiction.\n\n"
        "Example:\n  juesuan lexicon check --db index.db\n  juesuan lexicon check --lexicon MY_WORDS",
    ),
    "browse.short": ("终端界面", "the terminal interface"),
    "browse.help": (
        "在终端界面里检索、提问、阅读和导出。\n\n例：\n  juesuan browse --db index.db\n  juesuan browse --web",
        "Search, ask, read and export in the terminal interface.\n\n"
        "Example:\n  juesuan browse --db index.db\n  juesuan browse --web",
    ),
    "serve.short": ("在浏览器里看（只在本机）", "in the browser (on this machine only)"),
    "serve.help": (
        "用 Datasette 在本机的浏览器里看索引：各种视图、筛选、现成的查询，也可以写 SQL。只读，只在 127.0.0.1，直到按 Ctrl-C。\n"
        "需要 pip install 'juesuan[serve]'。\n\n例：\n  juesuan serve --open\n  juesuan serve --port 8080",
        "Look at the index in a browser of this machine with Datasette: views, facets, ready questions, SQL. Read-only, on\n"
        "127.0.0.1 alone, until Ctrl-C. Needs pip install 'juesuan[serve]'.\n\n"
        "Example:\n  juesuan serve --open\n  juesuan serve --port 8080",
    ),
    "help.usage": ("用法：", "Usage: "),
    "help.options": ("选项", "Options"),
    "help.commands": ("命令", "Commands"),
    "meta.[OPTIONS]": ("[选项]", "[OPTIONS]"),
    "meta.[COMMAND] [ARGS]...": ("[命令] [参数]...", "[COMMAND] [ARGS]..."),
    "meta.PATH...": ("路径...", "PATH..."),
    "meta.TERM...": ("词语...", "TERM..."),
    "meta.DOCUMENT...": ("文件名...", "DOCUMENT..."),
    "meta.LEVEL": ("级别", "LEVEL"),
    "meta.QUESTION": ("问题", "QUESTION"),
    "meta.DOCUMENT": ("文件名", "DOCUMENT"),
    "meta.FILE": ("文件", "FILE"),
    "meta.ID": ("编号", "ID"),
    "meta.FIELD=VALUE...": ("字段=值...", "FIELD=VALUE..."),
    "meta.ACTION": ("动作", "ACTION"),
    "meta.N": ("个数", "N"),
    "meta.SECONDS": ("秒数", "SECONDS"),
}

_OPTIONS: Table = {
    "opt.help": ("显示帮助。", "Show this help."),
    "opt.lang": ("界面语言：zh 或 en。", "Language: zh or en."),
    "opt.version": ("显示版本。", "Show the version."),
    "opt.db": ("索引文件（默认 index.db 或环境变量 JUESUAN_DB）。", "The index (default index.db, or $JUESUAN_DB)."),
    "opt.meaning": (
        "配合 --like：按意思而不是按文字找（需要 juesuan[semantic]）。",
        "With --like: by meaning, not by words (needs juesuan[semantic]).",
    ),
    "semantic.kept": ("为 {count} 条原因算出了向量，存在索引里。", "Vectors of {count} reasons were made and kept."),
    "opt.suggest": ("列出这个索引能回答的问题。", "List questions that this index can answer."),
    "opt.sql": ("同时显示 SQL 语句和参数。", "Show the SQL statement and its parameters too."),
    "opt.json": ("输出 JSON。", "Print JSON."),
    "opt.web": (
        "在浏览器里打开（127.0.0.1，需要 juesuan[web]）。",
        "Open it in a browser (127.0.0.1; needs juesuan[web]).",
    ),
    "opt.port": ("--web 的端口。", "The port of --web."),
    "opt.limit": ("最多显示几条。", "Show at most this many."),
    "opt.offset": ("跳过前几条。", "Skip this many."),
    "opt.facets": (
        "同时按年份、单位、原因类别、章节统计段落数。",
        "Also count the passages by year, organisation, category and heading.",
    ),
    "opt.loose": (
        "容许扫描件的易混字（如 己已、未末）；找不到时自动这样做。",
        "Let characters pass that scans confuse; done by itself where nothing is found.",
    ),
    "opt.like": (
        "找出与这段话、或与这个编号的原因相似的原因。",
        "Find reasons like this text, or like the reason with this id.",
    ),
    "opt.organisation": ("单位名称、其中一部分或简称。", "An organisation, part of its name or its short form."),
    "opt.year": ("年度。", "The fiscal year."),
    "opt.subject": ("科目名称的一部分。", "Part of a subject's name."),
    "opt.category": ("原因类别，如 人员变动。", "A category of reasons, such as 人员变动."),
    "opt.wording": ("原因中的词语。", "Words of the explanation."),
    "opt.review_names": (
        "逐对询问是不是同一个单位（y 是，n 不是，s 以后再说，q 停）。",
        "Ask of each pair whether it is one organisation (y, n, s: later, q: stop).",
    ),
    "opt.proposals": ("列出名称相近、还没有决定的。", "List the pairs that are alike and not decided."),
    "opt.same": ("这两个名称是同一个单位。", "These two names are one organisation."),
    "opt.different": ("这两个名称是两个单位。", "These two names are two organisations."),
    "opt.call": ("名称为 A 的单位归并后叫 B。", "The organisation named A goes by B."),
    "opt.describe": ("写明单位的地区、级次或类型。", "Say an organisation's region, level or kind."),
    "opt.serve_port": ("端口（默认 8001）。", "The port (default 8001)."),
    "opt.open": ("同时打开浏览器。", "Open the browser, too."),
    "opt.measure": ("口径，如 决算数。", "A measure, such as 决算数."),
    "opt.columns": (
        "只要这些列，以逗号分隔；另有 id、citation、path、region 等可选。",
        "Only these columns, by commas; id, citation, path, region and others may be asked for.",
    ),
    "opt.unit": (
        "金额一律换算成这个单位，印刷的数字保留在旁边一列。",
        "All money in this unit; the printed figure stays in a column beside it.",
    ),
    "opt.row": (
        "只要这一条，可多次给出，如 12 或 amount:7；附出处。",
        "Only this row, may be given several times, such as 12 or amount:7; with citations.",
    ),
    "opt.panel": (
        "面板的键：organisation、year、subject、region、level、organisation_kind。",
        "The keys of a panel: organisation, year, subject, region, level, organisation_kind.",
    ),
    "opt.values": (
        "面板的变量：口径（决算数）或 科目:口径（支出总计:决算数）；另有 原因类别。",
        "The panel's variables: a measure (决算数) or SUBJECT:MEASURE (支出总计:决算数); also 原因类别.",
    ),
    "opt.snippet": ("打印读取这个文件的 pandas 或 R 代码。", "Print code that reads the file, in pandas or R."),
    "opt.encoding": ("CSV 的编码（默认带 BOM 的 UTF-8）。", "The encoding of CSV (default UTF-8 with BOM)."),
    "opt.direction": ("增加、减少、持平或未发生。", "增加, 减少, 持平 or 未发生."),
    "opt.document": ("文件名的一部分。", "Part of a document's name."),
    "opt.kind": ("报告种类，如 决算。", "The kind of report, such as 决算."),
    "opt.status": ("状态，如 ok、damaged。", "A status, such as ok or damaged."),
    "opt.prune": ("从索引中去掉这些路径下已不存在的文件。", "Forget files below these paths that are gone."),
    "opt.processes": ("同时用几个进程（默认每个处理器核一个）。", "How many processes to use (default: one a core)."),
    "opt.timeout": (
        "一个文件最多读多少秒，超过就放弃（默认 300）。",
        "Seconds that one file may take before it is given up (default 300).",
    ),
    "opt.below": (
        "只合并这个文件夹或地址下的报告。",
        "Merge only the reports at or below this folder or address.",
    ),
    "opt.place": (
        "索引文件（默认 index.db 或环境变量 JUESUAN_DB），或 parquet:文件夹，即多机抽取的部分。",
        "The index (default index.db, or $JUESUAN_DB), or parquet:FOLDER, what a cluster extracted.",
    ),
    "opt.engine": (
        "由谁抽取：local 本机（默认），dask 一个 dask 集群（需要 juesuan[dask]）。",
        "Who extracts: local, this machine (default), or dask, a dask cluster (needs juesuan[dask]).",
    ),
    "opt.scheduler": (
        "dask 调度器的地址，如 tcp://10.0.0.1:8786；不写就在本机开一个集群。",
        "The address of dask's scheduler, such as tcp://10.0.0.1:8786; without it a cluster on this machine.",
    ),
    "opt.parts": (
        "只写 Parquet 部分到这里（文件夹或 s3://…），以后用 juesuan merge 合并；不写就写在索引旁边，并随即合并。",
        "Only write Parquet parts here (a folder or s3://…), for juesuan merge; without it they go beside the index and"
        " are merged at once.",
    ),
    "opt.retry": (
        "重试以前出错、崩溃、太慢或太大的文件。",
        "Try again the files that failed, crashed, took too long or were too large.",
    ),
    "opt.log": (
        "把做了什么写进这个文件，一件事一行，不写报告里的话。",
        "Write what is done to this file, one line an event, no word of a report.",
    ),
    "opt.log_level": (
        "写多细；debug 连出错的全部细节也写，其中可能有报告里的话（默认 info）。",
        "How much; debug has all details of faults, which may quote reports (default info).",
    ),
    "opt.lexicon": (
        "自己的词表文件夹，补充或改写自带的词表（默认环境变量 JUESUAN_LEXICON）。",
        "A folder of your own words, added to the shipped ones (default $JUESUAN_LEXICON).",
    ),
    "opt.unused": ("列出从未出现的词条和说法。", "List what is never used."),
    "opt.find": ("只看含有这些字的段落。", "Only paragraphs that hold these words."),
    "opt.why": (
        "说明这一条原因的类别是由哪些词决定的（编号见 --json 或“编号”一列）。",
        "Which words decided the categories of this reason (its id: --json, or the first column).",
    ),
    "opt.page": ("只看这一页。", "Only this page."),
    "opt.tables": ("画出表格。", "Draw the tables."),
    "opt.facts": ("显示读出的记录。", "Show the facts read from it."),
    "opt.format": ("格式；默认按文件名，否则 jsonl。", "The format; by default what the file name says, else jsonl."),
    "opt.output": ("写到哪里；默认标准输出。", "Where to; by default standard output."),
    "opt.rule": ("只看这一规则（名称的一部分，如 完成率）。", "Only rules with this in their name, such as 完成率."),
    "opt.severity": (
        "至少这样严重：error 错误，warning 警告，note 提示。",
        "At least this severe: error, warning or note.",
    ),
    "opt.review": (
        "只看这样的：accepted 已确认，corrected 已更正，rejected 已否定，none 未处理；any 连已否定的。",
        "accepted, corrected, rejected or none; any: the rejected too, which are else hidden.",
    ),
    "opt.fact_kind": (
        "记录的种类（默认 variance，即 reasons 列出的）。",
        "The kind (default variance: those of reasons).",
    ),
    "opt.accept": ("确认无误。", "It is right."),
    "opt.reject": ("否定：报告没有这样说。", "The report does not say so."),
    "opt.undo": ("撤销编号为此的更正。", "Take back the correction of this id."),
    "opt.because": ("理由。", "Why."),
    "opt.who": ("谁（默认环境变量 JUESUAN_WHO 或用户名）。", "Who (default $JUESUAN_WHO, else the user's name)."),
    "opt.lost": ("只看原文已经找不到的。", "Only those whose clause is gone."),
    "opt.record": ("只要这种记录，可多次给出。", "Only records of this kind; may be given several times."),
}

_CALLS: Table = {
    "call.command": ("没有“{name}”这个命令，可用：{names}。", "There is no command “{name}”; there are: {names}."),
    "call.option": ("没有 {name} 这个选项；请看 --help。", "There is no option {name}; see --help."),
    "call.missing": ("缺少 {name}；请看 --help。", "{name} is missing; see --help."),
    "call.value": ("{name} 的值不对：{wanted}。", "The value of {name} is wrong: {wanted}."),
    "call.choice": ("可选 {choices}", "choose from {choices}"),
    "call.number": ("应为正整数", "it must be a positive whole number"),
    "call.argument": ("{name} 后面缺少值；请看 --help。", "{name} needs a value; see --help."),
}

_RESULTS: Table = {
    "comma": ("，", ", "),
    "index.done": (
        "新增 {new}，更新 {changed}，未变 {unchanged}，重复 {same}，未读出 {failed}，移除 {removed}"
        "（{seconds} 秒）→ {db}",
        "{new} new, {changed} changed, {unchanged} unchanged, {same} same as another, {failed} not readable,"
        " {removed} removed ({seconds} s) → {db}",
    ),
    "parts.done": (
        "抽取完毕：{new} 份新的，{unchanged} 份未变，在 {place}；正在合并……",
        "Extracted: {new} new, {unchanged} unchanged, at {place}; merging …",
    ),
    "index.interrupted": ("已中断；读完的文件都已保存。", "Interrupted; the documents already read are kept."),
    "progress.rate": ("{files} 份/秒 {mb} MB/秒", "{files} files/s {mb} MB/s"),
    "search.none": ("没有找到“{terms}”。", "“{terms}” was not found."),
    "search.facet.year": ("年份", "Year"),
    "search.facet.organisation": ("单位", "Organisation"),
    "search.facet.category": ("原因类别", "Category"),
    "search.facet.section": ("章节", "Section"),
    "search.facet": ("{value}（{count}）", "{value} ({count})"),
    "search.facet.line": ("{name}：{values}", "{name}: {values}"),
    "search.unlike": ("没有相似的原因。", "There are no reasons like it."),
    "search.total": ("共 {total} 段，显示 {shown} 段。", "{total} passages, {shown} shown."),
    "rows.total": (
        "共 {total} 条，显示 {shown} 条；用 --limit 显示更多。",
        "{total} rows, {shown} shown; --limit shows more.",
    ),
    "ask.understood": ("理解为：{understood}", "Understood: {understood}"),
    "ask.parts": ("认出：{parts}", "Recognised: {parts}"),
    "ask.sql": ("SQL：{sql}", "SQL: {sql}"),
    "ask.params": ("参数：{params}", "Parameters: {params}"),
    "ask.none": ("索引里还没有可以提问的内容。", "The index holds nothing yet that could be asked about."),
    "ask.prompt": (
        "提问，可以接着上一问（那2021年呢？按金额排序。只看教育。）；2=住房公积金 改第 2 部分，新 重新开始，? 建议，空行结束。",
        "Ask, also after the last question (那2021年呢？ 按金额排序。); 2=… corrects part 2, new begins anew, ? suggests, "
        "an empty line ends.",
    ),
    "ask.suggestion": ("可以问：{suggestion}", "You may ask: {suggestion}"),
    "why.cause": ("{rank}. {text} → {category}", "{rank}. {text} → {category}"),
    "why.decided": ("依据：{words}", "decided by {words}"),
    "why.alike": ("依据：最像例句「{example}」", "decided by the labelled examples, most like 「{example}」"),
    "why.others": ("另见：{words}", "also found {words}"),
    "why.nothing": ("没有词表里的词", "no word of the lexicon"),
    "why.word": ("{word}（{weight}）", "{word} ({weight})"),
    "why.other": ("{word}（{category} {weight}）", "{word} ({category} {weight})"),
    "reasons.none": ("没有符合条件的差异原因。", "No reasons fit these filters."),
    "documents.none": ("没有符合条件的文件。", "No documents fit these filters."),
    "show.no_page": ("{name} 没有第 {page} 页（共 {pages} 页）。", "{name} has no page {page} (it has {pages})."),
    "show.no_tables": ("这里没有表格。", "There are no tables here."),
    "show.unrecognised": ("{title}（未认出）", "{title} (not recognised)"),
    "show.untitled": ("无标题", "untitled"),
    "show.ocr": (
        "第 {page} 页由图片识别（OCR），可信度 {confidence}",
        "page {page} was read from a picture (OCR), confidence {confidence}",
    ),
    "show.doubtful": ("；存疑：{lines}", "; doubtful: {lines}"),
    "show.unread": (
        "第 {page} 页是图片，没有识别：请先 pip install 'juesuan[ocr]' 再索引。",
        "page {page} is a picture and was not read: pip install 'juesuan[ocr]', then index again.",
    ),
    "show.size": ("{rows} 行 {columns} 列", "{rows} rows, {columns} columns"),
    "show.figures": (
        "记录 {facts} 条 · 勾稽相符 {closed}/{closable} · 未归属数字 {unbound}",
        "{facts} records · {closed} of {closable} sums agree · {unbound} unbound figures",
    ),
    "findings.rule": (
        "没有名称含“{rule}”的规则，可选：{rules}。",
        "There is no rule with “{rule}” in its name; choose from {rules}.",
    ),
    "findings.none": ("没有发现自相矛盾之处。", "No contradictions were found."),
    "findings.total": (
        "错误 {error} 条，警告 {warning} 条，提示 {note} 条",
        "{error} errors, {warning} warnings, {note} notes",
    ),
    "severity.error": ("错误", "error"),
    "severity.warning": ("警告", "warning"),
    "severity.note": ("提示", "note"),
    "stats.documents": ("文件 {total}：{by_status}", "{total} documents: {by_status}"),
    "stats.facts": ("记录：{by_kind}", "Records: {by_kind}"),
    "stats.sums": (
        "勾稽：{closable} 个合计数中 {closed} 个与分项相符",
        "Sums: {closed} of {closable} printed totals agree",
    ),
    "stats.tables": (
        "表格：认出 {known} 张，未认出 {unknown} 张",
        "Tables: {known} recognised, {unknown} not recognised",
    ),
    "stats.unrecognised": ("未认出的表格（原样保留，可检索）：", "Not recognised (kept as printed, searchable):"),
    "stats.unbound": ("未能归属的数字：{unbound}", "Unbound figures: {unbound}"),
    "export.done": ("已写出 {count} 条记录 → {path}", "{count} records written → {path}"),
    "correct.one": (
        "请给出一项：字段=值、--accept、--reject 或 --undo。",
        "Give one of: FIELD=VALUE, --accept, --reject, --undo.",
    ),
    "correct.pair": ("“{given}”应写成 字段=值。", "“{given}” should be FIELD=VALUE."),
    "correct.id": ("“{id}”不是记录编号；编号见 juesuan reasons。", "“{id}” is no id of a fact; see juesuan reasons."),
    "correct.done": ("{line} → {path}", "{line} → {path}"),
    "correct.accept": ("确认", "accept"),
    "correct.reject": ("否定", "reject"),
    "correct.correct": ("更正", "correct"),
    "correct.undo": ("撤销", "undo"),
    "corrections.none": ("没有更正。", "There are no corrections."),
    "corrections.undone": ("已撤销", "undone"),
    "corrections.lost": (
        "{count} 条更正的原文找不到了，暂不起作用，仍然保留。",
        "{count} corrections apply to nothing now; they are kept.",
    ),
    "corrections.missing.document": ("索引里没有这个文件", "the document is not in the index"),
    "corrections.missing.clause": ("文件里没有这句话了", "the clause is gone from the document"),
    "organisations.none": ("索引里没有单位。", "There are no organisations."),
    "organisations.no_proposals": ("没有需要决定的名称。", "There are no names to decide about."),
    "organisations.proposal": ("{one} ＝ {other} ？（{because}）", "{one} = {other}? ({because})"),
    "organisations.because.part": ("其一是本级", "one is a part"),
    "organisations.because.area": ("地区写法不同", "the area is written differently"),
    "organisations.because.short": ("简称", "a short form"),
    "organisations.because.renamed": ("机构改革更名", "renamed in a reform"),
    "organisations.because.spelling": ("名称相近", "the names are alike"),
    "organisations.ask": ("同一个单位吗？y 是 n 不是 s 以后再说 q 停", "One organisation? y, n, s: later, q: stop"),
    "organisations.reviewed": ("决定了 {count} 对 → {path}", "{count} pairs decided → {path}"),
    "organisations.describe": (
        "只能写明 region、level 或 kind，不是“{what}”。",
        "Only region, level or kind can be said, not “{what}”.",
    ),
    "col.region": ("地区", "region"),
    "col.level": ("级次", "level"),
    "col.type": ("类型", "kind"),
    "col.documents": ("报告", "documents"),
    "col.years": ("年度", "years"),
    "col.aliases": ("又名", "aliases"),
    "browse.no_web": (
        "在浏览器里打开需要 textual-serve：pip install 'juesuan[web]'。",
        "A browser needs textual-serve: pip install 'juesuan[web]'.",
    ),
    "browse.serving": (
        "在浏览器里打开 {address}（只有这台机器能看到）；Ctrl-C 结束。",
        "Open {address} in a browser (only this machine sees it); Ctrl-C ends it.",
    ),
    "serve.at": ("在浏览器里打开 {address}（Ctrl-C 停止）", "Open {address} in a browser (Ctrl-C stops)"),
    "watch.begin": ("正在留意 {paths}（Ctrl-C 停止）", "Watching {paths} (Ctrl-C stops)"),
    "watch.done": (
        "新增 {new}，更新 {changed}，重复 {same}，未读出 {failed}，移除 {removed} → {db}",
        "{new} new, {changed} changed, {same} same as another, {failed} not readable, {removed} removed → {db}",
    ),
    "browse.no_terminal": ("终端界面需要在终端里运行。", "The terminal interface needs a terminal."),
    "fact.reason": ("原因：{reason}", "Reason: {reason}"),
    "fact.difference": ("差额 {change}", "difference {change}"),
    "fact.rate": ("完成率 {rate}%", "completion {rate}%"),
    "fact.executed": ("预算 {budget} → 执行 {executed}", "budget {budget} → executed {executed}"),
    "fact.score": ("得分 {score}", "score {score}"),
    "fact.target": ("目标 {target}", "target {target}"),
    "fact.actual": ("实际 {actual}", "actual {actual}"),
    "col.id": ("编号", "id"),
    "col.organisation": ("单位", "organisation"),
    "col.subject": ("科目", "subject"),
    "col.base": ("比较", "compared with"),
    "col.budget": ("基数", "base"),
    "col.actual": ("实际", "actual"),
    "col.difference": ("差额", "difference"),
    "col.reason": ("原因", "reason"),
    "col.category": ("类别", "category"),
    "col.source": ("出处", "source"),
    "col.document": ("文件", "document"),
    "col.year": ("年度", "year"),
    "col.kind": ("种类", "kind"),
    "col.pages": ("页数", "pages"),
    "col.status": ("状态", "status"),
    "col.sums": ("勾稽", "sums"),
    "col.facts": ("记录", "records"),
    "col.unbound": ("未归属", "unbound"),
    "col.tables": ("表格", "tables"),
    "col.page": ("页", "page"),
    "col.title": ("标题", "title"),
    "col.size": ("大小", "size"),
    "kind.amount": ("金额", "amounts"),
    "kind.variance": ("差异", "variances"),
    "kind.reason": ("原因", "reasons"),
    "kind.project": ("项目", "projects"),
    "kind.indicator": ("指标", "indicators"),
    "kind.finding": ("疑点", "findings"),
    "status.ok": ("已读", "read"),
    "status.empty": ("空文件", "empty"),
    "status.encrypted": ("已加密", "encrypted"),
    "status.damaged": ("已损坏", "damaged"),
    "status.no-text": ("无文字层", "no text"),
    "status.unknown-type": ("未知类型", "unknown type"),
    "status.too-large": ("过大", "too large"),
    "status.missing": ("不存在", "missing"),
    "status.unreadable": ("打不开", "cannot be opened"),
    "status.failed": ("处理出错", "failed"),
}


def add_texts() -> None:
    """Make them known to `say`."""
    for table in (_HELP, _OPTIONS, _CALLS, _RESULTS):
        add(table)
