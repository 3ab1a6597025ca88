"""`Rows`: what the index gives back, a list that can become a data frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    import pandas

T = TypeVar("T")


class Rows(list[T], Generic[T]):
    """Rows of one kind (a dataclass of extractor.store.rows), in the order of the reports."""

    def __init__(self, kind: type[T], rows: Iterable[T] = ()) -> None:
        super().__init__(rows)
        self.kind = kind

    def to_pandas(self) -> pandas.DataFrame:
        """A column a field: figures float64 in the row's `unit` (rates in %, `yuan` in yuan), years and pages Int64,
        all else text; missing is missing. Needs pip install 'juesuan[data]'."""
        from extractor.export.frames import of_rows

        return of_rows(self.kind, self)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.kind, list(self))
