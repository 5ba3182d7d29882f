"""What the Center's own papers say: the order has no forms for them, so they keep to its clauses' words.

Source: order of 22.07.2013 № 331-ө-м, residence rules, clauses 7 to 17, edition of 16.03.2021 № 78.
"""

from typing import Final

from kandas_desktop.reports import wording

# The months as dates are inflected: «13 наурызда», «18 наурыздағы», «21 наурыздан»
MONTHS_IN: Final = (
    "қаңтарда",
    "ақпанда",
    "наурызда",
    "сәуірде",
    "мамырда",
    "маусымда",
    "шілдеде",
    "тамызда",
    "қыркүйекте",
    "қазанда",
    "қарашада",
    "желтоқсанда",
)
MONTHS_OF: Final = tuple(f"{month}ғы" if month.endswith("да") else f"{month}гі" for month in MONTHS_IN)
MONTHS_FROM: Final = (
    "қаңтардан",
    "ақпаннан",
    "наурыздан",
    "сәуірден",
    "мамырдан",
    "маусымнан",
    "шілдеден",
    "тамыздан",
    "қыркүйектен",
    "қазаннан",
    "қарашадан",
    "желтоқсаннан",
)
DATE: Final = wording.DATE

# Every letter
BUSINESS_NUMBER: Final = "БСН {number}"
TO_WHOM: Final = "Кімге:"
NAME: Final = "(тегі, аты және болған жағдайда әкесінің аты)"
HEAD_OF_THE_CENTER: Final = "Орталықтың басшысы"
SIGNATURE: Final = "(қолы)"
RECEIVED: Final = "Хабарламаны алдым"
RECEIVED_ON: Final = "(алған күні)"
LETTER_OF: Final = "{title}, {day}"
NOTICE_TO: Final = "{title}, {day}, {name}"
NOTICE_OF_DECISION: Final = "{title}, {day}, {name} (№ {number} шешім)"
COLUMN_NUMBER: Final = "№ р/с"
COLUMN_NAME: Final = "Тегі, аты және болған жағдайда әкесінің аты"
COLUMN_BORN: Final = "Туған күні"
COLUMN_MOVED_IN: Final = "Орналасқан күні"

_RULES: Final = (
    "Қазақстан Республикасы Еңбек және халықты әлеуметтік қорғау министрінің 2013 жылғы 22 шілдедегі "
    "№ 331-ө-м бұйрығымен бекітілген Қандастар мен олардың отбасы мүшелерінің Қандастарды бейімдеу және "
    "ықпалдастыру орталығында тұру мерзімдері мен қағидаларының (бұдан әрі – Қағидалар)"
)

# The proposal (r.13)
PROPOSAL_TITLE: Final = "ҰСЫНЫС"
PROPOSAL_ABOUT: Final = "Орталықта болуды мерзімінен бұрын тоқтату туралы"
PROPOSAL_ABOUT_TERM_OVER: Final = "Орталықтан шығару туралы"
PROPOSAL: Final = (
    "Қандастарды бейімдеу және ықпалдастыру орталығы (бұдан әрі – Орталық) "
    f"{_RULES} 13-тармағына сәйкес {{referrals}} негізінде Орталықта тұратын мына адамдардың Орталықта "
    "болуын тоқтатуды сұрайды:"
)
REFERRAL: Final = "{day} № {number}"
SEVERAL_REFERRALS: Final = "{others} және {last}"
REFERRAL_OF: Final = "{referrals} жолдама"
REFERRALS_OF: Final = "{referrals} жолдамалар"
BREACH: Final = "{day} Қағидалардың талаптары бұзылды:"
PROPOSAL_REQUEST: Final = (
    "Орталық Қағидалардың 14-тармағына сәйкес осы ұсыныстың негізділігіне тексеру жүргізіп, бір жұмыс күні "
    "ішінде оларды Орталықта қалдыру немесе Орталықтан шығару туралы шешім шығаруыңызды сұрайды."
)
PROPOSAL_REGISTERED: Final = "Ұсыныс тіркелді:"
PROPOSAL_REGISTERED_CAPTIONS: Final = ("(тіркеу нөмірі)", "(тіркелген күні)", "(қолы)")

