"""The words of deadlines: what announces one, whom it is for, and what other dates a call has.

English, French, Spanish and German, and the commonest ones of Portuguese, Italian and Arabic. The phrases of the
newsroom's rule are among them: deadline, no or not later than, closing date, closes on, apply by, submit(ted) by.
Each language has a line of its own where that is possible; a blank stands for any one blank.
"""

import re


def _words(pattern: str) -> re.Pattern[str]:
    """Whole words of a text in small letters, which is quicker than to ignore case; line breaks are layout."""
    flat = "".join(line.strip() for line in pattern.split("\n")).replace(" ", r"\s")
    return re.compile(rf"\b(?:{flat})\b")


ANCHOR = _words(
    r"""
    (?P<after>(?:received|submitted|sent|arriving) after|(?:submissions|applications|entries|proposals
    |nominations),? after
    |(?:re[çc]u|envoy[ée]|parvenu)e?s apr[èe]s
    |(?:recibid|enviad|presentad)[ao]s despu[ée]s del?)
    |(?P<window>(?:open|opens|accepted|received|submitted|possible|runs?|apply|ouverte?s?|accept[ée]e?s|re[çc]ue?s
    |abiert[ao]s?|recib\w+(?: \w+)?|(?:accept|receiv|welcom|invit|tak)ing \w+|m[öo]glich|l[äa]uft) (?:from|between
    |du|entre|del|vom|zwischen))
    |(?P<noun>deadlines?|applications accepted|closing[\s-]dates?|due[\s-]dates?|cut-?off(?:[\s-]dates?)?
    |submission dates?
    |dates?[\s-](?:limites?|butoirs?)|dates? de cl[ôo]ture
    |fechas? (?:l[íi]mites?|topes?|m[áa]ximas?|de cierre)|plazos?
    |(?:bewerbungs|einreich(?:ungs)?|einsende|anmelde|abgabe|melde|nominierungs|vorschlags|antrags|r[üu]ckmelde
    |teilnahme|ausschreibungs|annahme|registrierungs)(?:frist(?:en)?|schlu(?:ss|ß)|ende|termin)
    |frist(?:en|ende)?|stichtag
    |(?:application|nomination|submission) (?:period|window)|p[ée]riode de candidature
    |per[ií]odo de (?:postulaci|inscripci)[óo]n|bewerbungs(?:zeitraum|phase)
    |prazos?|datas?[\s-]limites?|scadenz[ae]|termine ultimo|الموعد النهائي|آخر موعد|الموعد الأخير|آخر أجل)
    |(?P<soft>(?:last|final) (?:day|date)(?: (?:for|to))?
    |cl[ôo]ture|[ée]ch[ée]ances?|d[ée]lais?|dernier (?:jour|d[ée]lai)(?: pour)?
    |cierre|[úu]ltimo d[íi]a(?: para)?|vencimiento)
    |(?P<closes>closes?|closing|will be closed|ends?
    |se (?:cl[ôo]tur|termin)\w+|cl[ôo]tur[ée]e?s?|ferm(?:e|era|ent)|prend(?:ra)? fin
    |cierran?|cerrar[áa]n?|vencen?|finalizan?
    |endet|enden|schlie(?:ß|ss)t)
    |(?P<due>due)
    |(?P<limit>(?:no|not) later than|(?:on or )?before|by|until|till|through|up to|extended to|at the latest|latest by
    |au plus tard|avant|jusqu[’'](?:au|à)|d[’']ici|pour le
    |a m[áa]s tardar|hasta|antes del?|como m[áa]ximo
    |bis|sp[äa]testens|vor dem
    |até|o mais tardar|entro|قبل|حتى|أقصاه)"""
)
"""What announces a deadline; the name of the group says in what way."""

PLAIN_LIMIT = _words(
    "(?:no|not) later than|at the latest|latest by|au plus tard|a m[áa]s tardar|como m[áa]ximo|sp[äa]testens|أقصاه"
)
"""Limits that are seldom said of anything but a deadline."""

