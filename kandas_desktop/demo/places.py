"""Where the demo's people come from: countries in the order of frequency, and places to be born in."""

from typing import NamedTuple


class Origin(NamedTuple):
    """A country and what is special about the papers that people bring from there."""

    code: str
    weight: int
    places: tuple[str, ...]
    without_patronymic: float
    without_surname: float
    year_only: float
    native_script: bool  # whether people there write Kazakh in the Arabic script


ORIGINS = (
    Origin(
        "UZ",
        34,
        (
            "Нөкіс қаласы",
            "Ташкент қаласы",
            "Самарқан қаласы",
            "Тамды ауданы",
            "Қоңырат ауданы",
            "Шыршық қаласы",
            "Бұқара облысы",
            "Тахиаташ қаласы",
        ),
        0.03,
        0.0,
        0.01,
        False,
    ),
    Origin(
        "CN",
        26,
        (
            "Іле аймағы",
            "Тарбағатай аймағы",
            "Алтай аймағы",
            "Құлжа қаласы",
            "Шәуешек қаласы",
            "Буыршын ауданы",
            "Күнес ауданы",
            "Үрімжі қаласы",
        ),
        0.45,
        0.15,
        0.04,
        True,
    ),
    Origin(
        "TM",
        12,
        ("Дашоғуз қаласы", "Балқан уәлаяты", "Ашғабат қаласы", "Түрікменбашы қаласы", "Бекдаш кенті"),
        0.05,
        0.0,
        0.02,
        False,
    ),
    Origin(
        "MN",
        11,
        ("Баян-Өлгий аймағы", "Қобда аймағы", "Ұланбатыр қаласы", "Дархан қаласы", "Налайх ауданы"),
        0.5,
        0.12,
        0.05,
        False,
    ),
    Origin(
        "RU",
        7,
        ("Орынбор облысы", "Горно-Алтайск қаласы", "Омбы облысы", "Астрахан облысы", "Қосағаш ауылы"),
        0.04,
        0.0,
        0.0,
        False,
    ),
    Origin(
        "KG", 4, ("Бішкек қаласы", "Ыстықкөл облысы", "Талас облысы", "Ош қаласы"), 0.04, 0.0, 0.01, False
    ),
    Origin("TJ", 2, ("Душанбе қаласы", "Хатлон облысы", "Хужанд қаласы"), 0.08, 0.0, 0.02, False),
    Origin("AF", 1, ("Құндыз қаласы", "Мазари-Шариф қаласы", "Герат қаласы"), 0.7, 0.35, 0.45, True),
    Origin("IR", 1, ("Горган қаласы", "Гүлістан остандығы", "Тегеран қаласы"), 0.6, 0.05, 0.1, True),
    Origin("TR", 1, ("Ыстамбұл қаласы", "Маниса илі", "Алтай көйі"), 0.8, 0.0, 0.02, False),
    Origin("PK", 1, ("Пешавар қаласы", "Исламабад қаласы"), 0.8, 0.1, 0.2, True),
)
"""Ordered as the country list of the intake page."""

BY_CODE = {origin.code: origin for origin in ORIGINS}
