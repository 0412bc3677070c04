"""The words for levels and kinds of bodies, and for what documents did to them."""

from __future__ import annotations

from collections.abc import Mapping

from dantoc_policy.bodies.body import Kind, Level
from dantoc_policy.bodies.body_parts import Role
from dantoc_policy.values.text import Text

LEVELS: Mapping[Level, Text] = {
    "central": Text("trung ương", "central"),
    "province": Text("cấp tỉnh", "province"),
    "district": Text("cấp huyện", "district"),
    "commune": Text("cấp xã", "commune"),
    "unit": Text("nhiều cấp", "several levels"),
}
KINDS: Mapping[Kind, Text] = {
    "assembly": Text("Quốc hội", "National Assembly"),
    "government": Text("Chính phủ", "Government"),
    "ministry": Text("bộ", "ministry"),
    "ministerial": Text("cơ quan ngang bộ", "ministerial agency"),
    "agency": Text("cơ quan thuộc Chính phủ, bộ", "agency"),
    "committee": Text("ủy ban", "committee"),
    "council": Text("hội đồng", "council"),
    "department": Text("sở", "department"),
    "division": Text("phòng", "division"),
    "office": Text("văn phòng", "office"),
    "police": Text("công an", "police"),
    "service_unit": Text("đơn vị sự nghiệp", "public service unit"),
    "party": Text("cơ quan Đảng", "Party body"),
    "front": Text("Mặt trận Tổ quốc", "Fatherland Front"),
    "organisation": Text("tổ chức chính trị - xã hội", "socio-political organisation"),
    "association": Text("liên minh, hội khác", "other association"),
    "enterprise": Text("doanh nghiệp", "enterprise"),
}
ROLES: Mapping[Role, Text] = {
    "sets_up": Text("thành lập", "set up by it"),
    "regulates": Text("quy định chức năng", "regulated by it"),
    "re_forms": Text("tổ chức lại", "re-formed by it"),
    "ends": Text("kết thúc", "ended by it"),
}
