# De documenten: report.html, summary.md, en hun figuren.

html-kind = Businesscase van service-excellence
html-contents = Inhoud
html-answer = Het antwoord
html-months = { $months } maanden
html-from = vanaf { $month }
html-lens = bril: { $lens }
html-trials = { $trials ->
    [one] { $trials } simulatie
   *[other] { $trials } simulaties
}
html-band = { $low } tot { $high }
html-mean-error = gemiddeld { $value }
html-net = na aftrek van besparingen: { $net }
html-never = nooit binnen de horizon in { $never } van de simulaties

# Kerncijfers
html-key = Kerncijfers
html-npv = Netto contante waarde, mediaan
html-npv-run-off = Dezelfde met uitloop, { $months } maanden
html-loss-run-off = Kans op verlies met uitloop
html-roi = Rendement (ROI), mediaan
html-funding = Maximaal kapitaalbeslag, mediaan
html-payback-late = > { $months } maanden
html-irr = Interne rentevoet, van de { $share } van de simulaties die er een hebben
html-loan = Prijs van de lening per jaar, in { $share } van de simulaties
html-effectiveness = Wat een effect kost
html-effectiveness-lead = Hier hangt geen omzet af van enthousiaste klanten. De vraag is dus niet wat het oplevert, maar wat het kost. Contante waarden vóór belasting, als verhouding van gemiddelden.
html-cash = Kasstroom, terugverdientijd en kapitaalbeslag
html-cash-lead = Op het diepste punt moet in de mediaan { $p50 } worden gefinancierd, en in één op de twintig simulaties meer dan { $p95 }. In { $never } van de simulaties is het geld niet terug binnen de horizon.

# De waardebrug
bridge-benefit = baten vóór belasting
bridge-cost = kosten vóór belasting
bridge-tax = belasting
bridge-tax-saved = bespaarde belasting
bridge-terminal = waarde na de horizon
bridge-npv = netto contante waarde
bridge-axis = Gemiddelde contante waarde ({ $currency })
bridge-subtitle = Gemiddelden van de simulaties, contante waarden: van de delen van de baten naar de netto contante waarde
bridge-title-piece = { $case }: het grootste deel van de baten is ‘{ $piece }’ ({ $size }); tegenover baten van { $benefit } staan kosten van { $cost }
bridge-title-none = { $case }: tegenover baten van { $benefit } staan kosten van { $cost }
html-bridge-note = Gemiddelden tellen precies op, medianen niet. De netto contante waarde aan het eind is daarom het gemiddelde, niet de mediaan uit het antwoord.

# De keten
html-chain = De effectketen
html-chain-lead = Van programma naar waarde, schakel voor schakel. Elke kaart toont een fase zonder en met het programma in de laatste twaalf maanden; bij elke pijl staan de aannames die hem dragen, met hun bewijsgraad.
html-chain-note = Medianen van de simulaties. P5 en P95 zijn die van de verandering, simulatie voor simulatie. Een NPS staat altijd bij zijn drie aandelen, want achter dezelfde score kunnen heel verschillende klanten schuilgaan.
chain-subtitle = Mediaan van de laatste twaalf maanden zonder en met het programma; tussen haakjes P5 tot P95
chain-picture-title = { $case }: het aandeel verbonden klanten gaat in de mediaan van { $without } naar { $with }
chain-change-band = verandering (P5 tot P95)
chain-told = { $name }: { $without } zonder, { $with } met, verandering { $change }
banded = { $median } ({ $low } tot { $high })
stage-excellence = Service-excellence: wordt het programma uitgevoerd?
stage-of-trials = { $share } van de simulaties
stage-employees = Medewerkers en partners
stage-experience = Klantbeleving: wat klanten ervan zeggen
stage-connection = Verbondenheid
stage-revenue = Klanten en omzet
stage-value = Waarde
stage-nothing = Niets van wat klanten doen levert hier waarde op
behaviour-loyalty = Loyaliteit
behaviour-advocacy = Aanbeveling
behaviour-spend = Besteding en prijs
behaviour-cost = Service en personeel

