"""Invented items and the people whom each is about, by the construction that names them; half of them traps."""

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
    Case(
        "Azerbaijan: Court extends pre-trial detention of economist",
        (
            "A Baku court on Tuesday extended the pre-trial detention of economist Farid Mehralizade by three months.",
            "His wife Nargiz said he has lost ten kilos.",
        ),
        ("Farid Mehralizade",),
    ),
    Case(
        "Peru: community leader gunned down",
        ("Unknown men gunned down Hilario Sacha, president of the Santa Rosa community, near his house on Thursday.",),
        ("Hilario Sacha",),
    ),
    Case(
        "Kurdish singer's appeal fails",
        ("The appeal of singer Nudem Durak was turned down, her lawyer Eren Keskin Yilmaz said.",),
        ("Nudem Durak",),
    ),
    Case(
        "Mother of three faces deportation",
        (
            "Gloria Nakimera, a Ugandan LGBT activist and mother of three, could be put on a plane this week.",
            "The Home Office has not commented.",
        ),
        ("Gloria Nakimera",),
    ),
    Case(
        "Statement on the raid against Casa Verde",
        (
            "Police raided the office of Casa Verde in Tegucigalpa and took away its director, Wendy Maradiaga.",
            "Maradiaga was released after nine hours.",
        ),
        ("Wendy Maradiaga",),
    ),
    Case(
        "Two years since the disappearance of Ricardo Lagunes and Antonio Díaz",
        ("The families are still searching.",),
        ("Ricardo Lagunes", "Antonio Díaz"),
    ),
    Case(
        "Malaysia: cartoonist questioned over drawing",
        ("Cartoonist Fahmi Rosli was questioned for five hours by police over a drawing. Fahmi was later let go.",),
        ("Fahmi Rosli",),
    ),
    Case(
        "Chinese citizen journalist sentenced again",
        ("A Shanghai court has jailed Zhang Meihua for four years, according to people close to the case.",),
        ("Zhang Meihua",),
    ),
    Case(
        "Award for Afghan teacher",
        ("The Civic Courage Award goes to Afghan teacher Zarifa Noori, who ran secret classes for girls.",),
        ("Zarifa Noori",),
    ),
    Case(
        "Winners announced",
        ("The winners are Daniel Ojo (Nigeria), Sunita Rai (Nepal) and the collective Voces del Río.",),
        ("Daniel Ojo", "Sunita Rai"),
    ),
    Case(
        "Experts call for release of Saudi women",
        (
            "UN experts called on Saudi Arabia to release Noura al-Qahtani and Fatima al-Shawarbi, who are "
            "serving decades in prison for tweets.",
        ),
        ("Noura al-Qahtani", "Fatima al-Shawarbi"),
    ),
    Case(
        "Venezuela: abogado Kennedy Salcedo cumple un año preso",
        ("El abogado de presos políticos lleva un año incomunicado.",),
        ("Kennedy Salcedo",),
    ),
    Case(
        "México: desaparece buscadora en Sonora",
        (
            "Ceci Armenta, integrante de un colectivo de búsqueda, desapareció el lunes. Su hija Lidia Armenta "
            "denunció el hecho.",
        ),
        ("Ceci Armenta",),
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
        "Cameroun : disparition inquiétante d’un lanceur d’alerte",
        (
            "Le lanceur d’alerte Junior Ngombo a été enlevé à Douala par des hommes en civil, selon son avocate "
            "Me Alice Nkom Bell.",
        ),
        ("Junior Ngombo",),
    ),
    Case(
        "Türkei: Journalistin muss ins Gefängnis",
        ("Die Journalistin Safiye Alagas ist wegen eines Berichts zu vier Jahren Haft verurteilt worden.",),
        ("Safiye Alagas",),
    ),
    Case(
        "Menschenrechtspreis geht an ugandische Anwältin",
        ("Der Preis geht an die ugandische Anwältin Immaculate Owomugisha.",),
        ("Immaculate Owomugisha",),
    ),
    Case(
        "Prisoner of the month: Nedim Kaya",
        ("Nedim Kaya, 52, has spent nine years in Silivri prison.",),
        ("Nedim Kaya",),
    ),
    Case(
        "“They came at dawn”: a wife tells",
        ("Soldiers came at dawn for Saw Htun, a farmers’ organiser. His wife, Naw Paw, has not seen him since.",),
        ("Saw Htun",),
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
        "Pakistan: Baloch activist's brother abducted",
        ("Security forces abducted Nasir Zehri, the brother of activist Gulzadi Zehri, from Quetta.",),
        ("Nasir Zehri",),
    ),
    Case(
        "Thailand: prison for student who called for reform of monarchy",
        ("Parit Wongsa, 26, received a sentence of four years.",),
        ("Parit Wongsa",),
    ),
    Case(
        "Philippines: Bail for Frenchie Cruz and Marielle Dom",
        ("A court in Tacloban granted bail to journalist Frenchie Cruz and church worker Marielle Dom.",),
        ("Frenchie Cruz", "Marielle Dom"),
    ),
    Case(
        "Kyrgyzstan: poet's sentence cut",
        ("A court cut the sentence of poet and activist Askat Jetigen from five to three years.",),
        ("Askat Jetigen",),
    ),
    Case(
        "Kenya: Blogger Who Died In Police Cell Buried",
        ("Blogger Albert Ochieng, who died in a police cell in June, was buried on Friday.",),
        ("Albert Ochieng",),
    ),
    Case(
        "Ukraine/Russia: Crimean Tatar journalist's health worsens",
        (
            "The health of Crimean Tatar journalist Remzi Bekir has worsened in a Siberian colony. Rights "
            "groups want him moved to a hospital.",
        ),
        ("Remzi Bekir",),
    ),
    Case(
        "US: Visa of student protester revoked",
        ("Rumeysa Ozkan, a doctoral student, was seized by masked agents near her home.",),
        ("Rumeysa Ozkan",),
    ),
    Case(
        "Angola: ativistas libertados",
        ("Os ativistas Gildo Tanaica e Adolfo Campos foram libertados na sexta-feira.",),
        ("Gildo Tanaica", "Adolfo Campos"),
    ),
    Case(
        "Honoring María Elena Foronda",
        ("We mourn María Elena Foronda, environmentalist and friend, who passed away on Sunday.",),
        ("María Elena Foronda",),
    ),
    Case(
        "Guatemala: ancestral authorities accused of terrorism",
        ("Luis Pacheco and Héctor Chaclán, former leaders of the 48 cantons, have been accused of terrorism.",),
        ("Luis Pacheco", "Héctor Chaclán"),
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
)
"""Each of them is about somebody."""