ACT = _words(
    r"""
    appl(?:y|ied|ying|ications?)|submi(?:t|ts|tted|tting|ssions?)|send|sent|e-?mail(?:ed)?|regist(?:er|ered|rations?)
    |sign up|rsvp|nominat(?:e|ed|ions?)|respon(?:d|ses?)|repl(?:y|ies)|complet(?:e|ed)|return(?:ed)?|receiv(?:e|ed
    |ing)
    |contribut(?:e|ions?)|upload(?:ed)?|enrol\w*|enter|entries|propos(?:e|als?)|abstracts?|papers?|inputs?|comments?
    |fill (?:in|out)|write to us|must (?:arrive|reach)|reach us|deliver(?:ed)?
    |reach (?:us|our|the)|be with us|be in our|hear(?:ing)? from you|(?:get|be) in touch|candidac(?:y|ies)
    |share (?:your|with us)|tell us|add your|write to|pitch(?:es)?|(?:is|are) (?:invited|welcome)
    |consultation|survey|vote|sign|endorse|the call|this call|our call|call for \w+|open|accept(?:ed|ing)?
    |expressions? of interest|letters? of intent|feedback
    |candidat(?:ure|ures|er)|postul\w+|soum(?:ett|is)\w*|envo(?:yer|yez|yée?s?|i)|adress(?:er|ez|ée?s?)|transm\w+
    |(?:s[’'])?inscri\w+|d[ée]pos\w+|d[ée]p[ôo]t|r[ée]pon(?:d|s)\w*|compl[ée]t\w+|re[çc]ue?s?
    |parvenir|particip\w+|ouvert\w*|attendue?s?|nous faire
    |candidatura\w*|solicitud\w*|present(?:ar|arse|aci[óo]n|ad[ao]s?)|env[íi]\w+|remit\w+|registr\w+|nomin\w+
    |respond\w+|respuestas?|recib\w+|abiert\w+|propuestas?|acept\w+|llegar(?:nos)?|aberta?s?|inscriç\w+|envie\w*
    |bewerb\w+|einreich\w+|eingereicht\w*|melde\w*|ausschreibung|aufruf|reichen
    |(?:ein)?send\w+|eingesandt|schick\w+|zuschicken|anmeld\w+|angemeldet
    |registrier\w+|nominier\w+|vorschl\w+|vorzuschlagen|antwort\w+|ausf[üu]ll\w*|eingehen|eingegangen|vorliegen|offen
    |m[öo]glich|entgegen\w*|teiln\w+|teilzunehmen|beitr[äa]g\w*|einzureichen|anzumelden
    |pervenire|submet\w+|submiss\w+|propostas?|inviat\w*|inviar\w*|domand[ae]|iscri\w+|propost[ae]
    |إرسال|تقديم|الطلبات|المشاركات|الترشيحات|التقديم|التسجيل"""
)
"""What a reader does for a call, or what is done with what readers send."""

STRONG_ACT = _words(
    r"""
    apply|submit|submitted|submissions?|applications?|nominations?|nominate|rsvp|abstracts?|entries
    |expressions? of interest|letters? of intent|send (?:us|your|in|an?|the)|e-?mail (?:us|your)
    |sign up|sign on|candidat(?:ures?|er)|postul\w+|candidaturas?|bewerb\w+|einreich\w+|eingereicht|einzureichen"""
)
"""Acts that need no further sign that a reader is meant."""

