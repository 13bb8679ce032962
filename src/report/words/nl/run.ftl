# Het antwoord op één scherm: `delight run`.

run-span = { $trials ->
    [one] { $months } maanden, { $trials } simulatie ({ $sampling }, seed { $seed })
   *[other] { $months } maanden, { $trials } simulaties ({ $sampling }, seed { $seed })
}
run-written = Werkmap, figuren en summary.json: { $folder }

# Hoe trekkingen zijn gespreid
sampling-sobol = sobol
sampling-lhs = lhs
sampling-random = aselect

# Het voorstel
proposal-title = Het voorstel
proposal-scope = Voorgesteld wordt excellente service voor { $customers } klanten en { $employees } medewerkers, tegenover een omzet van { $revenue } per jaar; het programma werkt aan { $elements }.
proposal-scope-public = Voorgesteld wordt excellente service voor { $customers } klanten en { $employees } medewerkers; het programma werkt aan { $elements }.
proposal-elements-all = alle negen elementen
proposal-elements-none = geen van de negen elementen
proposal-elements-many = { $count } van de negen elementen
proposal-elements-some = { $names } ({ $count } van de negen elementen)
proposal-money = Gepland is { $start } aan het begin en { $year } per jaar tot en met maand { $month }: in totaal { $total } (prijzen van vandaag, vóór overschrijding).
proposal-money-start = Gepland is { $total }, geheel aan het begin (prijzen van vandaag, vóór overschrijding).
proposal-money-running = Gepland is { $year } per jaar tot en met maand { $month }: in totaal { $total } (prijzen van vandaag, vóór overschrijding).
proposal-money-none = Er is geen geld gepland.
proposal-share = Dat is { $share } van een jaaromzet.
proposal-lines = Daarvoor komt er { $lines }.
proposal-more = nog { $count } posten
proposal-events = Daarnaast wordt betaald voor wat er geleverd wordt: { $lines }.

# Het antwoord
answer-title = Het antwoord
answer-expected = Over { $months } maanden is de verwachte netto contante waarde { $mean }; { $loss }.
answer-expected-even = Over { $months } maanden speelt de investering naar verwachting quitte; { $loss }.
answer-median = In de mediane simulatie is dat { $median }.
answer-median-mean-gains = In de mediane simulatie is dat { $median }: de gewone simulatie verliest en de gemiddelde wint, doordat enkele veel winnen.
answer-median-mean-loses = In de mediane simulatie is dat { $median }: de gewone simulatie wint en de gemiddelde verliest, doordat enkele veel verliezen.
answer-run-off = Met { $months } maanden uitloop, waarin het programma is beëindigd en de effecten wegebben, is dat gemiddeld { $mean } en in de mediane simulatie { $median }; { $loss }.
answer-rule-yes = Volgens de beslisregel van deze case, { $rule }, is het de moeite waard.
answer-rule-no = Volgens de beslisregel van deze case, { $rule }, is het zoals het er staat niet de moeite waard.
answer-rule-close = Volgens de beslisregel van deze case, { $rule }, is het met zoveel simulaties niet uit te maken.
rule-mean = een verwachte netto contante waarde boven nul
rule-median = een mediane netto contante waarde boven nul
rule-loss = een kans op verlies van ten hoogste { $share }
answer-full = Wordt het programma volledig uitgevoerd, zoals in { $share } van de simulaties, dan is het in de mediaan { $median }.
answer-upkeep = Volledig uitgevoerd is het minder waard dan helemaal niet uitgevoerd: wat het oplevert is minder dan wat het onderhoud kost. Korter of zuiniger onderhoud, of op tijd stoppen, is wat zou helpen.
answer-longer = Gaat het programma door, dan is de verwachte netto contante waarde { $horizons }.
answer-longer-of = { $mean } over { $months } maanden (verlies { $loss })
answer-longer-of-public = { $mean } over { $months } maanden
answer-equity = Wat de klanten aan het einde waard zijn, telt niet mee: gemiddeld { $equity }.

answer-no-spread = De case is in elke simulatie evenveel waard: niets wat onzeker is, verandert daar iets aan.
answer-alike = De case is in elk van deze simulaties evenveel waard.
answer-band-loses = Negen van de tien simulaties eindigen tussen { $low } en { $high }; in de slechtste 5% is het verlies gemiddeld { $tail }.
answer-band-brings = Negen van de tien simulaties eindigen tussen { $low } en { $high }; ook de slechtste 5% levert gemiddeld nog { $tail } op.
answer-band-even = Negen van de tien simulaties eindigen tussen { $low } en { $high }; de slechtste 5% speelt gemiddeld quitte.

