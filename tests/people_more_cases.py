"""More invented items whose title names the person whom each is about."""

from people_cases import Case

ABOUT: tuple[Case, ...] = (
    Case(
        "Two years since the disappearance of Ricardo Lagunes and Antonio Díaz",
        ("The families are still searching.",),
        ("Ricardo Lagunes", "Antonio Díaz"),
    ),
    Case(
        "Venezuela: abogado Kennedy Salcedo cumple un año preso",
        ("El abogado de presos políticos lleva un año incomunicado.",),
        ("Kennedy Salcedo",),
    ),
    Case(
        "El Salvador: piden la libertad de Ruth Eleonora",
        ("Ruth Eleonora Lopes, abogada, sigue en prisión preventiva.",),
        ("Ruth Eleonora Lopes",),
    ),
    Case(
        "Tunisie : Sonia Dabbabi de nouveau devant la justice",
        ("L'avocate et chroniqueuse Sonia Dabbabi comparaît jeudi.",),
        ("Sonia Dabbabi",),
    ),
    Case(
        "Prisoner of the month: Nedim Kaya",
        ("Nedim Kaya, 52, has spent nine years in Silivri prison.",),
        ("Nedim Kaya",),
    ),
    Case(
        "Zimbabwe: Hopewell Moyo denied bail for third time",
        ("Journalist Hopewell Moyo appeared in court in leg irons.",),
        ("Hopewell Moyo",),
    ),
    Case(
        "Nigeria: Police must account for Ifeanyi Okoro",
        ("Ifeanyi Okoro was last seen at a checkpoint.",),
        ("Ifeanyi Okoro",),
    ),
    Case(
        "Philippines: Bail for Frenchie Cruz and Marielle Dom",
        ("A court in Tacloban granted bail to journalist Frenchie Cruz and church worker Marielle Dom.",),
        ("Frenchie Cruz", "Marielle Dom"),
    ),
    Case(
        "Honoring María Elena Foronda",
        ("We mourn María Elena Foronda, environmentalist and friend, who passed away on Sunday.",),
        ("María Elena Foronda",),
    ),
    Case(
        "Ales P. and the price of a repost",
        ("Ales Pushkin was sentenced to two years for a repost.",),
        ("Ales Pushkin",),
    ),
    Case(
        "Update: Hunger strike of Mohamed Ziane ends",
        ("Former minister and lawyer Mohamed Ziane, 82, has ended his hunger strike.",),
        ("Mohamed Ziane",),
    ),
    Case(
        "Georgia: Nika Kvaratskhelia, media founder, guilty",
        ("A court found the founder of two outlets, Nika Kvaratskhelia, guilty.",),
        ("Nika Kvaratskhelia",),
    ),
    Case(
        "India: Umar Khalid's bail plea adjourned again",
        ("The Supreme Court adjourned the bail plea of Umar Khalid.",),
        ("Umar Khalid",),
    ),
    Case(
        "Tanzania: Where is Dioniz Kipanya?",
        ("Kipanya, a local party official, left his home after a call and has not returned.",),
        ("Dioniz Kipanya",),
    ),
    Case(
        "Obituary: Sister Dorothy Mang'anyi",
        ("Sister Dorothy Mang'anyi, who sheltered hundreds of women, has died aged 80.",),
        ("Dorothy Mang'anyi",),
    ),
    Case(
        "Laos: lawyers seek news of Sombath",
        ("It is thirteen years since Sombath Phomsone vanished at a checkpoint in Vientiane.",),
        ("Sombath Phomsone",),
    ),
    Case("Chile: muere la machi Francisca Linconao", ("La machi tenía 67 años.",), ("Francisca Linconao",)),
    Case(
        "Honduras: a cinco años del crimen de Félix Vásquez", ("Vásquez defendía la tierra lenca.",), ("Félix Vásquez",)
    ),
    Case(
        "Guinée : toujours pas de nouvelles de Foniké Menguè Diallo et Billo Bah",
        ("Les deux militants ont été enlevés il y a un an.",),
        ("Foniké Menguè Diallo", "Billo Bah"),
    ),
    Case("Mali : l’activiste Clément Dembélé écroué", (), ("Clément Dembélé",)),
    Case(
        "Le journaliste Stanis Bujakera bis condamné",
        ("Stanis Bujakera a été condamné à six mois.",),
        ("Stanis Bujakera",),
    ),
    Case("Iran: Todesurteil gegen Gewerkschafterin Sharifeh Mohammadi Rad aufgehoben", (), ("Sharifeh Mohammadi Rad",)),
    Case("Colombia: Amenazan de muerte a Janeth Silva Rengifo", (), ("Janeth Silva Rengifo",)),
    Case(
        "Eswatini: no justice for Thulani Masekela",
        ("Masekela, a human rights lawyer, was shot in his living room.",),
        ("Thulani Masekela",),
    ),
    Case("Experts call for release of ferry pilot Yevka Lundby", (), ("Yevka Lundby",)),
)
"""Each of them is about somebody."""