READER = _words(
    r"""
    you|your|please|applicants?|nominees?|applications?|nominat\w+|proposals?|submissions?|abstracts?|entries
    |contributions?|inputs?|comments|questionnaires?|surveys?|vacanc(?:y|ies)|cv|résumé
    |calls? for (?:inputs?|papers?|proposals?|nominations?|applications?|submissions?|contributions?|abstracts?
    |entries
    |presentations?|evidence|comments|participa\w+|expressions?|volunteers?|tenders?|candidat\w+|consultan\w+
    |speakers?)
    |(?:the|this|our|open) call(?! (?:for|to|on|by))|wish(?:ing)? to|would like to|eligible
    |cover letter|registration|interested|scholarships?|fellowships?|grants?|awards?|prize|internships?|consultanc\w+
    |participants?|candidates (?:have|can|should)|letters? of intent|expressions? of interest|essays?|tenders?
    |(?:ngos?|civil society|organi[sz]ations|individuals|groups|lawyers|students|journalists|defenders|any(?:one|body)
    |every(?:one|body)|researchers|academics|artists|people) (?:may|can|are (?:asked|invited|welcome|encouraged))
    |(?:asked|invited|encouraged|welcome) to (?:send|submit|apply|register|get in touch|contribute|share|propose
    |nominate)
    |our inbox|candidac(?:y|ies)|competition|contest|from you
    |bids?|tenders|quotations?|(?:offers|quotes) (?:must|should|shall|are|may|can|need)|be with us
    |(?:reach|tell|send|write to|join|let) us|us your|(?:views|evidence|ideas|pitches|photos|stories) (?:is
    |are) (?:invited|welcome)
    |\Aopen (?:until|till|to)|: open until|sign[\s-]on
    |rsvp|the call|stakeholders?|feedback|consultations?
    |(?:\A|: )(?:apply|send|submit|sign|register|nominate|complete|fill|respond|reply|contribute|e-?mail|confirm)
    |(?:can|may) (?:apply|nominate|register|endorse)
    |vous|votre|vos|veuillez|merci|candidatures?|inscriptions?|propositions|appels? [àa]|concours|bourses?|formulaire
    |lettre de motivation|contributions|dossiers?|offres|nous (?:faire )?(?:parvenir|adresser|envoyer)
    |appels? ouverts?
    |peuvent (?:soumettre|envoyer|postuler|proposer|transmettre|déposer|participer|s[’']inscrire|candidater|répondre)
    |l[’']appel|souhait\w+|(?:postul|inscriv|envoy|répond|particip|soumett)ez
    |usted\w*|deseen|tienes|tu|env[íi]a|post[úu]la(?:te)?|inscr[íi]bete|reg[íi]strate|candidaturas?
    |postulaci\w+|postulantes?|solicitudes|propuestas|inscripci\w+|convocatorias?|contribuciones
    |pueden (?:enviar|presentar|postular\w*|participar|inscribirse|remitir|proponer|hacer llegar)
    |ofertas|cotizaciones|tienen tiempo|tienes (?:tiempo|plazo|hasta)|recibimos
    |aportes|becas?|premios?|formulario|interesad\w+|encuesta|cuestionario
    |bitte|bewerb\w+|anmeldung\w*|vorschl[äa]ge|beitr[äa]ge|einreichung\w*|einsendung\w*
    |angebote|m[üu]ssen uns|sollten uns
    |k[öo]nnen?(?= .{0,120}\b(?:einreichen|bewerben|anmelden|teilnehmen|vorschlagen|nominieren|einsenden
    |registrieren))
    |nominierung\w*|ausschreibung|stipendi\w+|preis|aufruf|interessent\w+|interessierte|wettbewerb|fragebogen|umfrage
    |podem (?:enviar|submeter|participar|candidatar-se|inscrever-se)|envie|(?:sua|suas) (?:propostas?|inscrição
    |contribuições?)|inscreva\w*
    |inscriç\w+|candidat[ou]r[ae]s?|propostas|edital|bando|domande|iscrizion\w+|الطلبات|الترشيحات|التقديم|المشاركات"""
)
"""Who or what shows that a call is meant for readers."""

POLITE = re.compile(r"\b(?:Sie|Ihre[mnrs]?)\b")
"""The German form of address, told by its capital."""

