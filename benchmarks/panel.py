"""A panel of many reports, from the index to a regression: `python -m benchmarks.panel INDEX` (one kept by
benchmarks.search --keep). Prints how long the export takes, and the regression that pandas and statsmodels make of it."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from benchmarks.places import commit
from extractor.export.panel import panel
from extractor.store import open_index

VALUES = ("支出总计:决算数", "“三公”经费:决算数")


def main() -> None:
    """Export, read back, regress, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("index", type=Path)
    said = options.parse_args()
    import pandas
    import statsmodels.formula.api as models

    with tempfile.TemporaryDirectory() as folder, open_index(said.index, time_limit=60) as index:
        count = len(index.documents())
        begun = time.perf_counter()
        rows = panel(index, "dta", Path(folder) / "panel.dta", ["organisation", "year", "level"], VALUES)
        taken = time.perf_counter() - begun
        data = pandas.read_stata(Path(folder) / "panel.dta")
    data = data.rename(columns={"支出总计_决算数": "total", "三公经费_决算数": "cost"}).dropna()
    fitted = models.ols("cost ~ total + C(year)", data).fit(cov_type="cluster", cov_kwds={
        "groups": data["organisation"].astype("category").cat.codes})  # fmt: skip
    print(f"{commit()}：{count} 份报告，面板 {rows} 行，{taken:.1f} 秒写成")
    print(
        f"三公经费 ~ 支出总计 + 年度：{int(fitted.nobs)} 个观测，{data['organisation'].nunique()} 个单位，R² {fitted.rsquared:.3f}"
    )


if __name__ == "__main__":
    main()