# Brillen
html-lenses-lead = Dezelfde businesscase, dezelfde trekkingen, drie overtuigingen over wat klanten doen. Medianen, en de gemiddelde waarde; de bril van dit rapport is gemarkeerd.
html-lenses-inputs = Wat de brillen anders zien
html-lenses-inputs-note = Medianen, tussen haakjes P5 tot P95 waar een bril ze openlaat.
html-grade = graad

# Wat waar zou moeten zijn
html-true = Wat er waar zou moeten zijn
true-lead-mean = Voor een verwachte netto contante waarde van minstens nul, telkens één aanname:
true-lead-median = Voor een mediaan van minstens nul, telkens één aanname:
true-lead-loss = Voor een kans op verlies van hoogstens { $share }, telkens één aanname:
html-input = aanname
html-needs = nodig voor nul
html-prior = vooraf: mediaan (P10 tot P90)
needs-least = minstens { $from }
needs-most = hoogstens { $to }
needs-between = { $from } tot { $to }
html-true-never = Hiervan is geen enkele waarde die mogelijk wordt geacht op zichzelf genoeg: { $names }.
html-true-always = Bij elke waarde hiervan houdt de case stand: { $names }.
html-true-note = Van elke schakel van de keten de aanname die de meeste spreiding verklaart; alleen die wordt vastgezet, alle andere blijven zoals ze getrokken zijn. Kans: deel van de eigen verdeling vooraf waarin het klopt. { $trials } simulaties per waarde; delight breakeven bekijkt elke aanname.

# Wat de onzekerheid bepaalt
html-drivers = Wat de onzekerheid bepaalt
html-drivers-lead = { $count ->
    [one] { $count } onzekere aanname verklaart de hele spreiding in de netto contante waarde. Die meten versmalt de bandbreedte; meer simulaties doen dat niet.
   *[other] Van { $count } onzekere aannames verklaren deze het grootste deel van de spreiding in de netto contante waarde. De eerste meten versmalt de bandbreedte; meer simulaties doen dat niet.
}
html-by-grade = Naar bewijsgraad
html-correlated = ~ hangt samen met andere aannames: hun aandelen overlappen en tellen niet op.
html-drivers-note = Alleen: wat er van de variantie verdwijnt als ze alle bekend zijn. Met wisselwerkingen: wat er overblijft als alle andere bekend zijn. Tussen haakjes 95%-intervallen, { $trials } simulaties. Dit zijn schattingen: delight sensitivity geeft scherpere.
drivers-subtitle = Deel van de variantie van de netto contante waarde dat verdwijnt als een aanname bekend is, met 95%-interval
rests-on-belief = { $inputs ->
    [one] { $share } van de variantie van de netto contante waarde rust op de { $inputs } onzekere aanname met bewijsgraad D op zichzelf, en { $total } met haar wisselwerkingen (tussen haakjes 95%-intervallen).
   *[other] { $share } van de variantie van de netto contante waarde rust op de { $inputs } onzekere aannames met bewijsgraad D op zichzelf, en { $total } met hun wisselwerkingen (tussen haakjes 95%-intervallen).
}