NEWS = _words(
    r"""
    governments?|state part(?:y|ies)|states part(?:y|ies)|authorit(?:y|ies)|courts?|tribunal|judges?|prosecut\w+
    |minist(?:er|ers|ry|ries)|president|parliament|senate|congress|lawmakers|regime|police|army|military|militias?
    |rebels|troops|junta|kremlin|white house|administration|kidnapp\w+|captors|hostages?|ransom|militants|sanctions
    |verdict|ruling|sentenc\w+|trial|hearing|bail|appeal(?:ed|s)?|detention|detain\w+|imprison\w+|prison\w*|jail\w*
    |arrest\w*|releas\w+|evict\w*|deport\w*|demolish\w*|ceasefire|elections?|ultimatum|he|she|him|her|his
    |gave|gives|given|ordered|demanded
    |(?:set|sets|setting|imposed|faces?|facing|issued) (?:a|an|the|its|his|her|their|new) (?:\w+ )?deadline
    |secretary-general|general assembly|security council|shall|law|bill|treaty|ratif\w+|withdraw\w*
    |peace|deal|budget|comply|fine|states (?:must|should|shall|have to|are required)
    |gouvernement|autorités|tribunal|cour|juges?|procureur|ministres?|ministère|président|parlement|régime|police
    |armée|lib[ée]r\w+|détention|détenu\w*|procès|otages?|ultimatum|élections?
    |gobierno|autoridades|corte|juez\w*|fiscal\w*|ministr[oa]s?|ministerio|presidente|parlamento|congreso|policía
    |ejército|liber\w+|detenid\w+|prisión|cárcel|juicio|condena\w*|ultimátum|rehenes|elecciones
    |richtlinie|gesetz\w*|tribunal|regierung|behörden?|gericht\w*|richter\w*|staatsanwalt\w*|minister\w*
    |präsident\w*|polizei|armee|haft|gefängnis\w*
    |prozess|urteil\w*|freilass\w*|geiseln?|wahl(?:en)?"""
)
"""A story, not a call: a deadline that powers set, or that is set to them, is none for readers."""

OUTRIGHT_NEWS = _words(
    r"""
    ultimatum|ransom|hostages?|ceasefire|bail|asylum|ultimátum|rehenes|otages?|geiseln?|asile|asilo
    |(?:parties|submi\w+|respon\w+|appl\w+) to the (?:\w+ )?court
    |(?:gave|given|gives|giving|granted) (?:\S+ ){1,8}(?:until|till|a deadline)
    |(?:presidential|parliamentary|electoral|election) \w+|candidates? for (?:president|parliament|mayor|governor)"""
)
"""Such a sentence is a story even where it speaks of applications."""

OTHER = _words(
    r"""
    notif\w+|informed|contacted|announc\w+|publish\w*|decisions?|decid\w+|interview\w*|results?|winners?|shortlist\w*
    |select(?:ed|ion)|review(?:ed|s|ing)?|evaluat\w+|start(?:s|ing)?|begin\w*|commenc\w+|tak(?:e|es|ing) place
    |took place|held|hold|ceremony|launch\w*|travel|happen\w*|occurr\w+|born|aged|turn|degree
    |graduat\w+|finish\w*
    |confirmed|approved|ratified|vetted|sworn
    |confirm[ée]e?s?|approuv\w+|ratifi\w+|confirmad[ao]s?|aprobad[ao]s?|best[äa]tigt
    |presented|will present|events|incidents|reimburs\w+|paid
    |notifi\w+|inform[ée]\w*|annonc\w+|publi[ée]\w*|d[ée]cisions?|entretiens?|r[ée]sultats?|laur[ée]ats?
    |s[ée]lectionn\w+
    |d[ée]bute\w*|commence\w*|auron?t? lieu|se tiendra|né(?:e|s|es)?
    |notific\w+|informar\w*|informad[ao]s?|anunci\w+|publica\w+|decisi[óo]n\w*|entrevistas?|resultados?|ganador\w*
    |seleccionad\w+
    |comenzar\w+|comienz\w+|iniciar\w*|tendrán? lugar|se celebrar\w+|nacid\w+
    |benachrichtig\w+|informier\w+|bekannt\w*|ver[öo]ffentlich\w+|entscheid\w+|entschieden|gespräch\w*
    |vorstellungsgespr\w+|ergebnis\w*|gewinner\w*|ausgewählt\w*|beginn\w*|startet?|statt|findet|geboren"""
)
"""What the other dates of a call are for."""

ORGANISER = _words(
    r"""
    (?:will|shall|we[’']ll) (?:\w+ly )?(?:receive|hear|get|respond|reply|send|return|complete|open|reopen|share
    |read|rule|decide|consider|assess|examine|issue|announce)
    |(?:consultants?|contractors?|fellows?|winners?|(?:selected|successful|chosen) \w+) (?:will|shall|is
    |are) (?!invited)
    |(?:final|narrative|progress|annual) reports?|grantees?|recipients?|awardees?
    |we expect|decisions? on
    |not (?:be )?accept\w*|stopped|suspended|found|showed|covers|exhibitions?|exposition|exposici[óo]n|ausstellung
    |received (?:\d|more than|over|about|some|a total)\S*|(?<!send )(?<!submit )reports? (?:will|to|is|are
    |that will)|will report
    |recevront|enverrons|répondrons|(?<!se )recibirán|enviaremos|responderemos|erhalten|antworten wir|melden uns"""
)
"""The other side acts: what readers get by then."""

