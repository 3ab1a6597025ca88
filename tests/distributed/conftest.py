"""A cluster of two worker processes on this machine, begun once; all of it is skipped where dask is not installed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("distributed", reason="dask is not installed: pip install 'juesuan[dask]'")
pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'juesuan[dask]'")


@pytest.fixture(scope="session")
def client() -> Iterator[Any]:
    """A client of a cluster of two processes; a worker that is killed is begun anew."""
    from extractor.distributed.engine import connected

    with connected(processes=2) as client:
        yield client


@pytest.fixture
def here() -> Iterator[Any]:
    """A client of a cluster inside this process, which shares what is at memory://."""
    import fsspec
    from distributed import Client, LocalCluster

    def clear() -> None:
        fsspec.filesystem("memory").store.clear()
        fsspec.filesystem("memory").pseudo_dirs[:] = [""]

    clear()
    with (
        LocalCluster(processes=False, n_workers=1, threads_per_worker=2, dashboard_address="127.0.0.1:0") as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client
    clear()
