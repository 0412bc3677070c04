"""The facts of an ethnic group that the criteria for groups ask for."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from dantoc_policy.errors import InputError
from dantoc_policy.peoples.group import EthnicGroup
from dantoc_policy.records.fields import Count, FiguresDate, Measure, Rate, Truth, Word, empty
from dantoc_policy.records.record import Record, fact
from dantoc_policy.values.fact import Relation, parts_of
from dantoc_policy.values.unit import Unit


def _code(scheme: str) -> BeforeValidator:
    """Read a code in one of the two official orders, and refuse one that no group bears."""

    def read(given: Any) -> str | None:
        if empty(given):
            return None
        from dantoc_policy.peoples.library import peoples

        try:
            return peoples.by_code(given, scheme).code(scheme)
        except InputError as error:
            raise _refusal(error) from None

    return BeforeValidator(read)


class EthnicGroupFacts(Record):
    """An ethnic group with the facts that Decision 39/2020, Decrees 255/2025 and 05/2011 ask for.

    Who the group is: a name, or a code with its order (`code_1979`, `code_2008`); there is no bare
    code, because the two orders give one code to different groups. Counts are whole numbers, shares
    percent (0-100), infant mortality is per mille: deaths under one year of age per 1,000 live
    births. What a group is held against, `all_minorities_...`, is an input like the rest: the
    pooled rate as it is published, not the mean of the rates of the groups. Rates of a group may be
    those of one locality or of the whole country; the record does not tell them apart. `population`
    is the one that the criteria ask for: under Decree 255/2025 by population-management data.
    Raises `pydantic.ValidationError` where figures contradict each other, where name and codes are
    of different groups, and for a code that no group bears.

    >>> facts = EthnicGroupFacts(name="Lô Lô", households=933, poor_households=391)
    >>> facts.group().code_1979, facts.population is None
    ('43', True)
    """

    RELATIONS: ClassVar[tuple[Relation, ...]] = (
        parts_of(("poor_households", "near_poor_households"), "households"),
    )

    name: Word = None
    code_1979: Annotated[str | None, _code("1979")] = None
    code_2008: Annotated[str | None, _code("2008")] = None
    figures_date: FiguresDate = None
    stable_in_region_iii_communes: Truth = fact(
        Unit.TRUTH,
        "sinh sống ổn định thành cộng đồng ở xã khu vực III",
        "lives stably in communities in communes of region III",
        headings=("Sống ổn định thành cộng đồng ở xã khu vực III", "Ở xã khu vực III"),
    )
    stable_in_especially_difficult_villages: Truth = fact(
        Unit.TRUTH,
        "sinh sống ổn định thành cộng đồng ở thôn đặc biệt khó khăn",
        "lives stably in communities in especially difficult villages",
        headings=("Sống ổn định thành cộng đồng ở thôn ĐBKK", "Ở thôn ĐBKK"),
    )
    households: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ của dân tộc",
        "households of the group",
        headings=("Số hộ", "Tổng số hộ"),
    )
    poor_households: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ nghèo của dân tộc",
        "poor households of the group",
        part_of="households",
        lever=True,
        headings=("Số hộ nghèo", "Hộ nghèo"),
    )
    poor_rate: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ hộ nghèo của dân tộc",
        "share of poor households of the group",
        share_of=("poor_households", "households"),
        lever=True,
        headings=("Tỷ lệ hộ nghèo (%)",),
    )
    near_poor_households: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ cận nghèo của dân tộc",
        "near-poor households of the group",
        part_of="households",
        lever=True,
        headings=("Số hộ cận nghèo", "Hộ cận nghèo"),
    )
    poor_and_near_poor_rate: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ nghèo đa chiều của dân tộc (hộ nghèo và cận nghèo)",
        "multidimensional poverty rate of the group (poor and near-poor households)",
        share_of=("poor_households", "near_poor_households", "households"),
        lever=True,
        headings=("Tỷ lệ nghèo đa chiều (%)", "Tỷ lệ hộ nghèo và cận nghèo (%)"),
    )
    people_15_plus: Count = fact(
        Unit.PERSONS,
        "số người từ 15 tuổi trở lên của dân tộc",
        "people of the group aged 15 and over",
        headings=("Số người từ 15 tuổi trở lên",),
    )
    illiterate_people_15_plus: Count = fact(
        Unit.PERSONS,
        "số người từ 15 tuổi trở lên không biết đọc, biết viết tiếng phổ thông",
        "people aged 15 and over who cannot read and write Vietnamese",
        part_of="people_15_plus",
        lever=True,
        headings=("Số người từ 15 tuổi trở lên không biết đọc, biết viết tiếng phổ thông",),
    )
    illiterate_rate: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ người từ 15 tuổi trở lên không biết đọc, biết viết tiếng phổ thông",
        "share of people aged 15 and over who cannot read and write Vietnamese",
        share_of=("illiterate_people_15_plus", "people_15_plus"),
        lever=True,
        headings=(
            "Tỷ lệ người từ 15 tuổi trở lên không biết đọc, biết viết tiếng phổ thông (%)",
            "Tỷ lệ mù chữ từ 15 tuổi trở lên (%)",
        ),
    )
    infant_mortality_rate: Measure = fact(
        Unit.PER_MILLE,
        "tỷ suất chết trẻ em dưới 1 tuổi (trên 1.000 trẻ sinh ra sống)",
        "infant mortality rate (per 1,000 live births)",
        lever=True,
        headings=("Tỷ suất chết trẻ em dưới 1 tuổi (‰)", "Tỷ suất chết trẻ em dưới 1 tuổi"),
    )
    population: Count = fact(
        Unit.PERSONS,
        "số dân của dân tộc trên cả nước",
        "population of the group in the whole country",
        part_of="national_population",
        headings=("Dân số", "Số dân", "Dân số cả nước của dân tộc"),
    )
    census_2019_population: Count = fact(
        Unit.PERSONS,
        "số dân của dân tộc theo Tổng điều tra năm 2019",
        "population of the group in the census of 2019",
        headings=("Dân số năm 2019", "Dân số Tổng điều tra 2019"),
    )
    national_population: Count = fact(
        Unit.PERSONS,
        "dân số cả nước",
        "population of the country",
        headings=("Dân số cả nước",),
    )
    national_population_share: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ số dân của dân tộc trong dân số cả nước",
        "share of the group in the population of the country",
        share_of=("population", "national_population"),
        headings=("Tỷ lệ trong dân số cả nước (%)",),
    )
    all_minorities_poor_rate: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ hộ nghèo bình quân chung của 53 dân tộc thiểu số",
        "share of poor households of all 53 minority groups together",
        headings=("Tỷ lệ hộ nghèo chung của 53 dân tộc thiểu số (%)",),
    )
    all_minorities_poor_and_near_poor_rate: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ nghèo đa chiều của các dân tộc thiểu số cả nước",
        "multidimensional poverty rate of all minorities of the country",
        headings=("Tỷ lệ nghèo đa chiều của các dân tộc thiểu số cả nước (%)",),
    )
    all_minorities_illiterate_rate: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ không biết đọc, biết viết tiếng phổ thông bình quân chung của 53 dân tộc thiểu số",
        "share of all 53 minority groups together who cannot read and write Vietnamese",
        headings=("Tỷ lệ mù chữ chung của 53 dân tộc thiểu số (%)",),
    )
    all_minorities_infant_mortality_rate: Measure = fact(
        Unit.PER_MILLE,
        "tỷ suất chết trẻ em dưới 1 tuổi bình quân chung của 53 dân tộc thiểu số",
        "infant mortality rate of all 53 minority groups together",
        headings=("Tỷ suất chết trẻ em dưới 1 tuổi chung của 53 dân tộc thiểu số (‰)",),
    )

    def group(self) -> EthnicGroup | None:
        """Give the group of the official list that the facts are of; None where they name none.

        Raises:
            InputError: as `Peoples.get`, for a name that no group or several groups have.
        """
        from dantoc_policy.peoples.library import peoples

        if self.code_1979 is not None:
            return peoples.by_code(self.code_1979, "1979")
        if self.code_2008 is not None:
            return peoples.by_code(self.code_2008, "2008")
        return None if self.name is None else peoples.get(self.name)

    @model_validator(mode="after")
    def _one_group(self) -> EthnicGroupFacts:
        if self.code_1979 is None and self.code_2008 is None:
            return self
        from dantoc_policy.peoples.library import peoples

        coded = {
            f"code_{scheme}": peoples.by_code(code, scheme)
            for scheme, code in (("1979", self.code_1979), ("2008", self.code_2008))
            if code is not None
        }
        # A name that the library does not know may be a local one, and contradicts no code.
        named = peoples.find(self.name) if self.name is not None else []
        groups = {found.id: found for found in coded.values()}
        if len(groups) > 1 or (named and not groups.keys() & {found.id for found in named}):
            said = [f"{field} {found.name.vi}" for field, found in coded.items()]
            shown = ", ".join(said if not named else [*said, f"name {self.name}"])
            raise _refusal(
                InputError.of(
                    "people.disagree",
                    vi=f"tên và mã không cùng chỉ một dân tộc: {shown}.",
                    en=f"name and codes are of different groups: {shown}.",
                    mend_vi="Kiểm tra mã thuộc bảng 1979 hay 2008.",
                    mend_en="Check whether the code is of the order of 1979 or of 2008.",
                )
            )
        return self


def _refusal(error: InputError) -> PydanticCustomError:
    problem = error.problem
    return PydanticCustomError(
        problem.code,  # pyright: ignore[reportArgumentType] - the codes are a fixed set
        "{en}",
        {
            "vi": problem.vi,
            "en": problem.en,
            "mend_vi": problem.mend_vi,
            "mend_en": problem.mend_en,
        },
    )
