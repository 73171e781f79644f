"""Invented items and the people whom each is about, by the construction that names them."""

from typing import NamedTuple


class Case(NamedTuple):
    """A title, the paragraphs, and who is to be found."""

    title: str
    paragraphs: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


ABOUT: tuple[Case, ...] = (
    Case(
        "Belarus: Darya Kulik sentenced to six years",
        ("A court in Brest read the verdict on Monday.",),
        ("Darya Kulik",),
    ),
    Case("Iran: Free Samira Dehqan", ("She has been in Evin since May.",), ("Samira Dehqan",)),
    Case("Bahrain must release Hassan Al-Marzooq", ("He is 71 and ill.",), ("Hassan Al-Marzooq",)),
    Case("Rwanda: Claude Nsengimana still held without trial", (), ("Claude Nsengimana",)),
    Case("Cuba: Yoel Cardenas Pino on hunger strike", ("It is his tenth day.",), ("Yoel Cardenas Pino",)),
    Case("The case of Nguyen Thi Hoa", ("A year without news.",), ("Nguyen Thi Hoa",)),
    Case("Vietnam: appeal of Tran Van Duc rejected", (), ("Tran Van Duc",)),
    Case("Algeria: Nadia Belkacem’s lawyers denied access", (), ("Nadia Belkacem",)),
    Case("#FreeOlenaHrytsenko: a year on", ("Olena Hrytsenko was taken from her flat.",), ("Olena Hrytsenko",)),
    Case(
        "Defender shot in the forest",
        ("Environmental and Indigenous rights defender Marcos Tupari was shot on Sunday.",),
        ("Marcos Tupari",),
    ),
    Case(
        "Editor and two colleagues before court",
        ("Journalists Amina Sow and Ibrahima Keita of Radio Baobab were charged on Monday.",),
        ("Amina Sow", "Ibrahima Keita"),
    ),
    Case(
        "Student taken from dormitory",
        ("Police detained the 22-year-old student Aruzhan Bekova at night.",),
        ("Aruzhan Bekova",),
    ),
    Case(
        "Nurse dismissed after strike",
        ("Lindiwe Mabaso, 34, a nurse and union organiser, was dismissed and then arrested in Mbabane.",),
        ("Lindiwe Mabaso",),
    ),
    Case(
        "Union leader missing",
        ("Rafael Quispe, who heads the union of the market porters, has not been seen since Friday.",),
        ("Rafael Quispe",),
    ),
    Case(
        "A blogger goes to prison",
        ("On Monday the blogger and student Timur Aliyev was sentenced to three years.",),
        ("Timur Aliyev",),
    ),
    Case(
        "Former judge behind bars",
        ("The lawyer and former judge Hatice Demir has been in custody since March. Demir denies the charges.",),
        ("Hatice Demir",),
    ),
    Case(
        "Three held after vigil",
        ("Police arrested Joy Okello, Peter Wanyama and Grace Atim after a vigil in Gulu.",),
        ("Joy Okello", "Peter Wanyama", "Grace Atim"),
    ),
    Case(
        "Three defenders on trial",
        ("The trial of Ali Reza Karimi, Mina Sadeghi and Parisa Nouri opened on Sunday.",),
        ("Ali Reza Karimi", "Mina Sadeghi", "Parisa Nouri"),
    ),
    Case(
        "Brothers sentenced",
        ("The brothers Ramzan and Aslan Dudayev were given eight years each.",),
        ("Ramzan Dudayev", "Aslan Dudayev"),
    ),
    Case("Sisters Leyla and Nigar Mammadova released", ("Both are well.",), ("Leyla Mammadova", "Nigar Mammadova")),
    Case(
        "Hong Kong: Chan Wing-yan begins sentence",
        ("Former student leader Chan Wing-yan went to prison on Friday.",),
        ("Chan Wing-yan",),
    ),
    Case(
        "South Korea acquits organiser",
        ("A court in Seoul acquitted Lee Sang-hoon, a migrant workers’ organiser.",),
        ("Lee Sang-hoon",),
    ),
    Case(
        "Lawyer disbarred",
        ("Patrick O’Sullivan, a solicitor from Cork, was disbarred on Tuesday after he represented protesters.",),
        ("Patrick O’Sullivan",),
    ),
    Case(
        "Killed on the way home",
        ("Land defender José da Silva dos Santos was killed on Saturday in Pará.",),
        ("José da Silva dos Santos",),
    ),
    Case(
        "Sentence upheld",
        ("An appeals court upheld the sentence of Khaled bin Omar al-Harbi on Monday.",),
        ("Khaled bin Omar al-Harbi",),
    ),
    Case(
        "Prize for river woman",
        ("Marta Yucra Mamani has won the River Prize for her work on mercury.",),
        ("Marta Yucra Mamani",),
    ),
    Case(
        "Prize for lawyers",
        ("This year’s laureates are Hana Dvorak, a lawyer from Brno, and Sipho Dlamini, a reporter.",),
        ("Hana Dvorak", "Sipho Dlamini"),
    ),
    Case(
        "UN experts alarmed by sentence in Egypt",
        (
            "UN experts today expressed alarm at the sentencing of Mona Farouk to ten years in prison.",
            "“The charges against Ms. Farouk are spurious,” said Mary Lawlor, Special Rapporteur on human "
            "rights defenders.",
        ),
        ("Mona Farouk",),
    ),
    Case(
        "Tanzania: opposition member abducted",
        (
            "Witnesses said that armed men abducted Deus Mhagama outside his home.",
            "“We fear for him,” his brother Elias Mhagama said.",
        ),
        ("Deus Mhagama",),
    ),
    Case(
        "Remembering Lucía Paz Herrera",
        ("Lucía Paz Herrera was murdered ten years ago today. Herrera had defended the bay.",),
        ("Lucía Paz Herrera",),
    ),
    Case(
        "Who is Gulmira Osmonova?",
        ("Osmonova has been in detention since June.", "Her trial begins in May."),
        ("Gulmira Osmonova",),
    ),
    Case("Letter from prison", ("The writer, Selim Aydın, has been held since 2023.",), ("Selim Aydın",)),
    Case("A year on", ("Today marks one year since the arrest of Maryam Al-Suwaidi.",), ("Maryam Al-Suwaidi",)),
    Case(
        "Sudan: doctor taken",
        (
            "Soldiers took Dr. Huda Osman from the clinic. Dr. Osman had treated protesters. Osman’s family has "
            "had no news.",
        ),
        ("Huda Osman",),
    ),
    Case(
        "Defender dies in custody",
        ("Abdulla Rahimov, a defender of cotton pickers, died in custody on Monday.",),
        ("Abdulla Rahimov",),
    ),
    Case(
        "Monk freed after ten years",
        ("The Tibetan monk Tsering was freed on Monday. Tsering is in poor health.",),
        ("Tsering",),
    ),
    Case("Myanmar: Ko Min Thant transferred", ("Ko Min Thant was transferred to Obo prison.",), ("Ko Min Thant",)),
    Case(
        "Eleven years for a tweet",
        ("Salma Idrissi was sentenced for a tweet. Idrissi is a teacher. Idrissi denies it.",),
        ("Salma Idrissi",),
    ),
    Case(
        "Court in Minsk jails two",
        ("Those convicted include Vera Lukash and Pavel Hurin.",),
        ("Vera Lukash", "Pavel Hurin"),
    ),
    Case("China: #MeToo activist Luo Qian freed", (), ("Luo Qian",)),
    Case("India: climate activist Priya N. Nair granted bail", (), ("Priya N. Nair",)),
    Case("Uzbekistan: Freedom for Dilshod Karimov!", (), ("Dilshod Karimov",)),
    Case("Justice for Wanjiru Kamau", ("She was shot a year ago.",), ("Wanjiru Kamau",)),
    Case("Travel ban on Youssef El Amrani lifted", (), ("Youssef El Amrani",)),
    Case("Tunisia: Arrest Warrant Against Lawyer Amel Trabelsi", (), ("Amel Trabelsi",)),
    Case(
        "Kazakhstan: Trial Of Activist Marat Zhumabay Begins", ("Marat Zhumabay is in the dock.",), ("Marat Zhumabay",)
    ),
    Case(
        "Russia declares Irina Volkova a “foreign agent”", ("Irina Volkova runs a legal clinic.",), ("Irina Volkova",)
    ),
    Case(
        "Activist deported",
        ("Kenyan activist Boniface Mutua says that he was beaten before he was deported from Dar es Salaam.",),
        ("Boniface Mutua",),
    ),
    Case(
        "Ethiopia: co-founder of human rights group missing",
        ("Abebe Tesfaye, co-founder of the group, has been missing since 2 May.",),
        ("Abebe Tesfaye",),
    ),
    Case(
        "House of journalist set on fire",
        ("Attackers set fire to the house of journalist Mustafa Jan in Swat.",),
        ("Mustafa Jan",),
    ),
    Case("Turkey: Osman Yıldız’s sentence upheld", (), ("Osman Yıldız",)),
    # French
    Case("Niger : la militante Aïssata Moumouni arrêtée", (), ("Aïssata Moumouni",)),
    Case("Togo : condamnation de Koffi Mensah", ("Il a écopé de trois ans.",), ("Koffi Mensah",)),
    Case("Liberté pour Idriss Benali !", (), ("Idriss Benali",)),
    Case("L’avocat Serge Mabiala a été condamné à Brazzaville", (), ("Serge Mabiala",)),
    Case(
        "Un militant devant le juge",
        ("Moussa Abakar, président de l’union des étudiants, a été interpellé mardi.",),
        ("Moussa Abakar",),
    ),
    Case("Algérie : le procès de Yacine Haddad renvoyé", (), ("Yacine Haddad",)),
    Case(
        "RDC : Josué Kambale libéré",
        ("Josué Kambale, défenseur des droits humains, a été libéré lundi.",),
        ("Josué Kambale",),
    ),
    Case(
        "Inquiétude pour une journaliste",
        ("La famille de la journaliste Fatoumata Barry est sans nouvelles d’elle depuis son enlèvement.",),
        ("Fatoumata Barry",),
    ),
    # Spanish
    Case("Colombia: asesinan al líder indígena Eliécer Pechucue", (), ("Eliécer Pechucue",)),
    Case("Caso Rosa Tzoc: tres años de impunidad", (), ("Rosa Tzoc",)),
    Case("Libertad para Yamila Ríos Cabrera", (), ("Yamila Ríos Cabrera",)),
    Case(
        "Defensora amenazada en Honduras",
        ("Dunia Mejía, abogada y defensora de los bosques, fue amenazada de muerte.",),
        ("Dunia Mejía",),
    ),
    Case("Nicaragua: detienen al periodista Freddy Altamirano", (), ("Freddy Altamirano",)),
    Case("A dos años del asesinato de Tomás Reyes", (), ("Tomás Reyes",)),
    Case("Perú: condenan a la dirigente Elsa Huamán a cinco años", (), ("Elsa Huamán",)),
    # German
    Case(
        "Iranische Anwältin in Haft",
        ("Die Anwältin Shirin Tavakoli wurde am Montag in Schiras festgenommen.",),
        ("Shirin Tavakoli",),
    ),
    Case("Belarus: Maksim Dubrou freigelassen", (), ("Maksim Dubrou",)),
    Case("Freiheit für Zeynep Arslan", (), ("Zeynep Arslan",)),
    Case(
        "Urteil gegen Menschenrechtler",
        ("Oleg Sorokin, Gründer eines Rechtshilfevereins, wurde zu sechs Jahren verurteilt.",),
        ("Oleg Sorokin",),
    ),
    Case("Aserbaidschan: Prozess gegen Journalistin Aynur Hasanova", (), ("Aynur Hasanova",)),
    # Portuguese and Arabic
    Case("Moçambique: ativista Anselmo Machava detido", (), ("Anselmo Machava",)),
    Case("Brasil: assassinato da defensora Neide Xavante", (), ("Neide Xavante",)),
    Case("Angola: jornalista João Kiala foi condenado", (), ("João Kiala",)),
    Case("توقيف الناشط كريم بوعزة في الجزائر", (), ("كريم بوعزة",)),
)
"""Each of them is about somebody."""
