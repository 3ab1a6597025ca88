"""The example notebook: its code cells, one after the other, in a fresh process with nothing made before."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"


@pytest.fixture(scope="module")
def cells() -> list[str]:
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def test_the_notebook_runs_from_nothing_and_ends_in_a_plot(cells: list[str], tmp_path: Path) -> None:
    drawn = "\nprint('drawn', [len(axes.patches) for axes in figure.axes], len(by_category))\n"
    # indexing may start processes, which read this file again: nothing of it must run there
    body = "\n".join([*cells, drawn]).replace("\n", "\n    ")
    program = tmp_path / "notebook.py"
    program.write_text(f"if __name__ == '__main__':\n    {body}\n", encoding="utf-8")
    environment = {**os.environ, "MPLBACKEND": "Agg", "PYTHONPATH": str(ROOT), "MPLCONFIGDIR": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, str(program)], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300
    )
    assert run.returncode == 0, run.stderr
    assert "读入 8 份，未读出 0 份" in run.stdout
    drawn_bars = re.fullmatch(r"drawn \[(\d+)\] (\d+)", run.stdout.splitlines()[-1])
    assert drawn_bars and drawn_bars[1] == drawn_bars[2] != "0"


def test_the_stored_notebook_shows_its_plot() -> None:
    outputs = [
        output for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"] for output in cell.get("outputs", [])
    ]
    assert any("image/png" in output.get("data", {}) for output in outputs)
    assert not any(output["output_type"] == "error" for output in outputs)
