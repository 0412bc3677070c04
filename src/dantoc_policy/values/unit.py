"""What a number counts or measures."""

from __future__ import annotations

from enum import Enum

from dantoc_policy.values.text import Text


class Unit(Enum):
    """The unit of a fact or a threshold; numbers of unlike units are never compared.

    >>> Unit.HOUSEHOLDS.text.vi
    'hộ'
    """

    HOUSEHOLDS = "households"
    PERSONS = "persons"
    WORKERS = "workers"
    VILLAGES = "villages"
    COMMUNES = "communes"
    SCHOOLS = "schools"
    ROOMS = "rooms"
    KILOMETRES = "km"
    HECTARES = "ha"
    SQUARE_KILOMETRES = "km2"
    VND = "vnd"
    PERCENT = "percent"
    PER_MILLE = "per_mille"
    PERCENTAGE_POINTS = "percentage_points"
    TIMES = "times"
    RANK = "rank"
    PROVINCES = "provinces"
    DISTRICTS = "districts"
    PROJECTS = "projects"
    MODELS = "models"
    CLASSES = "classes"
    CONFERENCES = "conferences"
    COLLECTIVES = "collectives"
    TRUTH = "truth"
    NAME = "name"

    @property
    def text(self) -> Text:
        """The unit's word as it stands behind a number."""
        return _WORDS[self]

    @property
    def whole(self) -> bool:
        """Whether only whole numbers make sense (households yes, kilometres no)."""
        return self in _COUNTED

    @property
    def numeric(self) -> bool:
        """Whether values of this unit are numbers."""
        return self not in (Unit.TRUTH, Unit.NAME)


_COUNTED = frozenset(
    {
        Unit.HOUSEHOLDS,
        Unit.PERSONS,
        Unit.WORKERS,
        Unit.VILLAGES,
        Unit.COMMUNES,
        Unit.SCHOOLS,
        Unit.ROOMS,
        Unit.RANK,
        Unit.PROVINCES,
        Unit.DISTRICTS,
        Unit.PROJECTS,
        Unit.MODELS,
        Unit.CLASSES,
        Unit.CONFERENCES,
        Unit.COLLECTIVES,
    }
)
_WORDS = {
    Unit.HOUSEHOLDS: Text("hộ", "households"),
    Unit.PERSONS: Text("người", "persons"),
    Unit.WORKERS: Text("lao động", "workers"),
    Unit.VILLAGES: Text("thôn", "villages"),
    Unit.COMMUNES: Text("xã", "communes"),
    Unit.SCHOOLS: Text("trường", "schools"),
    Unit.ROOMS: Text("phòng", "rooms"),
    Unit.KILOMETRES: Text("km", "km"),
    Unit.HECTARES: Text("ha", "ha"),
    Unit.SQUARE_KILOMETRES: Text("km²", "km²"),
    Unit.VND: Text("đồng", "VND"),
    Unit.PERCENT: Text("%", "%"),
    Unit.PER_MILLE: Text("‰", "‰"),
    Unit.PERCENTAGE_POINTS: Text("điểm %", "percentage points"),
    Unit.TIMES: Text("lần", "times"),
    Unit.RANK: Text("hạng", "place"),
    Unit.PROVINCES: Text("tỉnh, thành phố", "provinces"),
    Unit.DISTRICTS: Text("đơn vị cấp huyện", "districts"),
    Unit.PROJECTS: Text("dự án", "projects"),
    Unit.MODELS: Text("mô hình", "models"),
    Unit.CLASSES: Text("lớp", "classes"),
    Unit.CONFERENCES: Text("hội nghị", "conferences"),
    Unit.COLLECTIVES: Text("tập thể", "collectives"),
    Unit.TRUTH: Text("", ""),
    Unit.NAME: Text("", ""),
}
