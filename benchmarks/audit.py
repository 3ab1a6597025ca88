"""Known vulnerabilities of what is pinned: `python -m benchmarks.audit` (make audit); what could not be asked is said.

pip-audit asks PyPI's database about every pinned version. Exit code 1 where one is known to be vulnerable.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.licences import listed, pins
from benchmarks.places import PROJECT


@dataclass(frozen=True, slots=True)
class Audit:
    """How many packages the database answered about, the vulnerable ones in words, why nobody could be asked."""

    asked: int = 0
    vulnerable: tuple[str, ...] = ()
    skipped: str = ""


def audit() -> Audit:
    """Ask about every pin."""
    if not find_spec("pip_audit"):
        return Audit(skipped="没有装 pip-audit（make audit 会装；装不上多半是断网）")
    with tempfile.TemporaryDirectory() as folder:
        pinned = Path(folder, "pins.txt")
        pinned.write_text("".join(f"{name}=={version}\n" for name, version in sorted(pins().items())), "utf-8")
        options = ["--no-deps", "--disable-pip", "--progress-spinner", "off", "-f", "json", "-r", str(pinned)]
        call = [sys.executable, "-m", "pip_audit", *options]
        run = subprocess.run(call, cwd=PROJECT, capture_output=True, text=True, check=False)
    return told(run.stdout, run.stderr)


def told(answer: str, errors: str = "") -> Audit:
    """What pip-audit's JSON says; `errors` is what it said beside it."""
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError):
        return Audit(skipped=(errors.strip().splitlines() or ["pip-audit 没有回答"])[-1])
    answered = [each for each in packages if "vulns" in each]
    if not answered:
        return Audit(skipped=f"漏洞库一个包也不认识（{packages[0]['skip_reason']}）" if packages else "没有包可查")
    found = tuple(
        f"{each['name']} {each['version']}: {vulnerability['id']}，修复于 {'、'.join(vulnerability['fix_versions']) or '尚无'}"
        for each in answered
        for vulnerability in each["vulns"]
    )
    return Audit(len(answered), found)


def main() -> None:
    """Ask, and say what came of it."""
    done = audit()
    if done.skipped:
        print(f"漏洞：没有查，跳过。{done.skipped[:200]}")
    else:
        print(
            f"漏洞：查了 {done.asked} 个包（共 {len(pins())} 个），有已知漏洞的 {len(done.vulnerable)} 处",
            *done.vulnerable,
            sep="\n  ",
        )
    binding = [name for name, (_, licence) in listed().items() if "AGPL" in licence]
    print(f"许可：{len(listed())} 个包，AGPL {len(binding)} 个", *binding)
    sys.exit(1 if done.vulnerable or binding else 0)


if __name__ == "__main__":
    main()
