"""Names nobody bears: surnames that say "example", "test" and "fancy", with ordinary given names."""

from typing import NamedTuple

from kandas_desktop.rules.household import Sex

# What the stems mean: pattern, example, test, guess, draft, fancy, mould, artificial, tale, show, legend,
# ghost, version, project, image, sketch, reckoning, surmise, scheme, hand-made, nickname, riddle, sheet …
_STEMS = {
    "Үлгі": "Үлгиев",
    "Мысал": "Мысалов",
    "Сынақ": "Сынақов",
    "Болжам": "Болжамов",
    "Нобай": "Нобаев",
    "Қиял": "Қиялов",
    "Қалып": "Қалыпов",
    "Жасанды": "Жасандиев",
    "Ертегі": "Ертегиев",
    "Көрме": "Көрмеев",
    "Аңыз": "Аңызов",
    "Елес": "Елесов",
    "Нұсқа": "Нұсқаев",
    "Жоба": "Жобаев",
    "Бейне": "Бейнеев",
    "Сұлба": "Сұлбаев",
    "Долбар": "Долбаров",
    "Жорамал": "Жорамалов",
    "Қолдан": "Қолданов",
    "Лақап": "Лақапов",
    "Жұмбақ": "Жұмбақов",
    "Парақ": "Парақов",
    "Көшірме": "Көшірмеев",
    "Сынама": "Сынамаев",
    "Дерек": "Дереков",
    "Кейіп": "Кейіпов",
    "Тәжірибе": "Тәжірибеев",
    "Жаттығу": "Жаттығуов",
    "Ойдан": "Ойданов",
    "Бүркеншік": "Бүркеншіков",
}
_SURNAME_ENDINGS = ("баев", "беков", "ханов", "жанов", "бергенов", "құлов", "ғалиев", "байтегиев")
_FATHER_ENDINGS = ("", "", "бек", "бай", "хан", "жан")

MEN = (
    "Дәурен",
    "Арман",
    "Нұрлан",
    "Бекзат",
    "Ерасыл",
    "Асхат",
    "Қайрат",
    "Ермек",
    "Берік",
    "Серік",
    "Марат",
    "Талғат",
    "Болат",
    "Жандос",
    "Данияр",
    "Алмас",
    "Ержан",
    "Олжас",
    "Мейрам",
    "Қанат",
    "Бауыржан",
    "Самат",
    "Азамат",
    "Руслан",
    "Тимур",
    "Әлихан",
    "Мирас",
    "Нұрислам",
    "Сұлтан",
    "Жәнібек",
    "Абылай",
    "Айдос",
    "Ислам",
    "Рахым",
    "Досжан",
    "Шыңғыс",
    "Еркін",
    "Төлеген",
    "Сағындық",
    "Құрманғазы",
    "Ғалым",
    "Өмірзақ",
    "Ілияс",
    "Ұлан",
    "Һамит",
    "Әбдірахман",
)
WOMEN = (
    "Томирис",
    "Әмина",
    "Мөлдір",
    "Назгүл",
    "Сәуле",
    "Аяла",
    "Бибі",
    "Раушан",
    "Айгүл",
    "Гүлнәр",
    "Динара",
    "Жанар",
    "Сәния",
    "Алма",
    "Меруерт",
    "Ақбота",
    "Еркежан",
    "Айнұр",
    "Жібек",
    "Мадина",
    "Зере",
    "Інжу",
    "Кәмшат",
    "Құралай",
    "Ләззат",
    "Нұргүл",
    "Перизат",
    "Райхан",
    "Салтанат",
    "Толғанай",
    "Ұлжан",
    "Үміт",
    "Шолпан",
    "Әйгерім",
    "Бағдагүл",
    "Гауһар",
    "Дәмелі",
    "Жұлдыз",
    "Қарлығаш",
    "Фатима",
    "Һанифа",
    "Өміргүл",
    "Ырысты",
    "Ғалия",
)

SURNAMES = tuple(_STEMS.values()) + tuple(
    f"{stem}{ending}" for stem in _STEMS if not stem.endswith("й") for ending in _SURNAME_ENDINGS
)
FATHERS = tuple(f"{stem}{ending}" for stem in _STEMS for ending in _FATHER_ENDINGS)
_LATIN_LETTERS = (
    dict(zip("абвгдезийклмнопрстуфы", "abvgdeziyklmnoprstufy", strict=True))
    | dict(zip("әғқңөұүһіэ", "agknouuhie", strict=True))
    | {"ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"}
    | {"ъ": "", "ь": ""}
)
_ARABIC_LETTERS = dict(
    zip("абвгғдежзийкқлмнңопрстуұфхһчшыэцщ", "ابۆگعدەجزييكقلمنڭوپرستۋۇفحھچشىەتش", strict=True)
) | {"ә": "ٴا", "ө": "ٴو", "ү": "ٴۇ", "і": "ٴى", "ё": "يو", "ю": "يۋ", "я": "يا", "ъ": "", "ь": ""}

_TO_LATIN = str.maketrans(_LATIN_LETTERS)
_TO_ARABIC = str.maketrans(_ARABIC_LETTERS)


class DemoName(NamedTuple):
    """A name in the spelling of the notarised translation; any part but one may be missing."""

    surname: str
    given_name: str
    patronymic: str

    @classmethod
    def of(cls, surname: str, given_name: str, father: str, sex: Sex) -> "DemoName":
        """The name in the form for ``sex``; no patronymic without a father."""
        return cls(
            surname_for(surname, sex) if surname else "",
            given_name,
            patronymic_for(father, sex) if father else "",
        )

    @property
    def full(self) -> str:
        """The parts that there are, in the order of the forms."""
        return " ".join(filter(None, self))


def surname_for(surname: str, sex: Sex) -> str:
    """The surname's form for a man or a woman."""
    return surname if sex is Sex.MALE else f"{surname}а"


def patronymic_for(father: str, sex: Sex) -> str:
    """«Аңызұлы» or «Аңызқызы»."""
    return f"{father}ұлы" if sex is Sex.MALE else f"{father}қызы"


def in_latin(text: str) -> str:
    """The spelling in capitals that a passport's machine-readable line has."""
    return text.lower().translate(_TO_LATIN).upper()


def in_arabic(text: str) -> str:
    """The spelling in the Arabic script of the Kazakhs of China, Iran and Afghanistan."""
    return text.lower().translate(_TO_ARABIC)
