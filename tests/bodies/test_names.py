"""Finding bodies by name: any spelling, short forms, provinces, days."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dantoc_policy.bodies.library import bodies
from dantoc_policy.bodies.spelling import joined, words
from dantoc_policy.errors import InputError, NotInForceError
from dantoc_policy.law.spelling import fold

BEFORE, AFTER = date(2025, 2, 28), date(2025, 3, 1)
ALL = list(bodies)
LABOUR = "so_lao_dong_thuong_binh_va_xa_hoi"


def found(name, day=None):
    return [body.id for body in bodies.find(name, day)]


@pytest.mark.parametrize(
    "name",
    [
        "Sở Lao động - Thương binh và Xã hội",
        "Sở Lao động Thương binh và Xã hội",
        "Sở Lao động, Thương binh & Xã hội",
        "SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI",
        "so lao dong thuong binh va xa hoi",
        "Sở LĐTBXH",
        "Sở LĐ-TB&XH",
        "Sở LĐ TB XH",
        "Sở LĐ,TB và XH",
        "Sở Lao động - TB&XH",
        "SLĐTBXH",
        "SLDTBXH",
        "Sở Lao động",
        unicodedata.normalize("NFD", "Sở Lao động - Thương binh và Xã hội"),
        "Department of Labour, Invalids and Social Affairs",
    ],
)
def test_one_department_in_many_spellings(name):
    assert found(name) == ["so_lao_dong_thuong_binh_va_xa_hoi"]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Bộ NN&PTNT", "bo_nong_nghiep_va_phat_trien_nong_thon"),
        ("Bộ NN và PTNT", "bo_nong_nghiep_va_phat_trien_nong_thon"),
        ("Bộ Nông nghiệp & PTNT", "bo_nong_nghiep_va_phat_trien_nong_thon"),
        ("MARD", "bo_nong_nghiep_va_phat_trien_nong_thon"),
        ("Sở TN-MT", "so_tai_nguyen_va_moi_truong"),
        ("Sở TN&MT", "so_tai_nguyen_va_moi_truong"),
        ("SNN&PTNT", "so_nong_nghiep_va_phat_trien_nong_thon"),
        ("Sở KHĐT", "so_ke_hoach_va_dau_tu"),
        ("Sở KH&CN", "so_khoa_hoc_va_cong_nghe"),
        ("Sở Văn hoá, Thể thao & Du lịch", "so_van_hoa_the_thao_va_du_lich"),
        ("Sở VH,TT&DL", "so_van_hoa_the_thao_va_du_lich"),
        ("Sở Văn hóa Thể thao và Du lịch", "so_van_hoa_the_thao_va_du_lich"),
        ("Sở GD&ĐT", "so_giao_duc_va_dao_tao"),
        ("Ban DT", "ban_dan_toc"),
        ("BDT tỉnh", "ban_dan_toc"),
        ("Ban Dân tộc tỉnh", "ban_dan_toc"),
        ("SDTTG", "so_dan_toc_va_ton_giao"),
        ("UB MTTQ", "uy_ban_mat_tran_to_quoc_viet_nam"),
        ("MTTQ tỉnh", "uy_ban_mat_tran_to_quoc_viet_nam"),
        ("Hội LHPN tỉnh", "hoi_lien_hiep_phu_nu"),
        ("Đoàn TNCS HCM", "doan_thanh_nien_cong_san_ho_chi_minh"),
        ("UBND cấp huyện", "uy_ban_nhan_dan_huyen"),
        ("UBND thị xã", "uy_ban_nhan_dan_huyen"),
        ("UBND xã Bộc Bố", "uy_ban_nhan_dan_xa"),
        ("UBND huyện Định Hóa", "uy_ban_nhan_dan_huyen"),
        ("UBND thành phố Thái Nguyên", "uy_ban_nhan_dan_huyen"),
        ("UBND thành phố Hà Nội", "uy_ban_nhan_dan_tinh/ha_noi"),
        ("UBND tỉnh Bắc Kạn", "uy_ban_nhan_dan_tinh/bac_kan"),
        ("Công an tỉnh Lạng Sơn", "cong_an_tinh/lang_son"),
        ("Sở Nội vụ Bắc Kạn", "so_noi_vu/bac_kan"),
        ("Tỉnh ủy Bắc Kạn", "tinh_uy/bac_kan"),
        ("Văn phòng UBND tỉnh Bắc Kạn", "van_phong_uy_ban_nhan_dan/bac_kan"),
        ("Phòng VH-XH", "phong_van_hoa_xa_hoi"),
        ("Thủ tướng", "thu_tuong_chinh_phu"),
        ("Hội Liên hiệp Phụ nữ Việt Nam", "trung_uong_hoi_lien_hiep_phu_nu_viet_nam"),
        ("Hội LHPN Việt Nam", "trung_uong_hoi_lien_hiep_phu_nu_viet_nam"),
        ("Liên minh Hợp tác xã Việt Nam", "lien_minh_hop_tac_xa_viet_nam"),
        ("Liên minh HTX tỉnh", "lien_minh_hop_tac_xa"),
        ("MOLISA", "bo_lao_dong_thuong_binh_va_xa_hoi"),
        ("Ministry of Ethnic Minorities and Religions", "bo_dan_toc_va_ton_giao"),
    ],
)
def test_names_that_mean_one_body(name, body):
    assert found(name) == [body]
    assert bodies.get(name).id == body


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("UBND", ["uy_ban_nhan_dan_tinh", "uy_ban_nhan_dan_huyen", "uy_ban_nhan_dan_xa"]),
        ("UBND thành phố", ["uy_ban_nhan_dan_tinh", "uy_ban_nhan_dan_huyen"]),
        ("HĐND", ["hoi_dong_nhan_dan_tinh", "hoi_dong_nhan_dan_huyen", "hoi_dong_nhan_dan_xa"]),
        ("Ủy ban Dân tộc", ["uy_ban_dan_toc_1959", "uy_ban_dan_toc"]),
        ("Thành ủy", ["thanh_uy", "thanh_uy_thuoc_tinh"]),
        ("LĐ-TB&XH", ["bo_lao_dong_thuong_binh_va_xa_hoi", "so_lao_dong_thuong_binh_va_xa_hoi"]),
        ("Lao động Thương binh", ["bo_lao_dong_thuong_binh_va_xa_hoi", LABOUR]),
        ("Lao động - Thương binh", ["bo_lao_dong_thuong_binh_va_xa_hoi", LABOUR]),
        ("GD&ĐT", ["bo_giao_duc_va_dao_tao", "so_giao_duc_va_dao_tao"]),
        (
            "Sở Nông nghiệp",
            ["so_nong_nghiep_va_moi_truong", "so_nong_nghiep_va_phat_trien_nong_thon"],
        ),
        (
            "Sở Nội vụ tỉnh Thái Nguyên",
            ["so_noi_vu/thai_nguyen", "so_noi_vu/thai_nguyen@2025-07-01"],
        ),
    ],
)  # fmt: skip
def test_ambiguous_names_give_all_and_are_refused(name, candidates):
    assert found(name) == candidates
    with pytest.raises(InputError) as error:
        bodies.get(name)
    assert error.value.code == "body.ambiguous"
    assert all(candidate in error.value.message("vi") for candidate in candidates)


@pytest.mark.parametrize(
    ("name", "day", "body"),
    [
        ("Ủy ban Dân tộc", date(1960, 1, 1), "uy_ban_dan_toc_1959"),
        ("UBDT", date(2021, 6, 4), "uy_ban_dan_toc"),
        ("Sở Nông nghiệp", BEFORE, "so_nong_nghiep_va_phat_trien_nong_thon"),
        ("Sở Nông nghiệp", AFTER, "so_nong_nghiep_va_moi_truong"),
        ("Sở Nội vụ tỉnh Thái Nguyên", date(2025, 6, 30), "so_noi_vu/thai_nguyen"),
        ("Sở Nội vụ tỉnh Thái Nguyên", date(2025, 7, 1), "so_noi_vu/thai_nguyen@2025-07-01"),
        ("Thành ủy", date(2025, 7, 1), "thanh_uy"),
    ],
)
def test_a_day_settles_which(name, day, body):
    assert found(name, day) == [body]
    assert bodies.get(name, day).id == body


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Sở LĐTBXH", AFTER),
        ("Bộ Dân tộc và Tôn giáo", BEFORE),
        ("UBND huyện Định Hóa", date(2025, 7, 1)),
        ("Sở Nội vụ tỉnh Bắc Kạn", date(2025, 7, 1)),
        ("so_noi_vu/bac_kan", date(2025, 7, 1)),
    ],
)
def test_a_body_that_was_not_there_says_when_it_was(name, day):
    with pytest.raises(NotInForceError) as error:
        bodies.get(name, day)
    assert error.value.code == "body.not_there"


@pytest.mark.parametrize("kind", ["thị trấn", "đặc khu"])
def test_names_hold_for_their_days_only(kind):
    before, after = date(2025, 6, 30), date(2025, 7, 1)
    old = kind == "thị trấn"
    assert (found(f"Ủy ban nhân dân {kind}", before) != []) is old
    assert (found(f"Ủy ban nhân dân {kind}", after) != []) is not old


@pytest.mark.parametrize(
    "name",
    ["", " ", "Sở", "&", "Sở Nội vụ tỉnh Xyz", "Ban Dân tộc HĐND tỉnh", "Bộ Nội vụ tỉnh Bắc Kạn",
     "Sở Nội vụ huyện Định Hóa", "Sở Y tế và Nội vụ", "so_noi_vu/xyz"],
)  # fmt: skip
def test_what_names_no_body(name):
    assert found(name) == []
    assert name not in bodies
    with pytest.raises(InputError) as error:
        bodies.get(name)
    assert error.value.code == "body.unknown"


def test_a_near_name_is_offered():
    with pytest.raises(InputError) as error:
        bodies.get("Sở Nội vụu")
    assert "Sở Nội vụ" in error.value.message("vi")


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("các huyện, thành phố", None),
        ("Ban Chấp hành Đảng bộ tỉnh", None),
        ("Đảng và Nhà nước", None),
        ("Trưởng Ban Dân tộc", "Ban Dân tộc"),
        ("Sở Văn hoá Thể thao Du lich", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Bộ Tài chnh", "Bộ Tài chính"),
        ("Uy ban Dan tôc Viet Nam", "Ủy ban Dân tộc"),
    ],
)
def test_what_is_offered_is_not_far_fetched(name, offered):
    near = bodies._names.near(name, 5)
    assert offered in near if offered else near == ()


@pytest.mark.parametrize(
    ("name", "issuer"),
    [("Bộ Chính trị", "bo_chinh_tri"), ("BCH Trung ương Đảng", "ban_chap_hanh_trung_uong_dang"),
     ("Ban Bí thư", "ban_bi_thu")],
)  # fmt: skip
def test_what_only_issues_documents_is_said_to(name, issuer):
    assert found(name) == []
    with pytest.raises(InputError) as caught:
        bodies.get(name, AFTER)
    assert caught.value.code == "body.only_issuer"
    for locale in ("vi", "en"):
        assert issuer in caught.value.message(locale)
        assert "Tài chính" not in caught.value.message(locale)


@pytest.mark.parametrize("name", [None, 5, b"UBND"])
def test_what_is_no_text_is_refused(name):
    for ask in (bodies.get, bodies.find, bodies.find_class, bodies.get_class,
                bodies.find_functions, bodies.predecessors, bodies.lineage,
                lambda key: bodies.successor(key, AFTER)):  # fmt: skip
        with pytest.raises(InputError) as caught:
            ask(name)
        assert caught.value.code == "argument.not_text"
        assert repr(name) in caught.value.message("vi")
    assert name not in bodies


def test_a_body_of_a_province_where_there_cannot_be_one():
    for name, place in (
        ("bo_noi_vu", "bac_kan"),
        ("so_tai_nguyen_va_moi_truong", "thai_nguyen@2025-07-01"),
    ):
        with pytest.raises(InputError) as error:
            bodies.get(f"{name}/{place}")
        assert error.value.code == "body.not_of_province"


@pytest.mark.parametrize("body", ALL, ids=lambda body: body.id)
def test_every_body_is_found_by_all_its_own_names(body):
    names = [body.name.vi, body.name.en, *body.abbreviations]
    names += [one.vi or one.en for one in body.other_names]
    for name in names:
        assert body in bodies.find(name), name
        assert name in bodies


def old_tones(text):
    for new, old in (("òa", "oà"), ("óa", "oá"), ("ủy", "uỷ"), ("úy", "uý")):
        text = text.replace(new, old)
    return text


NOISE = st.lists(
    st.sampled_from(
        [str.upper, str.lower, str.title, fold, old_tones, lambda t: t.replace(" và ", " & "),
         lambda t: t.replace(" - ", " "), lambda t: t.replace(",", " -"), lambda t: f"  {t} ",
         lambda t: t.replace(" ", "  "), lambda t: unicodedata.normalize("NFD", t)]
    ),
    max_size=4,
)  # fmt: skip


@settings(deadline=None)  # the first call builds the index
@given(st.sampled_from(ALL), NOISE)
def test_find_is_total_on_its_own_names_in_any_spelling(body, noise):
    name = body.name.vi
    for change in noise:
        name = change(unicodedata.normalize("NFC", name))
    assert body in bodies.find(name)
    day = body.existed.end or body.existed.start or date(2025, 1, 1)
    assert body in bodies.find(name, day)


@settings(deadline=None)  # the first call builds the index
@given(st.sampled_from(ALL), st.data())
def test_find_knows_any_words_by_their_first_letters(body, data):
    read = words(body.name.vi)
    short = data.draw(st.lists(st.booleans(), min_size=len(read), max_size=len(read)))
    name = " ".join(
        word.printed[0] if cut else word.printed for word, cut in zip(read, short, strict=True)
    )
    same = [other for other in bodies.find(name) if joined(words(other.name.vi)) == joined(read)]
    # What another body is called in print comes before what its letters could also be: "Sở NV".
    declared = joined(words(name)) in bodies._names._exact
    assert same or declared


@settings(deadline=None)  # the first call builds the index
@given(st.text(max_size=40))
def test_find_takes_any_text(text):
    assert isinstance(bodies.find(text), list)
    assert isinstance(bodies.find(text, date(2025, 3, 1)), list)
    assert isinstance(bodies.find_class(text), list)


def test_letters_in_print_come_before_what_they_could_also_be():
    assert found("Sở NV") == found("SNV") == ["so_noi_vu"]
    assert found("SNgV") == found("Sở NgV") == ["so_ngoai_vu"]