# Hoe waarschijnlijk verlies is; het slot van de eerste zin van het antwoord.
loss-always = elke simulatie eindigt in verlies
loss-almost-certain = verlies is vrijwel zeker ({ $share })
loss-very-probable = verlies is waarschijnlijk ({ $share })
loss-more-likely = de kans op verlies ({ $share }) is groter dan de kans op winst
loss-as-likely = de kans op verlies ({ $share }) is ongeveer even groot als de kans op winst
loss-less-likely = de kans op verlies ({ $share }) is kleiner dan de kans op winst
loss-rare = de kans op verlies is klein ({ $share })
loss-hardly-ever = de kans op verlies is zeer klein ({ $share })
loss-never = geen enkele simulatie eindigt in verlies
loss-under = minder dan 1%
loss-over = meer dan 99%
loss-nothing-varies = geen vraag: niets varieert
loss-over-costs = { $low } tot { $high } bij kosten × { $cheap } tot × { $dear }
loss-of-outcome = { $outcome } { $share }
outcome-none = niet geleverd
outcome-partial = deels
outcome-full = geheel

# Wat het waard is
median = mediaan
column-mean = { $errors ->
    [no] gemiddelde
   *[yes] gemiddelde ± standaardfout
}
value-title = Wat het waard is
value-npv = Netto contante waarde
value-npv-run-off = … met uitloop, { $months } maanden
value-run-off-others = De TEI van Forrester telt drie jaar zonder restwaarde, voor effecten die meteen komen; rendement op kwaliteit en klantlevenswaarde tellen de levensduur van de klant. De uitloop ligt ertussen: het programma eindigt en de effecten ebben weg.
value-roi = ROI vóór belasting
value-roi-where-paid = ROI v. bel., indien betaald
value-irr = IRR per jaar, van { $share }
value-loan = Prijs van de lening per jaar, in { $share }
value-benefit = Baten vóór belasting, CW
value-cost = Kosten vóór belasting, CW
value-funding = Maximaal kapitaalbeslag
value-equity = Klantwaarde
value-equity-note = gemiddelde op de horizon; telt niet mee
value-loss = Kans op verlies
value-loss-split = … naar wat er geleverd wordt
value-loss-run-off = … met uitloop
value-shortfall = Verwacht tekort
value-shortfall-note = gemiddelde van de slechtste 5%
value-payback = Terugverdientijd
value-payback-median = { $month } in de mediaan; nooit in { $never } van de simulaties
value-payback-late = niet in de mediaan; nooit in { $never } van de simulaties
value-irr-missing = Zonder IRR
value-irr-missing-note = geen in { $none }, meer dan één in { $several } van de simulaties
value-irr-missing-loan-note = geen in { $none }, meer dan één in { $several }, de prijs van een lening in { $loan } van de simulaties: daar komt het geld eerst en wordt het later terugbetaald

# Naar het lot van het programma
delivery-title = Als het wordt uitgevoerd
delivery-chance = kans
delivery-npv = NCW mediaan
delivery-loss = verlies
delivery-roi = ROI
delivery-full = volledig
delivery-partial = deels, dan wegebbend
delivery-harmful = averechts, dan wegebbend
delivery-none = niet

# De waardebrug
bridge-title = Waar de baten vandaan komen
bridge-note = gemiddelde contante waarde vóór belasting
bridge-together = samen
piece-loyalty = klanten die blijven
piece-advocacy = klanten die erbij komen
piece-spend = klanten die meer besteden
piece-price = prijzen die zij accepteren
piece-cost_to_serve = kosten van dienstverlening
piece-people = personeelsverloop, verzuim
piece-social = maatschappelijke waarde

# Wat er waar zou moeten zijn, in uitkomsten
outcome-title = Gemiddeld rendabel vanaf
outcome-without = zonder
outcome-with = vanaf hier
outcome-change = verandering
outcome-chance = gehaald in
outcome-revenue = omzet per klant per jaar
outcome-note = Laatste twaalf maanden. Van de eerste simulaties, ten hoogste 4.096, zijn die welke in deze uitkomst zo ver komen gemiddeld iets waard; verder ligt niets vast, dus de andere uitkomsten bewegen mee.
outcome-alone-title = Eén alleen, al het andere als gemiddeld
outcome-expected = gemiddeld
outcome-balance = omslagpunt
outcome-half = Van twee ervan is de helft van elke verandering genoeg.
outcome-alone-note = Een vlak door { $trials } simulaties, dat samen met de kosten { $explained } van de verschillen in waarde verklaart; gehaald in: simulaties waarin de uitkomst zo ver komt.
outcome-map-title = { $case }: omslagpunt bij { $first } { $x }, { $second } { $y }, of de helft van elke verandering
outcome-map-subtitle = Verwachte netto contante waarde, al het andere als gemiddeld: blauw boven nul, oranje eronder, op de lijn nul
outcome-map-spot = gemiddeld, P10 tot P90

# Winst en kas per jaar
years-title = Winst en kas per jaar
years-note = gemiddelden van de simulaties in prijzen van het jaar; alleen in de laatste kolom verdisconteerd
years-note-few = gemiddelden van de eerste { $trials } simulaties in prijzen van het jaar; alleen in de laatste kolom verdisconteerd
years-year = jaar { $year }
years-later = jaar { $from }–{ $to }
years-start = begin
years-total = totaal
years-pv = CW
years-benefit = opbrengst
years-cost = kosten
years-written-off = afschrijving
years-tax = belasting
years-profit = winst na belasting
years-capital = investering
years-cash = kas na belasting
years-cumulative = kas tot dan toe

