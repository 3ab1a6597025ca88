"""Many machines: extraction as tasks of a dask cluster, its rows as Parquet parts, the parts merged into an index.

    listing   what there is to read, in folders and at addresses (fsspec)
    tasks     a batch of files in, a part out: what a worker of the cluster does
    alone     one file in a process of its own: what a worker does with the files of a batch that killed another
    parts     the Parquet files: written whole or not at all, read back row by row
    engine    the cluster, what is sent to it and what comes back
    merging   parts → index.db, equal to that of one process
    lake      parts → DuckDB: the tables and views of index.db without an index

Scheduling, retries and dead workers are dask's; nothing here is imported before it is asked for.
"""
