"""`python -m benchmarks.torture [--moments 200] [--seconds 60] …`: exit code 1 where anything was lost.

`--reports`, `--disks` and `--timeout` make it shorter.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.places import CORPUS
from benchmarks.torture.crowd import crowd
from benchmarks.torture.disk import can_mount, fill
from benchmarks.torture.files import feed
from benchmarks.torture.kills import kill
from benchmarks.torture.offline import asked


def main() -> None:
    """Do all of it, print the counts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--moments", type=int, default=200, help="how often indexing is killed")
    options.add_argument("--seconds", type=float, default=60, help="how long one writer and ten readers work")
    options.add_argument("--reports", type=int, default=16, help="how many reports an index holds that is killed")
    options.add_argument("--disks", type=int, default=10, help="how many disks of random size are filled")
    options.add_argument("--timeout", type=float, default=20, help="seconds that one hostile file may take")
    options.add_argument("--seed", type=int, default=0)
    chosen = options.parse_args()
    harm = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        begun = time.monotonic()
        killed = kill(folder / "kills", chosen.moments, chosen.reports, chosen.seed)
        harm += killed.harm
        print(
            f"kill -9：{killed.kills} 次，{killed.runs} 轮，每轮 {killed.documents} 份报告；"
            f"索引损坏 {killed.damaged}，半份文件 {killed.half}，残留进程 {killed.left_behind}，"
            f"补完后与未打断的不同 {killed.different}（{time.monotonic() - begun:.0f} 秒）",
            flush=True,
        )
        begun = time.monotonic()
        if can_mount():
            filled = fill(folder / "disks", chosen.disks, seed=chosen.seed)
            harm += filled.harm
            print(
                f"磁盘满：{filled.runs} 块大小随机的盘，写不下 {filled.full} 次；索引损坏 {filled.damaged}，"
                f"半份文件 {filled.half}，丢失原有文件 {filled.lost}，没说原因 {filled.unsaid}，"
                f"补完后与未打断的不同 {filled.different}（{time.monotonic() - begun:.0f} 秒）",
                flush=True,
            )
        else:
            print("磁盘满：这台机器不让挂载自己的盘，没有试", flush=True)
        met = crowd(folder / "crowd", chosen.seconds)
        harm += met.harm
        print(
            f"1 个写、10 个读，{chosen.seconds:g} 秒：写 {met.writes} 轮，读 {met.rounds} 轮；"
            f"出错 {len(met.errors)}，看到半份文件 {met.half}",
            flush=True,
        )
        fed = feed(folder / "files", chosen.timeout)
        harm += fed.lost
        print(
            f"有害文件 {fed.files} 份：读出 {fed.read}，说明原因后拒绝 {fed.refused}，丢失 {fed.lost}",
            flush=True,
        )
        network = asked(folder / "offline", CORPUS / "reports")
        harm += len(network)
        print(f"网络全断，读、搜、问、导出：想要联网 {len(network)} 次", *network, sep="\n  ")
    print(f"合计：杀 {killed.kills} 次，有害文件 {fed.files} 份，丢失 {harm}", flush=True)
    sys.exit(1 if harm else 0)


if __name__ == "__main__":
    main()
