"""The order's own words for its three forms, word for word, each with its appendix.

Source: order of 22.07.2013 № 331-ө-м, residence rules, edition of 16.03.2021 № 78. What this program adds to
a form stands apart, at the end.
"""

from typing import Final

# The head of every form (appendices 1, 2 and 3)
RESIDENCE_RULES: Final = (
    "Қандастар мен олардың отбасы мүшелерінің Қандастарды бейімдеу және ықпалдастыру орталығында "
    "тұру мерзімдері мен қағидаларына"
)
APPENDIX: Final = "{number}-қосымша"
FORM: Final = "Нысан"

# Appendix 1, the referral
REFERRAL_TITLE: Final = "ЖОЛДАМА"
REFERRED: Final = "Қандастарды бейімдеу және ықпалдастыру Орталықтарында тұру үшін жолданады"
REFERRED_PERSON: Final = "(Үміткердің тегі, аты және болған жағдайда әкесінің аты, туған күні)"
FAMILY_MEMBERS: Final = "Отбасы мүшелері:"
# In the order lines 2 and 3 leave out «туған күні», an evident slip: every line asks for the birth date.
FAMILY_MEMBER: Final = "(Тегі, аты және болған жағдайда әкесінің аты, туған күні, туыстық дәрежесі)"
HEAD_OF_THE_BODY: Final = "Халықтың көші-қоны саласындағы жергілікті атқарушы органның басшысы"
ISSUED_ON: Final = "(берілген күні)"

# Appendix 2, the application
TO_THE_HEAD: Final = "Басшыға"
NAME_OF_THE_BODY: Final = "(Халықтың көші-қоны саласындағы жергілікті атқарушы органның атауы)"
NAME_OF_THE_APPLICANT: Final = "(үміткердің тегі, аты және болған жағдайда әкесінің аты)"
APPLICATION_TITLE: Final = "Өтініш"
APPLICATION: Final = (
    'Сізден мені және саны "{count}" адамнан тұратын менің отбасы мүшелерімді Қандастарды бейімдеу және '
    "ықпалдастыру орталығына орналастыруыңызды және бейімдеу және ықпалдастыру қызметтерін көрсетуіңізді "
    "сұраймын."
)
DAY: Final = "(Күні)"
SIGNATURE: Final = "(Қолы)"

# Appendix 3, the journal
JOURNAL_TITLE: Final = (
    "Қандастарды бейімдеу және ықпалдастыру Орталығына жолданатын қандастар мен олардың отбасы мүшелерін "
    "тіркеу ЖУРНАЛЫ"
)
JOURNAL_COLUMNS: Final = (
    "№ р/с",
    "Өтініш иесінің тегі, аты және болған жағдайда әкесінің аты",
    "Туған жері және күні",
    "Шыққан елі",
    "Өтінішті тіркеген күн және нөмірі",
    "Жолдаманың нөмірі және берілген күні",
)
BEGUN: Final = "Басталды"
ENDED: Final = "Аяқталды"

# Ours, beside or below the order's forms
NUMBERED: Final = "{title} № {number}"
RECEIVED: Final = "Жолдаманы алдым"
RECEIVED_SIGNATURE: Final = "(қолы)"
RECEIVED_ON: Final = "(алған күні)"
APPLICANT: Final = "Үміткер: {name}"
FAMILY_MEMBERS_CONTINUED: Final = "Отбасы мүшелері (жалғасы):"
SHEET_OF: Final = "{number}-парақ, барлығы {count}"
FAMILY_LIST_TITLE: Final = "Өтінішке қоса берілетін отбасы мүшелерінің тізімі"
FAMILY_LIST_COLUMNS: Final = (
    "№ р/с",
    "Тегі, аты және болған жағдайда әкесінің аты",
    "Туған күні",
    "Туыстық дәрежесі",
)
PAGE: Final = "{number}-бет"
STRUCK_OUT: Final = "КҮШІ ЖОЙЫЛДЫ"
LAPSED: Final = "МЕРЗІМІ ӨТТІ"
LINE_STRUCK_OUT: Final = "{day} күші жойылды: {reason}"
LINE_RETURNED: Final = "{day} қайтарылды: {reason}"
LINE_LAPSED: Final = "{day} орналасу мерзімі сақталмағаны расталды (9-тармақ)"
COPY: Final = "КӨШІРМЕ № {count}"
ISSUING_BODY: Final = "Халықтың көші-қоны саласындағы жергілікті атқарушы орган"
DATE: Final = "{year} жылғы {day} {month}"
MONTHS: Final = (
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
)