NOT_ABOUT: tuple[Case, ...] = (
    Case("Kenya: lawyers march", ("“We are tired,” said Jane Wambui, a lawyer who took part.",)),
    Case("New report on prisons", ("Erik Lund, director of the Fjord Institute, said the findings were clear.",)),
    Case("By Tom Harker, journalist", ("The desk is closed.",)),
    Case("Minister Paul Bemba opens conference", ("Minister Paul Bemba arrested attention with a joke.",)),
    Case("Judge Ana Prieto sentences ten to prison", ("Judge Ana Prieto read the sentence.",)),
    Case("Prosecutor Ivan Lisin demands eight years", ("Ivan Lisin spoke for two hours.",)),
    Case("Special Rapporteur Gina Romero to visit Mali", ("Gina Romero will meet defenders.",)),
    Case("UN expert Mary Lawlor: states must free defenders", ("Mary Lawlor named nobody.",)),
    Case("Nominations for the Hana Kovar Prize are open", ("The Hana Kovar Prize goes to a defender each year.",)),
    Case("The Boris Petkov Foundation opens an office", ("Defenders may call.",)),
    Case("Protest in Rosa Parks Street", ("Ten protesters were arrested in Rosa Parks Street.",)),
    Case("Arrests in New Delhi after march", ("Ten people were arrested in New Delhi.",)),
    Case("Saudi Arabia released ten prisoners", ("Saudi Arabia has freed them.",)),
    Case("Burkina Faso arrests teachers", ("In Burkina Faso teachers were arrested.",)),
    Case("Human Rights Watch condemned the sentence", ("Amnesty International was summoned.",)),
    Case("Attack on Radio Horizon", ("Radio Horizon was attacked on Monday.",)),
    Case("Supreme Court frees poet", ("The Supreme Court freed a poet.",)),
    Case("President Adama Toure promises elections", ("President Adama Toure was not there.",)),
    Case(
        "Ukraine: investigators charge Colonel Igor Malov with torture",
        ("Colonel Igor Malov was charged in absentia.",),
    ),
    Case("Police commander Juan Solís convicted of murder of student", ("Juan Solís was sentenced to thirty years.",)),
    Case(
        "Interview: Sofie Berg on digital safety", ("Sofie Berg trains journalists. “Use a second phone,” Berg says.",)
    ),
    Case("How Prison Changed Court Reporting In South Asia", ("Old habits die.",)),
    Case("Ten Years Of Human Rights Day In Central Europe", ()),
    Case("Webinar with lawyer Karen Holt", ("Lawyer Karen Holt will talk about visas on Monday.",)),
    Case("Vacancy: researcher", ("Send your letter to Anne Moreau, head of office.",)),
    Case("Contact: Peter Frei, press officer", ("Peter Frei is released from other duties.",)),
    Case("Lawyers’ day in Manila", ("The lawyers met in Quezon City and were attacked by mosquitoes.",)),
    Case("Court hears journalist", ("Her lawyer, Omar Said, said she was arrested at home.",)),
    Case("Ten held in raid", ("According to the lawyer Nils Olsen, ten people were arrested.",)),
    Case("Teacher held", ("“He was beaten,” said Rana Aziz, whose brother was arrested.",)),
    Case("World Press Freedom Day", ("Journalists in Latin America were attacked. Press Freedom is threatened.",)),
    Case("Ebrahim Raisi Law School closes", ("The Law School was closed.",)),
    Case("What the Jimmy Carter Library holds", ("Its archive was attacked by mould.",)),
    Case("Secretary-General António Silva condemns killing of journalists", ("António Silva was clear.",)),
    Case("Foreign Minister Lena Maas calls for release of prisoners", ("Lena Maas was in Cairo.",)),
    Case("Photo: Marc Dubois / Agence", ("The march was attacked.",)),
    Case("Tribunal de Grande Instance : audience renvoyée", ("Le Tribunal a renvoyé l’affaire.",)),
    Case("La ministre Claire Fontaine reçoit des défenseurs", ("Claire Fontaine a été interpellée au Sénat.",)),
    Case("Selon l’avocat Marc Petit, dix personnes ont été arrêtées", ()),
    Case("El fiscal Luis Ortega acusa a diez estudiantes", ("Luis Ortega habló dos horas.",)),
    Case("Puerto Rico: protesta en Ciudad de Guatemala", ("Diez detenidos en San Salvador.",)),
    Case("Premio Elena Ruiz: abiertas las nominaciones", ()),
    Case("Bundeskanzler Friedrich Klein verurteilt Angriff", ("Friedrich Klein sagte das in Berlin.",)),
    Case("Amnesty kritisiert Urteil", ("„Das Urteil ist falsch“, sagte Julia Wagner, Expertin für Asien.",)),
    Case(
        "Letter to Prime Minister Nikos Pappas", ("Dear Prime Minister Nikos Pappas, we ask you to free the rescuers.",)
    ),
    Case("Signatories", ("Maria Lind, lawyer", "Jonas Falk, journalist", "Petra Novak, activist")),
    Case(
        "Report launch in Nairobi",
        ("The report will be presented by Salome Nduta, protection officer, and Kamau Ngugi, executive director.",),
    ),
    Case(
        "New board elected", ("Members elected Julia Hartmann chair and Tomás Vega treasurer. Hartmann is a lawyer.",)
    ),
    Case("Judge frees ten students", ("Magistrate Rosemary Adongo ordered the release of ten students.",)),
    Case("Germany: minister under fire over visas", ("Interior Minister Petra Lang defended the decision.",)),
    Case(
        "Analysis: why the court’s ruling matters",
        ("Emma Stone is a lecturer in law at the University of Leeds.", "The ruling frees nobody."),
    ),
    Case("Donald Trump's order on sanctions hits court staff", ("President Donald Trump signed the order.",)),
    Case("Statement by Agnès Lemaire, Secretary General", ("“This sentence must be quashed,” said Agnès Lemaire.",)),
    Case("Police kill ten in Port Moresby", ("Ten people were killed by police under Superintendent Paul Kosi.",)),
    Case("Photographs by Lena Hart show life after prison", ("Lena Hart's exhibition opens on Friday.",)),
    Case("Meta removes posts of Palestinian journalists", ("Meta spokesperson Andy Flint denied it.",)),
    Case("Court rules against Mauritius Sugar Limited", ("Villagers won against Mauritius Sugar Limited.",)),
    Case(
        "A conversation with Tania Reyes of Artículo Seis",
        ("Tania Reyes explains how journalists are attacked in Oaxaca.",),
    ),
    Case("Human Rights Minister to visit Geneva", ("Human Rights Minister Riaz Khan will visit.",)),
    Case(
        "Gobierno de Daniel Noboa Castro endurece leyes",
        ("El presidente Daniel Noboa Castro firmó la ley contra organizaciones.",),
    ),
    Case("“No one is safe”", ("“No one is safe here,” Mariam Koné, a nurse in Mopti, told us.",)),
    Case("Paul Rusesabagina Freedom Prize: call for nominations", ("Nominate by 1 May.",)),
    Case("Conférence de presse de la présidente Anne Morel", ("Anne Morel a condamné les arrestations.",)),
    Case(
        "The commission of inquiry into the killing of protesters",
        ("Led by Justice Brian Keogh, the commission will hear witnesses.",),
    ),
    Case(
        "Sanctions on officers",
        ("The EU sanctioned General Min Oo and Colonel Thet Naing for the killing of civilians.",),
    ),
    Case("Russian court fines publisher", ("Ivan Petrov Publishing House was fined.",)),
)
"""None of these names anybody whom it is about."""