EXTENDED = _words(
    r"""
    exten(?:d|ded|ding|sion)|postponed|pushed(?: back)?|moved|prolonged|new|now|instead
    |prolong\w+|report[ée]e?s?|repouss\w+
    |nouvelle|ampl[ií]\w+|pr[óo]rrog\w+|extiend\w+|nueva|nuevo|verl[äa]nger\w+|neue[rn]?|prorogat[ao]"""
)
"""A day that takes the place of an earlier one."""

PASSED = _words(
    r"""
    was|were|had|has passed|passed|expired|missed|elapsed|gone|over
    |était|étaient|passée?|expirée?|fue|fueron|era|venció|expiró|terminó|war|waren|abgelaufen|endete|verstrichen"""
)
"""It is told as history."""

JUST_TOLD = re.compile(r"\b(?:was|were|had)\b.{0,25}\Z")
"""In front of a limit: what came in until then."""

INSTEAD_OF = re.compile(r"instead of|previously|originally|formerly|rather than|statt|au lieu|en lugar|and not")
"""Behind the new day comes the old one."""

DONE_AFTER = re.compile(
    r"[^.;,:]{0,50}\b(?:informiert|benachrichtigt|kontaktiert|bekannt|veröffentlicht|entschieden|entscheiden"
    r"|ausgewählt)\b"
)
"""What happens by a day, where German says it: at the end."""

REPORTED = re.compile(r"\b(?:have|has|had|was|were|did)\b")
"""Between a day and what is done by then: somebody tells it."""

UNTIL = re.compile(r"\b(?:to|until|till|bis|au|jusqu|hasta|al)\b")

NEGATED = re.compile(
    r"\b(?:no|without|not|never|lack|lacks|keine?[rnms]?|ohne|pas|aucune?|sans|sin|ning[uú]n|sem|senza|nessuna?)\s"
    r"(?:(?:de|d[’']|une?|a|an|the|any|hay|fixed|formal|specific|strict|set|official|feste[rn]?)\s){0,2}$"
)
"""In front of a noun: there is none."""

COUNTED = re.compile(r"\b(?:days?|hours?|weeks?|months?|years?)[\s-]$")
"""In front of a noun: "a five-day deadline"."""

CALL_IN_FRONT = re.compile(
    r"\b(?:calls?|registrations?|applications?|nominations?|submissions?|consultation|survey|voting|period|window)"
    r"(?:\sfor\s\w+)?\s(?:will\s)?$"
)
"""In front of "ends": not a fellowship, which ends as well."""

REFUSED = re.compile(r"\b(?:not|cannot|no|ne|nicht|keine)\b")

FILLERS = frozenset(
    """in one two three four five six ten days weeks week month months
    on the at of by before no later latest than until till to for it its end morning afternoon evening night noon
    time strictly this coming next date day hrs hours sharp exactly and midnight between from
    le la au aux à a plus tard du de des jusqu avant le jour matin soir heures entre l d
    el del al las los día dia más tardar hasta antes próximo
    den dem der am um zum bis spätestens einschließlich inklusive vom zwischen ende
    em o até às dia il entro e non oltre del alle uhr
    يوم في عند""".split()
)
"""Words that may stand between what announces a deadline and its day."""

LINKS = frozenset(
    """is are be been being will falls fall closes close ends end set fixed extended moved postponed pushed changed
    shifted now remains
    appel call convocatoria
    est sont sera reste fixée fixé prolongée prolongé reportée reporté repoussée
    es son será serán queda fijado fijada vence finaliza termina cierra ampliado ampliada prorrogado prorrogada extiende
    amplía prorroga extendido
    ist sind endet läuft verlängert lautet wird festgesetzt gesetzt
    termina encerra vão vai é è são scade هو""".split()
)
"""Words that join the noun to its day, the deadline for proposals *is* …, or that end what it is for."""
