"""Invented items and the places each is about, most of them with places that are only mentioned."""

from typing import NamedTuple


class Case(NamedTuple):
    """A title, the paragraphs, and the codes of the places it is about."""

    title: str
    paragraphs: tuple[str, ...]
    subject: str = ""
    language: str = "en"


SUBJECTS: tuple[Case, ...] = (
    Case(
        "Dominican Republic: raids on Haitian mothers must stop",
        ("The authorities must stop sending Haitian mothers back to Haiti.",),
        "DO",
    ),
    Case(
        "Switzerland returns Eritrean asylum seekers",
        ("A court in Switzerland rejected the appeals of Eritrean asylum seekers.",),
        "CH",
    ),
    Case("Eritreans in Israel fear deportation", ("Israel plans to deport Eritreans.",), "IL"),
    Case(
        "Court stops expulsion of climate protesters",
        (
            "Judges ordered measures against Tonga’s neighbour Fiji in a case of climate protesters.",
            "The ruling is binding.",
        ),
        "FJ",
    ),
    Case("Georgia Senate passes protest bill", ("ATLANTA – The Senate passed a bill on permits.",), "US"),
    Case(
        "Georgia lawmakers weigh curfew",
        ("ATLANTA – State lawmakers weighed a curfew on Friday.", "Groups in Savannah protested."),
        "US",
    ),
    Case("Georgia: parliament passes agents bill", ("TBILISI – The parliament passed the bill.",), "GE"),
    Case("Texas bill targets protest", ("AUSTIN – The bill would ban night marches.",), "US"),
    Case("اعتقال محام في عمّان", ("اعتقلت قوات الأمن الأردنية محامياً صباح الأحد في عمّان.",), "JO", "ar"),
    Case("السلطات المصرية تفرج عن صحفي", ("أفرجت السلطات المصرية عن صحفي.",), "EG", "ar"),
    Case("تونس: الحكم على محامية", ("حكمت محكمة تونسية على محامية.",), "TN", "ar"),
    Case("القضاء الجزائري يحاكم ناشطاً", ("يحاكم القضاء الجزائري ناشطاً.",), "DZ", "ar"),
    Case("Iranische Anwältin verhaftet", ("Die iranische Justiz hält sie in Teheran fest.",), "IR", "de"),
    Case("Türkei: Prozess gegen Anwälte", ("Die türkische Justiz wirft ihnen Terror vor.",), "TR", "de"),
    Case("Belarussische Behörden lösen Verein auf", ("Die Behörden in Minsk lösten den Verein auf.",), "BY", "de"),
    Case("Ägyptische Journalistin frei", ("Sie ist wieder in Kairo.",), "EG", "de"),
    Case(
        "Schweizer Gericht hört Fall von Asylsuchenden aus Eritrea", ("Das Gericht in Bern hört den Fall.",), "CH", "de"
    ),
    Case(
        "Kolumbien: Bauernführer erschossen", ("Im Norden Kolumbiens wurde ein Bauernführer erschossen.",), "CO", "de"
    ),
    Case("Saudi-Arabien richtet Aktivisten hin", ("Das saudische Innenministerium bestätigte es.",), "SA", "de"),
    Case("Ruanda und Burundi: Radio verstummt", ("In Ruanda und Burundi verstummte das Radio.",), "RW BI", "de"),
    Case("Tailândia: ativista detido", ("A polícia da Tailândia deteve um ativista.",), "TH", "pt"),
    Case("Moçambique: jornalista morto", ("Um jornalista foi morto em Maputo.",), "MZ", "pt"),
    Case("Burundi : un militant arrêté", ("Il avait fui le Rwanda voisin en 2020.",), "BI", "fr"),
    Case("La justice tchadienne condamne un opposant", ("Le tribunal de N’Djamena l’a condamné.",), "TD", "fr"),
    Case("Militante saharaui detenida en El Aaiún", ("La policía marroquí la detuvo.",), "EH", "es"),
    Case(
        "Honduras y Guatemala: defensores bajo ataque", ("En Honduras y Guatemala crecen los ataques.",), "HN GT", "es"
    ),
    Case("La policía hondureña reprime protesta", ("La policía hondureña reprimió una protesta.",), "HN", "es"),
    Case(
        "Human rights court: Nicaragua must free prisoners", ("The judgment was read in San José, Costa Rica.",), "NI"
    ),
    Case(
        "Seven years for teacher",
        ("A court in Hanoi sentenced her.", "The embassies of Germany and Canada sent observers."),
        "VN",
    ),
    Case(
        "Exiled Burundian editor attacked in Kampala",
        ("The editor was attacked by masked men in Kampala, Uganda.",),
        "UG",
    ),
    Case("Chinese dissident deported from Thailand", ("Thailand deported the dissident at night.",), "TH"),
    Case("Venezuelan migrants in Chile face new law", ("Chile’s Congress passed the law.",), "CL"),
    Case(
        "UN experts urge Malaysia to drop charges",
        ("GENEVA – UN experts urged Malaysia to drop the charges against a Rohingya activist from Myanmar.",),
        "MY",
    ),
    Case(
        "Tajik activist extradited from Lithuania",
        ("Lithuania extradited him to Tajikistan, where he faces prison.",),
        "TJ LT",
    ),
    Case(
        "European Parliament condemns arrests in Tunisia",
        (
            "STRASBOURG – The Parliament condemned the arrests in Tunisia.",
            "Members from Spain, France and Italy spoke.",
        ),
        "TN",
    ),
    Case(
        "Annual prize goes to lawyer",
        (
            "The prize, given in Oslo, goes to a lawyer from Cameroon.",
            "She has defended journalists in Cameroon since 2010.",
        ),
        "CM",
    ),
    Case("Rohingya in Bangladesh: school closed", ("The school in Cox’s Bazar was closed.",), "BD"),
    Case(
        "Sudan: doctors killed in El Fasher", ("Chad has opened its border.", "Doctors were killed in El Fasher."), "SD"
    ),
    Case(
        "London protest for Hong Kong prisoner",
        ("Hundreds marched in London for a publisher who is in prison in Hong Kong.",),
        "HK",
    ),
    Case(
        "Washington sanctions Ugandan officers", ("The United States sanctioned officers of the Ugandan army.",), "UG"
    ),
    Case("France: Algerian journalist's residence permit refused", ("The prefecture in Paris refused it.",), "FR"),
    Case("Lawyers in Peru, Bolivia and Ecuador compare notes", ("They met online.",), "PE BO EC"),
    Case("What the ruling means for Honduras", ("The court sits in San José.", "It found Honduras responsible."), "HN"),
    Case(
        "Report maps attacks on river defenders",
        ("The report maps attacks in Brazil.", "It was launched in Belém with support from Norway."),
        "BR",
    ),
    Case(
        "Six months for a song",
        ("A judge in Kampala sent the singer to prison.", "Kenya and Tanzania have similar laws."),
        "UG",
    ),
    Case("Yemeni journalists freed in prisoner swap", ("They flew from Sana’a to Amman, Jordan.",), "YE"),
    Case(
        "Philippine court clears nun",
        ("The court in Manila cleared her.", "A delegation from Australia watched."),
        "PH",
    ),
    Case("Kurdish journalist sent back to Iran by Turkey", ("Turkey handed the journalist over to Iran.",), "IR TR"),
    Case(
        "Chad: two broadcasters closed",
        (
            "The media authority closed two stations in N’Djamena on Monday.",
            "Press groups in Cameroon and Niger protested.",
        ),
        "TD",
    ),
    Case(
        "Exiles mark ten years of crackdown",
        (
            "Exiles from Burundi gathered in Brussels to mark ten years since the protests.",
            "They urged Bujumbura to let them return.",
        ),
        "BI",
    ),
    Case(
        "UN committee reviews Tunisia and Norway",
        ("GENEVA – The committee reviewed reports of Tunisia and Norway.",),
        "TN NO",
    ),
    Case(
        "US judge blocks deportation of Venezuelan men",
        ("A federal judge in Texas blocked the deportation of Venezuelan men to El Salvador.",),
        "US",
    ),
    Case(
        "Ten years after the Gezi protests",
        ("Ten years after the protests, a court in Istanbul keeps a businessman in prison.",),
        "TR",
    ),
    Case("French lawmakers adopt surveillance bill", ("PARIS – Lawmakers adopted the bill by a narrow vote.",), "FR"),
    Case(
        "Ambassadors of twelve countries visit activist in hospital",
        (
            "Ambassadors of France, Sweden and Canada visited the activist in Tegucigalpa, Honduras.",
            "She was shot on Sunday in Honduras.",
        ),
        "HN",
    ),
    Case(
        "Sudanese refugees shot at border with Libya", ("Guards in Libya shot at a group of Sudanese refugees.",), "LY"
    ),
    Case(
        "Greece: Egyptian survivors of shipwreck acquitted",
        ("A court in Kalamata acquitted nine Egyptian survivors.",),
        "GR",
    ),
    Case("Ethiopian domestic workers in Lebanon strike", ("Workers in Beirut went on strike.",), "LB"),
    Case("Myanmar journalists arrested in Thailand", ("Thai police arrested three journalists in Mae Sot.",), "TH"),
    Case(
        "Pegasus found on phones of Jordanian lawyers",
        ("The lawyers, based in Amman, were told by researchers in Toronto.",),
        "JO",
    ),
    Case(
        "Council of Europe body criticises Poland over border law",
        ("STRASBOURG – The body said that the law must change.",),
        "PL",
    ),
    Case(
        "Inter-American court to hear case against Ecuador",
        ("The court will hear the case at its seat in San José, Costa Rica.",),
        "EC",
    ),
    Case("Hungary: Pride organiser charged", ("Prosecutors in Pécs charged the organiser of a march.",), "HU"),
    Case("The Gambia: defenders welcome ruling", ("The ruling was read in Banjul.",), "GM"),
    Case("Equatorial Guinea's opposition lawyer freed", ("He was freed in Malabo.",), "GQ"),
    Case("Manila: journalists protest", ("Journalists protested in front of the palace in Manila.",), "PH"),
    Case("Crackdown in Dagestan", ("Police in Makhachkala, Russia, held forty people.",), "RU"),
    Case("Indonesian Papua: pastor shot", ("A pastor was shot in Intan Jaya.",), "ID"),
    Case("Somaliland arrests poet", ("The poet was arrested in Hargeisa, Somalia’s breakaway region.",), "SO"),
    Case(
        "Afghan women's rights activist killed in Pakistan",
        ("She was killed in Quetta on Friday.", "She had fled Kabul in 2021."),
        "PK",
    ),
    Case("Thousands sign petition for Turkish student held in US", ("The student is held in Louisiana.",), "US"),
    Case("Guinean activists abducted in Conakry", ("Armed men abducted two activists in Conakry, Guinea.",), "GN"),
    Case(
        "Hong Kong activist granted asylum in UK",
        ("The Home Office in London granted it.", "China protested."),
        "GB HK",
    ),
    Case(
        "Mining company sues Ecuadorian defenders in Canada",
        ("The company, based in Vancouver, sued six defenders from Ecuador.",),
        "CA EC",
    ),
    Case(
        "Joint NGO letter on Sri Lanka's new terrorism law",
        ("Forty groups from India, Nepal and the United Kingdom wrote the letter.",),
        "LK",
    ),
    Case(
        "Bolivie : le défenseur d’un parc menacé", ("Le garde du parc Madidi, en Bolivie, a été menacé.",), "BO", "fr"
    ),
    Case("Un militant congolais arrêté au Rwanda", ("Il a été arrêté à Kigali.",), "RW", "fr"),
    Case(
        "La Belgique refuse l’asile à un défenseur turc",
        ("Le tribunal de Bruxelles a confirmé la décision.",),
        "BE",
        "fr",
    ),
    Case("Periodista cubano detenido en México", ("Fue detenido en Tapachula.",), "MX", "es"),
    Case("Corte Interamericana condena a Perú", ("La sentencia se leyó en San José.",), "PE", "es"),
    Case("Migrantes haitianos expulsados de Chile", ("Chile expulsó a cien migrantes.",), "CL", "es"),
    Case("Chinesischer Anwalt nach Haft verschwunden", ("Er wurde zuletzt in Peking gesehen.",), "CN", "de"),
    Case(
        "Deutschland liefert tadschikischen Oppositionellen aus",
        ("Das Gericht in Berlin hatte es erlaubt.",),
        "DE",
        "de",
    ),
    Case("Polizei in Kenia löst Mahnwache auf", ("In Nairobi wurden zehn Menschen festgenommen.",), "KE", "de"),
    Case("الإمارات: تمديد سجن ناشط", ("مددت السلطات الإماراتية سجن الناشط.",), "AE", "ar"),
    Case("Prisão de advogada em Angola", ("A advogada foi presa em Luanda.",), "AO", "pt"),
)
