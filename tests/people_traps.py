"""Invented items that name people whom they are not about."""

from people_cases import Case

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
    Case(
        "Amnesty: prisons are full",
        ("Agnès Callam, Amnesty’s head, presented the figures. She said that arrests have doubled.",),
    ),
    Case(
        "Hungary: opposition mayor's powers cut",
        ("Gergely Kara is mayor of the capital. The bill was tabled by Viktor Orb.",),
    ),
    Case(
        "Explainer: what is the Global Magnitsky programme?",
        ("Named after Sergei Magnitsky, the programme freezes assets.",),
    ),
    Case("Book review: “The Cell” by Ahmed Naji Salem", ("Ahmed Naji Salem writes about a prison in Cairo.",)),
    Case(
        "Statement of the High Commissioner on arrests in Uganda",
        ("High Commissioner Volker Bauer said he was alarmed by the arrests.",),
    ),
    Case("Podcast: digital attacks", ("Host Mia Long talks to Raj Patel, a researcher, about attacks on phones.",)),
    Case("Elon Marsh's company sued by moderators", ("Workers say that Elon Marsh's company fired them.",)),
    Case("Court hears appeal of ten", ("Their lawyers, Peter Ochola and Jane Adhiambo, asked for bail.",)),
    Case("Report: 30 arrests in Addis Ababa", ("Thirty people were arrested in Addis Ababa and Dire Dawa.",)),
    Case("King Mohammed VI pardons journalists", ("The king pardoned three journalists.",)),
    Case("Trial monitors wanted", ("Apply to Linda Frost, programme lead, who has monitored trials in Kenya.",)),
    Case(
        "Rodrigo Duterte's police chief faces ICC trial",
        ("Former police chief Bato Rosario is accused of ordering killings.",),
    ),
    Case(
        "Three questions to Ilze Brands",
        ("“Detention must be the exception,” says Ilze Brands, deputy head of the office.",),
    ),
    Case("Conférence avec Marie Dupuis, avocate", ("Marie Dupuis parlera de la détention.",)),
)
"""None of these names anybody whom it is about."""