# Indicatoren van de keten
chain-title = De keten, laatste 12 mnd
chain-without = zonder
chain-with = met
chain-change = verschil
chain-note = medianen
kpi-customers = klanten
kpi-connected = verbonden klanten
kpi-nps = NPS
kpi-promoters = promotors
kpi-passives = passief tevredenen
kpi-detractors = criticasters
kpi-rating = gemiddeld cijfer, 0–10
kpi-engaged = bevlogen medewerkers
kpi-turnover = personeelsverloop per jaar
kpi-revenue = omzet
kpi-churn = klanten die per jaar vertrekken
kpi-failures = mislukte contacten

# Indicatoren per maand
indicator-nps = NPS
indicator-promoters = promotors
indicator-passives = passief tevredenen
indicator-detractors = criticasters
indicator-rating = gemiddeld rapportcijfer
indicator-connected = verbonden klanten
indicator-churn = vertrek per jaar
indicator-customers = klanten
indicator-revenue = omzet per maand
indicator-failures = mislukte contacten
indicator-individual = persoonlijke service
indicator-engaged = bevlogen medewerkers
indicator-turnover = personeelsverloop per jaar
indicators-title = { $case }: NPS { $nps } in maand { $month }, vertrek { $churn } in maand { $end }
indicators-subtitle = Medianen met het programma en zonder (grijs), maand voor maand; band: P5 tot P95 met het programma. Eerste { $trials } simulaties
indicators-told = Kleine grafieken van de indicatoren van de keten per maand, met en zonder het programma.

# Opmerkingen
plausible-title = Is dat aannemelijk?
plausible-revenue = Bij volledige uitvoering verandert de omzet in jaar 5 met { $middle } in de mediaan (P10 { $low }, P90 { $high }); { $verdict }
plausible-revenue-plausible = een voorzichtige lezing van het onderzoek wijst op { $low }, { $middle }, { $high }.
plausible-revenue-low = zelfs voorzichtig gelezen wijst onderzoek op { $middle }: ontbreekt er iets?
plausible-revenue-high = meer dan een voorzichtige lezing van het onderzoek ({ $middle }), maar binnen wat van geslaagde programma's is gemeld ({ $from }–{ $to }).
plausible-revenue-implausible = boven { $to } bij P90 is niets gedocumenteerd: er telt iets dubbel.
plausible-rating = Bij volledige uitvoering verandert het gemiddelde cijfer met { $change } punt in de mediaan; { $verdict }
plausible-rating-seen = tot { $bound } is in Nederlandse reeksen gezien.
plausible-rating-unseen = boven { $bound } is zeldzaam: niet gezien in Nederlandse reeksen; elders alleen bij herstel na een crisis (Sprint, Maersk Line).
notes-title = Opmerkingen

# Verschillende cases naast elkaar
side-title = Naast elkaar
side-npv = NCW
side-loss = verlies
side-roi = ROI
side-payback = terugverd.
side-funding = kapitaal
side-never = nooit

# Waarom een stuk van de brug negatief is
bridge-less = { $piece }, { $amount }: { $why }
less-market = de markt raakt vol. Wie blijft, laat minder nieuwe klanten te winnen over.
less-come = er komen minder klanten dan zonder het programma. Waar het schaadt, houdt wat klanten zeggen anderen weg.
less-leave = er vertrekken meer klanten dan zonder het programma. Waar het schaadt, weegt dat zwaarder dan wat het elders behoudt.
less-worth = er blijven meer klanten, maar een klant meer kost meer aan bediening dan hij opbrengt.
less-unpaid = elke klant meer wordt bediend en betaalt niets: meer dienstverlening, die hier alleen als kosten telt.
less-connected = er zijn minder klanten verbonden dan zonder het programma. Waar het schaadt, weegt dat zwaarder dan wat het elders wint.
less-spend = meer klanten delen wat de capaciteit toelaat, of nieuwe klanten besteden minder dan wie er al was.
less-price = het gemiddelde cijfer daalt gemiddeld, en daarmee de prijs die klanten aanvaarden.
less-failures = er gaan meer contacten mis dan zonder het programma. Waar het schaadt, weegt dat zwaarder dan wat het elders bespaart.
less-voiced = er worden meer fouten gemeld en er valt meer te beantwoorden. Elke klacht kost afhandeling; wat dat behoudt, staat bij de klanten die blijven.
less-engaged = er zijn gemiddeld minder medewerkers betrokken, zodat er meer vertrekken of verzuimen.
less-people = gemiddeld over de simulaties vertrekken of verzuimen meer medewerkers. Waar het programma schaadt, weegt dat zwaarder dan wat het elders bespaart.

# Wat eerst hersteld moet worden
must-title = Te herstellen voor het besluit
must-mend = { $found } { $remedy } ({ $rule })

# What stands beneath the values
value-irr-of = IRR: mediaan en band van de { $share } van de simulaties die er een hebben.
value-roi-ruin = Een rendement onder −100% betekent dat de baten zelf negatief zijn: waar het programma schaadt, gaat meer verloren dan ervoor betaald is.
