"""The words beside the name of a place that change what it means, in English, French and Spanish."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TREATIES = _set(
    "Declaration Agreement Agreements Accord Accords Principles Convention Conventions Protocol Protocols Process "
    "Statute Treaty Rules Guidelines Guidance Platform Consensus Charter Mechanism Compact Framework Pact Plan "
    "Document Memorandum Format Club Recommendations Criteria Final Outcome Déclaration Principes Protocole "
    "Statut Traité Règles Charte Processus Mécanisme Pacte Declaración Acuerdo Acuerdos Principios Convención "
    "Convenio Protocolo Estatuto Tratado Reglas Carta Pacto Proceso"
)
"""With a city before or behind them, the name of an instrument: "Istanbul Convention", "Principes de Paris"."""

OF = _set("of de du d des del della di von der ' the la")
"""What stands between an instrument or organisation and its place."""

PRESS = _set(
    "Times Post Daily Herald Tribune Gazette Independent Observer Chronicle Mirror Guardian Today Mail Monitor "
    "Telegraph Weekly TV Broadcasting Globe Sun Star Standard Journal Airlines Airways"
)
"""Behind a place, the name of a paper or broadcaster."""

ORGANISATIONS = _set(
    "Committee Institute Association Foundation Society Federation Centre Center Council Network Coalition "
    "Commission Institution Academy University Initiative League Forum Observatory Group Bar Fund Organization "
    "Organisation Alliance Club Trust Union Syndicate Consortium Collective Watch Defenders Helpdesk Clinic "
    "Project Comité Fondation Ligue Réseau Fédération Conseil Observatoire Syndicat Collectif Comisión Fundación "
    "Asociación Federación Centro Consejo Red Observatorio Sindicato Colectivo Coordinadora Stiftung Institut "
    "Gesellschaft Verein"
)
CHAPTERS = _set("Amnesty PEN Greenpeace Oxfam Caritas Transparency Civicus Internazionale")
"""Organisations whose branches are called by their country, as are those in "… International"."""

LINKS = _set("of for on and the & de des du pour et los las por y para in d l ' , -")

LANGUAGES = _set(
    "french spanish portuguese german italian russian chinese japanese korean turkish polish dutch swedish danish "
    "norwegian finnish greek hungarian czech slovak romanian bulgarian serbian croatian slovenian ukrainian thai "
    "vietnamese indonesian burmese lao nepali icelandic estonian latvian lithuanian belarusian kazakh uzbek tajik "
    "kyrgyz turkmen somali georgian armenian albanian macedonian mongolian azerbaijani bosnian malay tibetan "
    "uyghur français espagnol portugais allemand italien russe chinois japonais turc ukrainien francés español "
    "portugués alemán italiano ruso chino turco ucraniano"
)
LANGUAGES_ONLY = _set(
    "english arabic persian farsi dari pashto urdu hindi bengali bangla kurdish kurmanji sorani hebrew mandarin "
    "cantonese swahili kiswahili amharic tigrinya hausa khmer malayalam tamil sinhala tagalog catalan basque "
    "latin esperanto creole anglais arabe persan inglés árabe persa"
)
LANGUAGE_BEFORE = _set("in into speak speaks speaking spoke spoken fluent available language languages original")
LANGUAGE_NOUNS = _set(
    "version versions translation translations language languages edition editions subtitles speaker speakers "
    "text texts versión traducción traduction langue idioma lengua edición édition translator interpreter grammar"
)
LANGUAGE_LINKS = _set(", / | & and or et ou y o · • ; - –")
LANGUAGE_ENDS = _set(
    "must should will may can would both preferred required desirable and or but is are was were as for on at by "
    "with here below only too via et ou y o est sont ici aquí from to under that"
)

LIKE_PERSONS = _set(
    "jordan chad israel georgia paris sofia lima colombo kenya india france ireland england holland london milan "
    "cuba berlin washington florence austria sydney adelaide madeira salvador moura asmara santiago odessa "
    "alexandria cairo valencia denver montana dakota carolina virginia houston tripoli bahia kazan denmark "
    "scotland wales lourdes"
)
"""Places that are given or family names too."""

GIVEN_NAMES = _set("jordan chad georgia sofia paris")
"""Those of them that mean a person where nothing around them speaks of a place."""

BODIES = _set(
    "Police Prison Court Courts Government Parliament Defense Defence Forces Army Military Security Ministry "
    "International Minister President Prime King Queen Embassy Ambassador Valley State Republic Bank Airport Desk "
    "Country Office Supreme High Central National Human Civil Foreign Border Chapter Programme Program Strip West East "
    "North South Street Constitutional Criminal Federal Federation Open Dream Antigua Bissau War Revolution Day "
    "Democratic Press Bar Senate Legislature Assembly Governor House"
)
"""What follows the name of a country as a country."""

NOT_SURNAMED = _set(
    "Will Can Should Does Did Has Have Do May Must Could Would In From To For And But With While When As If Since "
    "Of On At By The A An Or Nor Via Into Over Across Inside Outside Against Between Within Throughout After "
    "Before During Until That This How Why Where What Who Is Are Was Free About Like Than Through Under Toward "
    "Towards Near Around Meanwhile Today Also Now Only Even Both Neither Either Because Although Though Last "
    "Neighbouring Neighboring Occupied Northern Southern Eastern Western Central Greater Modern En De Du Des La "
    "Le Les El Los Las Au Aux À Dans Pour Sur Avec Et Y Con Por Para Del Al Desde Contra Según"
)
"""Words with a capital that are no given name before a country."""

ORIGINS = _set(
    "ngo ngos charity charities newspaper outlet broadcaster magazine embassy ambassador diplomat diplomats "
    "refugee refugees migrant migrants immigrant immigrants asylum diaspora expatriate expatriates émigré exile "
    "exiles national nationals born worker workers descent origin student students deportee deportees heritage "
    "réfugié réfugiés réfugiée réfugiées migrante exilé exilés exilée exilées ressortissant ressortissants "
    "refugiado refugiada refugiados refugiadas migrantes exiliado exiliada exiliados exiliadas inmigrante "
    "inmigrantes"
)
"""Beside an adjective: people and bodies of a country that may be elsewhere."""

BEARERS = ORIGINS | _set(
    "mother mothers father fathers woman women man men girl girls boy boys child children family families activist "
    "activists journalist journalists reporter reporters editor editors lawyer lawyers dissident dissidents blogger "
    "bloggers writer writers poet poets artist artists singer singers rapper scholar scholars academic defender "
    "defenders critic critics opposition exiled fugitive community communities monk monks nun priest pastor teacher "
    "teachers doctor doctors nurse nurses farmworkers sailors domestic couple sisters brothers politician "
    "journaliste journalistes avocat avocate militant militante militants opposant opposante opposants étudiant "
    "étudiante étudiants femme femmes mère mères travailleurs activista activistas periodista periodistas abogado "
    "abogada defensor defensora opositor opositora madre madres mujer mujeres estudiante estudiantes trabajadores "
    "journalist journalistin journalisten anwalt anwältin aktivist aktivistin aktivisten dissident dissidentin "
    "survivor survivors protester protesters prisoner prisoners detainee detainees soldiers victims fishermen "
    "businessman politician politicians leader trader comedian filmmaker engineer scientist professor actress nuns "
    "défenseur défenseure défenseurs blogueur chanteur professeur estudiantil líder dirigente defensores bloguero "
    "oppositionellen aktivisten anwalts menschenrechtler menschenrechtlerin schriftsteller lehrer kurde "
    "ativista jornalista advogado advogada "
    "flüchtling flüchtlinge geflüchtete asylsuchende asylbewerber studentin oppositioneller frauen mütter"
)
"""Behind an adjective in front of the place where it happens: whose origin it tells."""

REFUGEES = _set(
    "refugee refugees migrant migrants immigrants seekers deportees exiles réfugiés migrants demandeurs exilés "
    "refugiados migrantes solicitantes flüchtlinge flüchtlingen geflüchtete geflüchteten asylsuchende asylsuchenden "
    "asylbewerber asylbewerbern"
)
"""Before "from": people who are elsewhere now."""

EVENTS = _set(
    "office offices bureau meeting meetings met meet meets workshop workshops training trainings conference summit "
    "forum seminar ceremony festival session sessions course retreat assembly convened convene gather gathered "
    "launched presented read sits seated screened shown hosted exhibition event events symposium congress handed "
    "réunion réunions atelier formation conférence bureaux cérémonie séminaire réunis siège siégeant oficina oficinas "
    "reunión taller talleres conferencia ceremonia seminario reunidos sesión büro treffen konferenz tagung seminar "
    "school workshop schulung veranstaltung filmfestival webinar given delivered awarded"
)
"""Before "in" and a place: something is, or takes place, where it might be anywhere."""

OPENS = _set("opens opened begins began starts started ends ended closes closed concludes concluded resumes takes")
"""Between such an event and its place."""

AUTHORITIES = _set(
    "authorities government police court courts judge judges prosecutor prosecutors parliament lawmakers senate "
    "minister ministers ministry president army military soldiers guards officials officers regime junta congress "
    "justice polizei justiz gericht behörden regierung innenministerium tribunal policía fiscalía gobierno justicia "
    "autoridades autorités gouvernement parlement armée président company firm embassy"
)
"""Beside a place: the state itself."""

HELPED = _set(
    "led sponsored supported backed funded financed tabled proposed co-sponsored cosponsored presented introduced "
    "support funding backing sponsorship parrainé soutenu financé présenté soutien presentado patrocinado apoyado "
    "apoyo financiado unterstützung vorgelegt eingebracht"
)
"""Before "by" or "from" and places: sponsors."""

GUESTS = _set(
    "speakers members guests delegations delegation colleagues participants films experts messages message "
    "greetings letters observers embassies embassy diplomats ambassadors ambassador visitors trainers monitors "
    "partners panellists panelists donors lawyers representatives delegates artists writers voices examples orateurs "
    "participantes invités membres collègues messages ambassades observateurs ponentes miembros colegas embajadas "
    "observadores gäste mitglieder botschaften beobachter delegationen"
)
"""Before "of" or "from" and places: who came from there."""

LEFT = _set("leave left fled flee fleeing escaped escape leaving quitter quitté fui fuir huir huyó huyeron abandonar")
"""Before a place: it lies behind."""

NEARBY = _set("neighbouring neighboring voisin voisine vecino vecina nachbarland nachbarstaat")
"""Beside a place that is only near."""

NEIGHBOURS = _set("neighbour neighbor")
"""Behind a place whose neighbour is meant."""

SEATED = _set("based headquartered office offices registered basé basée basés basées sede sedes siège incorporated")
TOWARDS = _set("from of to into against with between near outside de du d ' for")
INSIDE = _set("in inside across en au aux à dans within throughout")
JOINED = _set(", and & or the et ou y e ; / und la le les l ' el los as well")
DATES = _set(
    "january february march april may june july august september october november december janvier février mars "
    "avril mai juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio "
    "agosto septiembre setiembre octubre noviembre diciembre le de du and el th st nd rd"
)
ADDRESSING = _set(
    "JOIN CONTACT ABOUT FOLLOW SUPPORT TELL WITH FOR OF TO LET HELP FIND VISIT EMAIL CALL GIVE LIKE AND ON"
)
"""Capitals before "US" that make it the word "us"."""
