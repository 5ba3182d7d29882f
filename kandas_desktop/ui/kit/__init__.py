"""The widgets the whole program is made of; import each from its own module.

tokens: ``LIGHT``, ``DARK``, ``Palette``, ``Family``, ``Sizes``: every colour and measure there is
theme: ``theme().palette.line2``, ``theme().color("accent")``, ``theme().sizes.button``,
    ``theme().font("body", bold=True)``, ``theme().line("body")``, ``theme().changed``; ``apply_theme(app,
    "system")``, ``follow_system(app)``, ``theme().fit_window(width, height)``
icons: ``paint_icon(painter, QPointF(x, y), "bed", 16, color)``, ``icon("bed", 16, color)`` -> QIcon,
    ``icon_pixmap(name, size, color, ratio)``; ``IconName`` lists all names
painting: ``paint_box``, ``hairline``, ``paint_text``, ``paint_runs([Run(...)])``, ``text_width``: for
    painters
chips: ``Chip("Резервте · 1", family="held", icon="hourglass")``, ``ClauseChip(3)``, ``KeyCap("Ctrl+K")``,
    ``Badge("2", kind="red")``; for delegates ``chip_size``/``paint_chip``, ``cap_size``/``paint_cap``,
    ``badge_size``/``paint_badge``, ``clause_words(3)``
marks: ``IconMark("check", family="free")``; with ``tile=True`` on a 32 px square
labels: ``Label("Тегі", role="second", ink="text2", bold=False, wrap=False)``, ``MiddleElidedLabel(text)``
buttons: ``Button("Тіркеу", icon="check", keys="Ctrl+Enter", role="plain|filled|tinted|big|quiet")`` with
    ``set_blocked(reason)``, ``set_busy(words)``, ``trigger()``, ``refused``; ``IconButton("x", "Жабу")``
link: ``LinkButton("Болдырмау", "Ctrl+Z")``: a word to press
toggles: ``Segmented([("m", "Ер"), ("f", "Әйел")], name="Жынысы", field=True)`` -> ``value()``,
    ``chosen``; ``FilterChip("Резервте", 3)`` (checkable); ``TickBox("Жолдама, 1 бет", second="…")``
inputs: ``TextField(placeholder="…", adornment="39 жаста")`` -> ``value()``, ``set_value``, ``left``
number_field: ``NumberField(1, 20, value=2)`` -> ``number()``, ``set_number``, ``number_changed``
text_area: ``TextAreaField(lines=3)``: Shift+Enter begins a new line
date_field: ``DateField(today=clock)``, ``BirthDateField(today=clock)`` -> ``date_value()``, ``fault()``,
    ``set_date``, ``typed``
choice_field: ``ChoiceField([("UZ", "Өзбекстан", "Узбекистан")], free=False)`` (value, words, other words
    that find it) -> ``choice()``, ``set_choice``, ``chosen``, ``is_known``
fields: ``Field("Тегі", TextField(), second="болса")`` -> ``set_missing(text, clause=3)``,
    ``set_error(text)``, ``set_note(text)``, ``clear_message()``, ``control``;
    a text longer than ``max_length`` stays whole and is told below it, until ``all_fit(place)``;
    ``advance_on_enter(widget)``: Enter = Tab for controls that do not know it
digit_row: ``in_digits(event)``: the Kazakh layout's digit row types digits
letters_pad: ``LettersPad()``: ә ғ қ ң ө ұ ү һ і typed into the last field; F2
frame: ``PageHead("Тақырып", "екінші жол")`` + ``add(widget)``; ``Card()`` + ``column``;
    ``Surface("sunken", lines="top")``; ``Rule()``; ``Banner(title, text, family="free", icon=…,
    clause=9)``; ``SidePanel(336)`` with ``set_top(...)``, ``head``, ``middle``, ``foot``, ``closed``;
    ``EmptyState(icon, sentence, button)`` -> ``pressed``
steps: ``Steps(["Тіркелді", "Резерв", "Жолдама", "Орналасу"], current=2)``; ``StepsText(names, current)``
foot_strip: ``FootStrip()`` -> ``show_keys([("↑ ↓", "жол")])``, ``say(text, "done|note|fault",
    Action("Болдырмау", undo, "Ctrl+Z"), strong="Нобаев Қайрат")``, ``act()``, ``history``,
    ``show_list()``; what waits for its turn is in ``notice_queue``
navigation: ``NavigationBar(items, bottom, office="…")`` of ``NavigationItem(key, text, icon)`` ->
    ``chosen(key)``, ``select``, ``set_badge(key, "2", "red")``, ``set_user``,
    ``search_asked``
dialog: ``Question(title, verb, explanation=…, changes=[Change(name, before, after)])``: subclass, fill
    ``fields``, offer ``ask(parent, …)`` returning a value or ``None``
"""
