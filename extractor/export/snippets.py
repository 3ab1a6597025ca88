"""A few lines of pandas or R that read an exported file with the right types."""

from __future__ import annotations

from pathlib import Path

_PANDAS = {
    "csv": 'import pandas as pd\n\ndata = pd.read_csv({path}, encoding="utf-8-sig", dtype={{"code": "string"}})',
    "xlsx": "import pandas as pd\n\nsheets = pd.read_excel({path}, sheet_name=None)  # a sheet a kind",
    "jsonl": 'import pandas as pd\n\ndata = pd.read_json({path}, lines=True, dtype=False)\n'
    'data["value"] = pd.to_numeric(data["value"])  # figures are text, exactly as printed',
    "parquet": "import pandas as pd\n\ndata = pd.read_parquet({path})",
    "dta": "import pandas as pd\n\ndata = pd.read_stata({path})",
}  # fmt: skip
_R = {
    "csv": 'library(readr)\n\ndata <- read_csv({path}, locale = locale(encoding = "UTF-8"))',
    "xlsx": "library(readxl)\n\nsheets <- lapply(excel_sheets({path}), function(s) read_excel({path}, sheet = s))",
    "jsonl": "library(jsonlite)\n\ndata <- stream_in(file({path}))\ndata$value <- as.numeric(data$value)",
    "parquet": "library(arrow)\n\ndata <- read_parquet({path})",
    "dta": "library(haven)\n\ndata <- read_dta({path})",
}


def snippet(language: str, format_: str, path: Path) -> str:
    """Code that reads the file; empty for a format that is read by people only."""
    code = (_PANDAS if language == "pandas" else _R).get(format_, "")
    quoted = '"' + path.as_posix().replace("\\", "\\\\").replace('"', '\\"') + '"'
    return code.format(path=quoted)
