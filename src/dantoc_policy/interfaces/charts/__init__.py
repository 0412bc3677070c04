"""Pictures and tables of plans, for notebooks and documents; pictures need the extra `charts`."""

from dantoc_policy.interfaces.charts.dashboard import dashboard
from dantoc_policy.interfaces.charts.money import disbursement_chart
from dantoc_policy.interfaces.charts.responsibility import matrix_chart
from dantoc_policy.interfaces.charts.save import save_chart
from dantoc_policy.interfaces.charts.tables import Table, table
from dantoc_policy.interfaces.charts.target import target_chart

__all__ = [
    "Table",
    "dashboard",
    "disbursement_chart",
    "matrix_chart",
    "save_chart",
    "table",
    "target_chart",
]