# Het register
html-ledger = Elke aanname, haar bron en haar bewijsgraad
html-ledger-count = { $all } getallen: { $a } met graad A, { $b } met B, { $c } met C, { $d } met D, { $none } zonder graad.
state-unconnected = niet verbonden
state-satisfied = zeer tevreden
state-distinctive = onderscheidend
state-connected = volledig verbonden
table-customers = Klanten
table-customers-mix = Klanten naar hun band
table-customers-nps = Antwoorden op de aanbevelingsvraag
table-employees = Medewerkers
table-partners = Partners
table-experience = Klantbeleving nu
table-excellence-now = Volwassenheid nu
table-programme = Programma
table-programme-target = Beoogde volwassenheid
table-programme-start_month = Startmaanden van de elementen
table-programme-costs = Kosten van het programma
table-cost_to_serve = Kosten van dienstverlening
table-finance = Financiën
table-market = Markt
table-effects = Effecten: wat oorzaak is
table-effects-excellence = Effecten: service-excellence
table-effects-employees = Effecten: medewerkers en partners
table-effects-experience = Effecten: klantbeleving
table-effects-connection = Effecten: verbondenheid
table-effects-loyalty = Effecten: loyaliteit
table-effects-loyalty-odds = Effecten: kans om te blijven
table-effects-advocacy = Effecten: aanbeveling
table-effects-advocacy-entry_mix = Band waarmee nieuwe klanten komen
table-effects-advocacy-referred_mix = Band waarmee aanbevolen klanten komen
table-effects-spend = Effecten: besteding en prijs
table-effects-channels = Effecten: kanalen die standaard buiten beschouwing blijven
table-flows = Kasstromen
html-ledger-value = mediaan (P5 tot P95)
html-source = bron
html-balanced = evenveel als er vertrekken
html-sources = Aangehaald bewijs
html-sources-note = De vermeldingen uit de bewijsbibliotheek die de bronnen hierboven noemen; delight evidence toont elk met kritiek.
grade-A = meta-analyse, of herhaald
grade-B = één studie met vakgenotentoets
grade-C = cijfer van branche, leverancier of overheid, uit de tweede hand
grade-D = oordeel van deskundigen, een claim, of onze eigen aanname

# Kanttekeningen
html-caveats = Kanttekeningen
html-limits = Wat het model weglaat
caveat-band = De standaardfout zegt hoeveel een cijfer door het toeval van de trekkingen kan zijn verschoven; de bandbreedte van P5 tot P95 zegt hoe weinig bekend is. Meer simulaties verkleinen de fout, alleen betere kennis versmalt de bandbreedte.
caveat-structure = De opbouw van de keten en haar gewichten zijn zelf een oordeel van deskundigen, graad D. Die onzekerheid zit niet in de bandbreedtes.
caveat-rivals = Concurrenten nemen een voorsprong over in een instelbaar tempo; uit zichzelf doen zij niets.
caveat-segments = Klanten verschillen in verbondenheid, niet in omvang of marge. Maak voor segmenten die verschillen elk een eigen scenario.
caveat-finance = Financiering, werkkapitaal en niet te verrekenen belasting ontbreken; verliezen verlagen de belasting van een winstgevend bedrijf.
caveat-own-data = De meeste effecten zijn algemeen bewijs, niet gemeten in deze organisatie. Eigen gegevens gaan voor.

# Herkomst
html-provenance = Herkomst
html-provenance-note = Dezelfde versie, hetzelfde scenario en dezelfde seed, trekkingswijze en aantal simulaties geven dezelfde resultaten, byte voor byte. De vingerafdruk van het scenario omvat alles wat ze bepaalt behalve de seed; de vingerafdruk van de simulaties omvat waarde, baten en kosten van elk.
provenance-version = versie
provenance-trials = simulaties
provenance-sampling = trekking
provenance-seed = seed
provenance-preset = sector
provenance-scenario = vingerafdruk van het scenario
provenance-digest = vingerafdruk van de simulaties
provenance-command = opdracht

# Het antwoord waar geen omzet van enthousiaste klanten afhangt
answer-public-costs = Over { $months } maanden kost dit programma gemiddeld { $size } meer dan het bespaart; in de mediane simulatie is het saldo { $median }.
answer-public-brings = Over { $months } maanden bespaart dit programma gemiddeld { $size } meer dan het kost; in de mediane simulatie is het saldo { $median }.
answer-public-even = Over { $months } maanden bespaart dit programma gemiddeld evenveel als het kost; in de mediane simulatie is het saldo { $median }.
answer-public-unit = Voor { $cost } aan kosten, waarvan { $saved } terugkomt als besparing, stijgt het rapportcijfer gemiddeld { $points } punten en zijn er in de laatste twaalf maanden { $customers } klanten meer verbonden; elk van hen kost netto { $net }.
answer-public-no-effect = Gemiddeld levert het geen verbonden klanten en geen hoger cijfer op.
report-rebuilt = Documenten en figuren opnieuw geschreven: { $folder }
html-study-trials = Deze studie telt { $trials } simulaties, de doorrekening { $run }: cijfers van de case zoals geschreven wijken binnen hun fout af van die van de doorrekening.
