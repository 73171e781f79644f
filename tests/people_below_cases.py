"""Invented items whose title does not name the person whom each is about."""

from people_cases import Case

ABOUT: tuple[Case, ...] = (
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
        "México: desaparece buscadora en Sonora",
        (
            "Ceci Armenta, integrante de un colectivo de búsqueda, desapareció el lunes. Su hija Lidia Armenta "
            "denunció el hecho.",
        ),
        ("Ceci Armenta",),
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
        "“They came at dawn”: a wife tells",
        ("Soldiers came at dawn for Saw Htun, a farmers’ organiser. His wife, Naw Paw, has not seen him since.",),
        ("Saw Htun",),
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
        "Guatemala: ancestral authorities accused of terrorism",
        ("Luis Pacheco and Héctor Chaclán, former leaders of the 48 cantons, have been accused of terrorism.",),
        ("Luis Pacheco", "Héctor Chaclán"),
    ),
    Case(
        "Bangladesh: Indigenous rights activist found dead",
        ("The body of Rina Chakma was found in a canal on Tuesday. She had campaigned against land grabs.",),
        ("Rina Chakma",),
    ),
    Case(
        "Saudi woman's 11-year sentence confirmed",
        ("The Saudi authorities confirmed that Manahel al-Shehri, a fitness instructor, was given eleven years.",),
        ("Manahel al-Shehri",),
    ),
    Case(
        "Jailed Egyptian translator begins fourth year in prison",
        ("Marwa Arafat was taken from her home in April 2022.", "Her daughter Wafaa has autism."),
        ("Marwa Arafat",),
    ),
    Case(
        "Mexico: Third search mother killed this year",
        (
            "Teresa Magueyal Ruiz was on her bicycle when gunmen opened fire.",
            "She had looked for her son José Luis since 2020.",
        ),
        ("Teresa Magueyal Ruiz",),
    ),
    Case(
        "UN expert dismayed by continued detention of Bahraini defender",
        (
            "Abduljalil Al-Sankis has been on a solid-food hunger strike for 1,000 days, said Mary Lawlor, UN "
            "Special Rapporteur on human rights defenders.",
        ),
        ("Abduljalil Al-Sankis",),
    ),
    Case(
        "Philippines: Witness in drug war case shot",
        ("Gunmen on a motorbike shot Rodel Baylon, who had testified against police officers.",),
        ("Rodel Baylon",),
    ),
    Case(
        "Iraq: Lawyer for protesters survives attempt on life",
        ("Lawyer Ali Fadhil al-Saadi survived an attempt on his life in Nasiriyah.",),
        ("Ali Fadhil al-Saadi",),
    ),
    Case(
        "Ten years for peaceful protest: Uzbek bloggers behind bars",
        ("Among those behind bars are Otabek Sattori and Miraziz Bazarov.",),
        ("Otabek Sattori", "Miraziz Bazarov"),
    ),
    Case(
        "Cambodia: Court upholds verdict against union president",
        ("The Supreme Court upheld the verdict against Chhim Sitha, president of a casino workers’ union.",),
        ("Chhim Sitha",),
    ),
    Case(
        "Peru: Asháninka leader’s killers sentenced",
        ("Four loggers were sentenced to 28 years for killing Edwin Chota Valera.",),
        ("Edwin Chota Valera",),
    ),
    Case(
        "Woman defender wins Sakharov-style prize",
        ("Parliament’s prize was awarded to Mzia Amaghlo, a journalist held in Tbilisi.",),
        ("Mzia Amaghlo",),
    ),
    Case(
        "RSF: in prison for a livestream",
        ("Reporter Sevinj Vagifgizi faces up to eight years. RSF calls for her release.",),
        ("Sevinj Vagifgizi",),
    ),
    Case(
        "Sierra Leone: Rapper LAJ released on bail",
        ("Rapper Alhaji Amadu Bah was released on bail on Friday.",),
        ("Alhaji Amadu Bah",),
    ),
    Case(
        "Morocco: Sahrawi students sentenced",
        ("Brahim Babait, Mahmoud El Ayachi and Khalihenna Mayara got between two and four years.",),
        ("Brahim Babait", "Mahmoud El Ayachi", "Khalihenna Mayara"),
    ),
    Case(
        "Ecuador: Antimining leader shot",
        ("Andrés Durazno, leader of the Río Blanco community, was stabbed to death.",),
        ("Andrés Durazno",),
    ),
    Case(
        "Daughter of jailed Tajik politician pleads for him",
        ("Zarafo Rahmoni’s father, the politician Saidumar Husaini, is serving a life sentence.",),
        ("Saidumar Husaini",),
    ),
    Case(
        "Hunger strikers in Crimea",
        ("Server Mustafayev (39) and Emir-Usein Kuku (48) refuse food.",),
        ("Server Mustafayev", "Emir-Usein Kuku"),
    ),
    Case(
        "Bolivia: liberan a comunicadora",
        ("La comunicadora Quya Reyna fue liberada tras ocho horas.",),
        ("Quya Reyna",),
    ),
    Case(
        "Russland: Haft für Memorial-Mitarbeiter",
        ("Bachrom Hamrojew muss für vierzehn Jahre in Haft.",),
        ("Bachrom Hamrojew",),
    ),
    Case(
        "Preisträgerin darf nicht ausreisen",
        ("Die Preisträgerin Nasrin Torabi durfte nicht ausreisen.",),
        ("Nasrin Torabi",),
    ),
    Case(
        "Charge against cartoonist dropped",
        ("The prosecutor dropped the charge of “insult to an institution” against Ferro Lenz.",),
        ("Ferro Lenz",),
    ),
    Case(
        "Prize goes to helpline and canal campaigner",
        ("The prize was awarded on Monday to Jacinta Moro of Santa Ana, a fisherwoman.",),
        ("Jacinta Moro",),
    ),
    Case("Appeal lodged", ("Counsel for Ilse Maren lodged an appeal this morning.",), ("Ilse Maren",)),
    Case(
        "Editor taken", ("Men took the newsletter editor Dawit Reshan from his house before dawn.",), ("Dawit Reshan",)
    ),
    Case(
        "Telephone wins prize",
        ("The jury has named our colleagues Ondine Rhys and Farid Odel, who answer at night, among the laureates.",),
        ("Ondine Rhys", "Farid Odel"),
    ),
)
"""Each of them is about somebody."""
