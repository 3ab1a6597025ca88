"""What an answer says in words, in Chinese and English; and a query said back to the one who asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from extractor.messages import Table, add, language, say
from extractor.questions.query import Intent, Named, Query, Target

_SAID: Table = {
    "nothing.facts": ("索引里没有这项数据。", "The index holds no such figure."),
    "nothing.filtered": ("索引里没有符合条件的记录。", "Nothing in the index meets these conditions."),
    "nothing.findings": ("检查过，没有发现矛盾。", "Checked: no contradiction was found."),
    "nothing.reason": ("报告没有说明原因。", "The report gives no reason."),
    "nothing.overlap": (
        "“{whole}”里已经有“{part}”，不能相加；请只问其中一个。",
        "“{whole}” holds “{part}”: the two are not added up; ask for one of them.",
    ),
    "nothing.sum": ("这些数不能相加。", "These figures cannot be added."),
    "nothing.limit": ("不能按“{measure}”筛选。", "These records cannot be filtered by “{measure}”."),
    "nothing.fields": ("这类记录不能按所问的条件筛选。", "These records cannot be filtered in this way."),
    "unexplained": ("报告没有写原因；这里是变动本身。", "The report gives no reason; this is the change itself."),
    "parts.explain": ("报告没有直接说明，以下是其下各科目的原因。", "Not explained itself; these are its items."),
    "other.direction": ("{subject}不是{asked}：{found}。", "{subject}: not {asked} but {found}."),
    "other.size": ("{subject}变动的大小与所问不符：{found}。", "{subject} changed by another size: {found}."),
    "other.said": (
        "{year}年与{base}相比是{direction}{reason}（{document}{page}）",
        "{year}, compared with {base}: {direction}{reason} ({document}{page})",
    ),
    "other.none": ("{year}年{direction}{reason}（{document}{page}）", "{year}: {direction}{reason} ({document}{page})"),
    "other.reason": ("，原因：{reason}", ", because: {reason}"),
    "other.page": ("，第{page}页", ", p. {page}"),
    "instead.measures": ("{subject}有：{known}。", "Of {subject} there is: {known}."),
    "instead.subjects": ("{organisation}有相近的：{known}。", "{organisation} has: {known}."),
    "offer.project": (
        "{organisation}{year}年{project}执行了多少钱？",
        "{organisation}{year}年{project}执行了多少钱？",
    ),
    "offer": (
        "{organisation}{year}年{subject}的{measure}是多少？",
        "{organisation}{year}年{subject}的{measure}是多少？",
    ),
    "other.base": (
        "报告没有说明与{base}相比的原因；以下与{found}相比。",
        "The report does not explain the change from {base}; these are from {found}.",
    ),
    "otherwise": ("注意：实际是{direction}。", "Note: it was {direction} in fact."),
    "several": (
        "有 {count} 条记录，没有唯一的数；可以说明单位、年份或科目。",
        "{count} records and no single figure; name the organisation, the year or the subject.",
    ),
    "conflict": ("另有一处写的是 {value}{unit}（{page}）。", "Another place says {value} {unit} ({page})."),
    "nothing.part": ("{part}比{whole}大，不是它的一部分。", "{part} is more than {whole}, and no part of it."),
    "way": ("与{base}相比{direction}，报告没有写数额。", "Compared with {base}: {direction}, no figure is given."),
    "told": ("{project}：{text}。", "{project}: {text}."),
    "nothing.stated": ("{count} 条记录都写明没有这项。", "All of the {count} records say that there was none."),
    "instead.years": (
        "索引里{organisation}的报告：{known} 年。",
        "The index has reports of {organisation} for {known}.",
    ),
    "less": ("注意：前者较小。", "Note: the first is the smaller."),
    "more": ("注意：前者较大。", "Note: the first is the larger."),
    "lacking.whose": ("索引里没有{names}的这项数据。", "The index has no such figure of {names}."),
    "lacking": ("索引里没有：{names}。", "The index has none of: {names}."),
    "left.none": ("另有 {count} 条写明没有这项，没有计入。", "{count} that say there was none are left out."),
    "ago": ("「{text}」按 {year} 年：最近一年是 {latest} 年。", "“{text}” is {year}: the latest year is {latest}."),
    "guessed": ("「{text}」按「{name}」理解。", "“{text}” is taken for “{name}”."),
    "summed": ("由 {count} 条记录相加。", "Summed over {count} records."),
    "median": ("{count} 条记录的中位数。", "The median of {count} records."),
    "nothing.zero": ("作比较的数是 0，算不出比率。", "Compared with 0: no rate can be computed."),
    "computed.difference": ("由 {one} − {other} 算出。", "Computed: {one} − {other}."),
    "computed.times": ("由 {one} ÷ {other} 算出。", "Computed: {one} ÷ {other}."),
    "computed.rate": ("报告没有印出：由 {one} ÷ {other} 算出。", "Not printed: {one} ÷ {other}."),
    "computed.less": ("报告没有印出：由 {one} − {other} 算出。", "Not printed: {one} − {other}."),
    "each": ("{figures}。", "{figures}."),
    "left.out": (
        "只计{measure}；另有 {count} 条不是这个口径的没有计入。",
        "Only {measure}; {count} of another measure are left out.",
    ),
    "left.parts": (
        "没有计入{names}：所属部门的数里已经包含。",
        "Without {names}: the figures of their departments hold theirs.",
    ),
    "averaged": ("{count} 条记录的平均数，四舍五入到两位小数。", "The average of {count} records."),
    "computed.share": (
        "报告没有印出这个比例：由 {part} ÷ {whole}（{unit}）算出。",
        "Not printed: {part} ÷ {whole} ({unit}).",
    ),
    "assumed.last": ("接着上一问：{question}", "Following the last question: {question}"),
    "assumed.year": ("没有说年份：取有数据的最近一年（{years}）。", "No year named: the latest with data ({years})."),
    "assumed.organisation": ("没有说单位：只有{name}有这项数据。", "No organisation named: only {name} has this."),
    "unread.words": ("没有看懂：「{texts}」。", "Not understood: “{texts}”."),
    "unread.nothing": (
        "没有看出要问什么：请说出科目、项目、指标或原因。",
        "Nothing to look for was named: a subject, project, indicator or reason.",
    ),
    "unread.one": ("一次只能问一个口径：{texts}。", "Ask for one measure at a time: {texts}."),
    "unread.empty": ("没有问题。", "There is no question."),
    "unread.organisation": ("索引里没有“{name}”；有：{known}。", "The index has no “{name}”; it has: {known}."),
    "unread.year": ("索引里没有 {year} 年；有：{known}。", "The index has no {year}; it has: {known}."),
    "unread.whose": (
        "索引里{organisation}没有 {year} 年；有：{known}。",
        "The index has no {year} for {organisation}; it has: {known}.",
    ),
    "empty": ("索引是空的：请先运行 juesuan index 文件夹。", "The index is empty: run juesuan index FOLDER first."),
    "alike": ("是不是“{names}”？", "Did you mean “{names}”?"),
}
add(_SAID)

_INTENTS: dict[str, tuple[str, str]] = {
    Intent.VALUE: ("是多少", "how much"),
    Intent.WHY: ("为什么", "why"),
    Intent.WHICH: ("哪些", "which"),
    Intent.COUNT: ("有几个", "how many"),
    Intent.SUM: ("一共多少", "how much together"),
    Intent.AVERAGE: ("平均多少", "on average"),
    Intent.RANK: ("排序", "ranked"),
    Intent.SHARE: ("占多少", "what share"),
    Intent.MEDIAN: ("中位数", "the median"),
    Intent.DIFFERENCE: ("相差多少", "the difference"),
    Intent.TIMES: ("是几倍", "how many times"),
    Intent.GROUPS: ("分组", "by group"),
}
_TARGETS: dict[str, tuple[str, str]] = {
    Target.ITEMS: ("科目", "items"),
    Target.COSTS: ("费用", "costs"),
    Target.CLASSES: ("类级科目", "classes"),
    Target.ORGANISATIONS: ("单位", "organisations"),
    Target.PROJECTS: ("项目", "projects"),
    Target.INDICATORS: ("绩效指标", "indicators"),
    Target.YEARS: ("年份", "years"),
    Target.FINDINGS: ("报告中的矛盾", "contradictions"),
}
_GROUPS: dict[str, tuple[str, str]] = {
    "organisations": ("单位", "organisation"),
    "years": ("年份", "year"),
    "classes": ("类", "class"),
    "items": ("科目", "item"),
    "categories": ("原因类别", "category"),
    "projects": ("项目", "project"),
}
_KINDS = {
    "change": "direction", "kind": "target", "everyone": "organisation", "category": "cause", "quantity": "limit", "between": "limit", "sort": "order", "every": "year", "ago": "year", "doubled": "limit",
    **dict.fromkeys(("short", "met", "zero", "nobudget", "none", "not", "spent", "unexplained", "so"), "condition"),
    **dict.fromkeys((
        "why", "which", "many", "much", "rate", "ratio", "total", "average", "median", "share", "times", "whether", "by",
    ), "question"),
    **dict.fromkeys(("completes", "than"), "base"),
}  # fmt: skip
_ROLES: dict[str, tuple[str, str]] = {
    "organisation": ("单位", "organisation"),
    "year": ("年份", "year"),
    "subject": ("科目", "subject"),
    "project": ("项目", "project"),
    "indicator": ("指标", "indicator"),
    "measure": ("口径", "measure"),
    "base": ("比较对象", "compared with"),
    "direction": ("方向", "direction"),
    "cause": ("原因", "cause"),
    "limit": ("界限", "limit"),
    "condition": ("条件", "condition"),
    "order": ("排序", "order"),
    "top": ("前几", "first"),
    "target": ("所问", "asked for"),
    "question": ("问法", "wording"),
    "unknown": ("没有看懂", "not understood"),
}


def tell(key: str, **values: object) -> str:
    """A message of this package in the language in use."""
    return say(key, **values)


def _in(pair: tuple[str, str]) -> str:
    return pair[1] if language() == "en" else pair[0]


def kind(role: str) -> str:
    """The kind of part that a role of the grammar is to the one who asked."""
    return _KINDS.get(role, role)


def role(name: str) -> str:
    """The kind of a role in words."""
    return _in(_ROLES[kind(name)])


def describe(query: Query, found: Collection[str] = ()) -> str:
    """The query said back, its parts between dots: 单位 · 年份 · 科目 · 条件 · 所问.

    Of the subjects that a wording may mean those that were `found` are named.
    """
    return " · ".join(part for part in _described(query, found) if part)


def _described(query: Query, found: Collection[str]) -> Iterable[str]:
    yield "、".join(query.organisations)
    yield f"除{'、'.join(query.without)}外" if query.without else ""
    yield "、".join(f"{year}年" for year in query.years)
    yield "、".join(_leaf(named, found) for named in query.subjects)
    yield "、".join((*query.under, *query.projects, *query.indicators, *(f"{kind}指标" for kind in query.kinds)))
    yield f"÷ {_leaf(query.share_of)}" if query.share_of else ""
    yield f"与{query.base}相比" if query.base else ""
    yield query.direction or ""
    if query.cause is not None:
        categories = "、".join(query.cause.categories)
        yield f"{'不是因为' if query.cause.negated else '因为'}{categories or ''}「{query.cause.text}」"
    yield "没有写原因" if query.unexplained else ""
    yield "预算为0" if query.zero_budget else ""
    yield {True: "没有完成", False: "完成", None: ""}[query.unmet]
    for limit in query.limits:
        yield f"{limit.measure} {limit.comparator} {limit.value:f}{limit.unit}"
    if query.against is not None:
        sides = (*query.against.organisations, *(f"{year}年" for year in query.against.years), *query.against.projects)
        yield "与" + "、".join((*sides, *(_leaf(named) for named in query.against.subjects))) + "相比"
    yield (
        f"除{'、'.join(dict.fromkeys(name.rsplit('/', 1)[-1] for name in query.excluded))}外" if query.excluded else ""
    )
    yield "、".join(query.measures) or query.measure or ""
    yield f"按{_in(_GROUPS[query.by])}" if query.by else ""
    yield {"desc": "从高到低", "asc": "从低到高", None: ""}[query.order]
    yield f"前{query.limit}" if query.limit else ""
    yield (_in(_TARGETS[query.target]) if query.target else "") + _in(_INTENTS[query.intent])


def _leaf(named: Named, found: Collection[str] = ()) -> str:
    names = [name for name in named.names if name in found] or (named.tiers[0] if named.tiers else ())
    leaves = dict.fromkeys(name.rsplit("/", 1)[-1] for name in names)
    return "、".join(list(leaves)[:3]) or named.text
