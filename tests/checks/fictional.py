"""A fictional report that agrees with itself, as text with tables; what a test changes in it is the contradiction."""

from __future__ import annotations

from hashlib import sha256

from extractor.checks import check
from extractor.extraction import extract_report
from extractor.records import Finding
from extractor.report import Report, Table

TEXT = """青溪县城市建设档案馆2023年度部门决算
目录
第三部分 2023年度部门决算情况说明
一、收入支出决算总体情况说明
二、其他事项的情况说明
第三部分 2023年度部门决算情况说明
一、收入支出决算总体情况说明
2023年度收、支总计均为320.50万元。与2022年度相比，收、支总计各减少12.40万元，下降3.72%，主要原因是压减一般性支出。
本年收入合计300.50万元，其中：财政拨款收入290.50万元，占96.67%；其他收入10.00万元，占3.33%。
年初结转和结余20.00万元。
本年支出合计310.50万元，其中：基本支出210.50万元，占67.79%；项目支出100.00万元，占32.21%。
年末结转和结余10.00万元。
二、其他事项的情况说明
2023年度一般公共预算财政拨款支出300.00万元，占本年支出合计的96.62%。主要用于以下方面：一般公共服务支出230.00万元，占76.67%；住房保障支出70.00万元，占23.33%。
三、一般公共预算财政拨款支出决算情况说明
2023年度一般公共预算财政拨款支出年初预算为330.00万元，支出决算为300.00万元，完成年初预算的90.91%。其中：
1.一般公共服务支出（类）档案事务（款）行政运行（项）。年初预算为200.00万元，支出决算为170.00万元，完成年初预算的85.00%，决算数小于年初预算数的主要原因是人员调动。
2.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为70.00万元，支出决算为60.00万元，完成年初预算的85.71%，决算数小于年初预算数的主要原因是项目推迟。
3.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为60.00万元，支出决算为70.00万元，完成年初预算的116.67%，决算数大于年初预算数的主要原因是基数调整。
四、一般公共预算财政拨款基本支出决算情况说明
2023年度一般公共预算财政拨款基本支出210.50万元，其中：人员经费180.25万元，主要包括：基本工资、津贴补贴、奖金；公用经费30.25万元，主要包括：办公费、差旅费、培训费。
五、财政拨款“三公”经费支出决算情况说明
2023年度“三公”经费支出预算为8.00万元，支出决算为6.00万元，完成预算的75.00%，比上年减少2.00万元，下降25.00%，主要原因是厉行节约。
1.因公出国（境）费支出0.00万元，与上年持平。
2.公务用车购置及运行费支出5.00万元，比上年减少1.00万元，下降16.67%。
3.公务接待费支出1.00万元，比上年减少1.00万元，下降50.00%。
六、政府采购支出说明
2023年度政府采购支出总额15.00万元，其中：政府采购货物支出5.00万元、政府采购工程支出0.00万元、政府采购服务支出10.00万元。
七、国有资产占用情况说明
截至2023年12月31日，青溪县城市建设档案馆共有车辆3辆，其中：机要通信用车1辆、其他用车2辆。
八、预算绩效情况说明
青溪县城市建设档案馆组织对2023年度项目支出开展绩效自评，共涉及项目2个，资金50.00万元。
1.馆藏数字化项目绩效自评综述：项目全年预算数为30.00万元，执行数为27.00万元，完成预算的90.00%。
2.库房改造项目绩效自评综述：项目全年预算数为20.00万元，执行数为20.00万元，完成预算的100.00%。
"""

ITEMS = """一般公共预算财政拨款支出决算表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
201\t一般公共服务支出\t230.00\t140.50\t89.50
20126\t档案事务\t230.00\t140.50\t89.50
2012601\t行政运行\t170.00\t140.50\t29.50
2012604\t档案馆\t60.00\t0.00\t60.00
221\t住房保障支出\t70.00\t70.00\t0.00
22102\t住房改革支出\t70.00\t70.00\t0.00
2210201\t住房公积金\t70.00\t70.00\t0.00
\t合计\t300.00\t210.50\t89.50
"""

BASIC = """一般公共预算财政拨款基本支出决算表
单位：万元
科目编码\t科目名称\t决算数
301\t工资福利支出\t180.25
30101\t基本工资\t100.25
30102\t津贴补贴\t50.00
30103\t奖金\t30.00
302\t商品和服务支出\t30.25
30201\t办公费\t20.25
30211\t差旅费\t6.00
30216\t培训费\t4.00
"""


def report(text: str = TEXT, *tables: str, name: str = "青溪县城市建设档案馆2023年度部门决算.txt") -> Report:
    """A report of the text and the tables behind it; a table is a title, a unit and rows divided by tabs."""
    made = []
    for table in tables:
        title, unit, rows = table.split("\n", 2)
        text += f"{title}\n{unit}\n"
        cells = tuple(tuple(row.split("\t")) for row in rows.strip("\n").split("\n"))
        made.append(Table(cells, len(text), len(text) + len(rows.rstrip("\n"))))
        text += rows
    return Report(
        name=name,
        format="txt",
        sha256=sha256(text.encode()).hexdigest(),
        text=text,
        tables=tuple(made),
        hard_lines=True,
    )


def findings(*changes: tuple[str, str]) -> list[Finding]:
    """What is found in the report where each `(as it was, as it is)` was changed, each once."""
    text, items, basic = TEXT, ITEMS, BASIC
    for before, after in changes:
        assert (text + items + basic).count(before) == 1, before
        text, items, basic = (part.replace(before, after) for part in (text, items, basic))
    return list(check(extract_report(report(text, items, basic))))
