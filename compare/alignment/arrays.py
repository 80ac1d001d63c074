"""Names for arrays, for the type checker alone: numpy is loaded where it is used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]
    Places = NDArray[np.integer[Any]]
    Keys = NDArray[np.uint32]
    Flags = NDArray[np.bool_]