# The notice of the decision (r.14, r.16, r.17)
NOTICE_TITLE: Final = "ХАБАРЛАМА"
EVICTION_ABOUT: Final = "Орталықтан шығару туралы шешім жөнінде"
KEEPING_ABOUT: Final = "Орталықта қалдыру туралы шешім жөнінде"
EVICTION: Final = (
    "Халықтың көші-қоны саласындағы жергілікті атқарушы органның {day} № {number} шешімімен "
    f"{_RULES} 14 және 16-тармақтарына сәйкес мына адамдар Қандастарды бейімдеу және ықпалдастыру "
    "орталығынан (бұдан әрі – Орталық) шығарылады:"
)
KEEPING: Final = (
    "Халықтың көші-қоны саласындағы жергілікті атқарушы органның {day} № {number} шешімімен "
    f"{_RULES} 14-тармағына сәйкес мына адамдар Қандастарды бейімдеу және ықпалдастыру орталығында "
    "(бұдан әрі – Орталық) қалдырылады:"
)
DECIDED_BY: Final = "Шешімді шығарған орган: {body}; негізі: Орталықтың {day} № {number} ұсынысы."
APPEAL: Final = (
    "Шешімге Қазақстан Республикасының Әкімшілік рәсімдік-процестік кодексінде белгіленген тәртіппен "
    "шағым жасауға болады."
)
VACATING: Final = (
    "Қағидалардың 17-тармағына сәйкес қандастар мен олардың отбасы мүшелері оларға ұсынылған үй-жайды "
    "олардың Орталықта болу мерзімі аяқталған соң күнтізбелік үш күннен кешіктірмей босатады."
)
VACATED_BY: Final = "Үй-жай {day} кешіктірілмей босатылуы тиіс."
VACATING_OVER: Final = "Үй-жайды босату мерзімі {day} өтті; үй-жай дереу босатылуы тиіс."
VACATED_AT_ONCE: Final = "Босату мерзімі өткен үй-жай дереу босатылуы тиіс."
STAYING: Final = "Отбасының Орталықта тұруын жалғастыратын мүшелері: {names}."
CONTACT: Final = "Бұдан былай отбасы атынан Орталықпен байланысатын адам: {name}."
COLUMN_ENDED: Final = "Орталықта болу мерзімі аяқталған күн"
COLUMN_VACATED: Final = "Үй-жайды босатудың соңғы күні"

# The notice of a stay's end (r.15, r.17)
TERM_ABOUT: Final = "Орталықта тұру мерзімінің аяқталуы туралы"
TERM: Final = (
    f"{_RULES} 15-тармағына сәйкес өтініш иелерінің Қандастарды бейімдеу және ықпалдастыру орталығында "
    "(бұдан әрі – Орталық) тұруы қандас мәртебесі аяқталғанға дейін жүзеге асырылады, бірақ орналасқан "
    "күнінен бастап алты айдан көп емес."
)
TERM_ENDS: Final = "Орталықта тұру мерзімі төмендегі кестеде көрсетілген күні аяқталатынын хабарлаймыз:"
TERM_ENDED: Final = "Орталықта тұру мерзімі төмендегі кестеде көрсетілген күні аяқталғанын хабарлаймыз:"
TERM_ENDS_OR_ENDED: Final = (
    "Орталықта тұру мерзімі төмендегі кестеде көрсетілген күні аяқталғанын немесе аяқталатынын хабарлаймыз:"
)
COLUMN_ENDS: Final = "Тұру мерзімінің аяқталу күні"
COLUMN_WHY: Final = "Негізі"
WHY_SIX_MONTHS: Final = "орналасқан күнінен бастап алты ай"
WHY_STATUS: Final = "қандас мәртебесінің аяқталуы"
WHY_DECISION: Final = "жергілікті атқарушы органның шешімі"

# The acknowledgement of the house rules (r.10)
HOUSE_RULES_TITLE: Final = "ІШКІ ТӘРТІППЕН ТАНЫСУ ПАРАҒЫ"
HOUSE_RULES: Final = (
    f"{_RULES} 10-тармағының 3) тармақшасына сәйкес Қандастарды бейімдеу және ықпалдастыру орталығында "
    "(бұдан әрі – Орталық) тұратын қандастар мен олардың отбасы мүшелері ішкі тәртіппен танысады, оларды "
    "сақтайды."
)
HOUSE_RULES_READ: Final = "Ішкі тәртіппен таныстым, оны сақтауға міндеттенемін:"
HOUSE_RULES_KEPT: Final = "Парақ Орталықта сақталады."
HOUSE_RULES_REFERRAL: Final = "Жолдама № {number}"
COLUMN_DAY: Final = "Күні"
COLUMN_SIGNATURE: Final = "Қолы"

# The reserve journal (r.7, r.8)
RESERVE_TITLE: Final = "РЕЗЕРВТІК ЖУРНАЛ"
RESERVE_YEAR: Final = "{year} жыл"
RESERVE_AS_OF: Final = "{day} жағдай бойынша"
RESERVE_ORDER: Final = (
    "Кезектілік өтініш тіркелген күн, уақыт және нөмір бойынша айқындалады (2013 жылғы 22 шілдедегі "
    "№ 331-ө-м бұйрықпен бекітілген Қағидалардың 7 және 8-тармақтары)."
)
RESERVE_KEEPER: Final = "Журналды жүргізуге жауапты адам"
RESERVE_COLUMNS: Final = (
    COLUMN_NUMBER,
    "Өтінішті тіркеген күн, уақыт және нөмірі",
    "Өтініш иесінің тегі, аты және болған жағдайда әкесінің аты",
    "Адам саны",
    "Резервке енгізілген күн",
    "Кезектегі орны немесе резервтен шыққан күн және себебі",
    "Кезегін аттап өту туралы шешімнің нөмірі, күні және себебі",
)
ARRIVED_BEFORE: Final = "{day} (түскені {arrived_on}, {at}), {number}"
TO_BE_REGISTERED: Final = "{day} тіркеледі (түскені {arrived_on}, {at}), {number}"
TO_BE_ENTERED: Final = "{day} енгізіледі"
WAITING: Final = "{place}-орын"
CARRIED_OVER: Final = "келесі жылға өтті"
LEFT_REFERRED: Final = "жолдама № {number} берілді"
LAPSED: Final = "{referred}; {day}, орналасу мерзімі сақталмады (9-тармақ)"
LEFT_RETURNED: Final = "өтініш қайтарылды: {reason}"
LEFT_STRUCK_OUT: Final = "күші жойылды: {reason}"
PASSED_OVER: Final = "№ {number}, {day}; {preferred} өтініші бойынша: {reason}"
RESERVE_EMPTY: Final = "Резервте ешкім жоқ"

# The list for the linen round (r.11)
LINEN_TITLE: Final = "ТӨСЕК-ОРЫН ҚАЖЕТТІЛІКТЕРІН АУЫСТЫРУ ТІЗІМІ"
LINEN_ON: Final = "{day} жағдай бойынша"
LINEN_DUE: Final = "Ауыстыру мерзімі келген {count} төсек-орын қою қаріппен жазылған"
LINEN_COLUMNS: Final = ("Қабат", "Бөлме", "Төсек-орын", "Соңғы ауыстырылған күн", "Ауыстыру күні", "Белгі")
LINEN_EMPTY: Final = "Ауыстырылатын төсек-орын қажеттіліктері жоқ"
