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

answer-creates = In de mediane simulatie levert deze investering over { $months } maanden { $size } aan waarde op; { $loss }.
answer-destroys = In de mediane simulatie kost deze investering over { $months } maanden { $size } aan waarde; { $loss }.
answer-even = In de mediane simulatie speelt deze investering over { $months } maanden quitte; { $loss }.
answer-mean-gains = De gewone simulatie verliest, de gemiddelde wint { $mean }, doordat enkele veel winnen.
answer-mean-loses = De gewone simulatie wint, de gemiddelde verliest { $mean }, doordat enkele veel verliezen.
answer-run-off-creates = Met { $months } maanden uitloop, waarin het programma is beëindigd en de effecten wegebben, levert de investering in de mediaan { $size } op; { $loss }.
answer-run-off-destroys = Met { $months } maanden uitloop, waarin het programma is beëindigd en de effecten wegebben, kost de investering in de mediaan { $size }; { $loss }.
answer-run-off-even = Met { $months } maanden uitloop, waarin het programma is beëindigd en de effecten wegebben, speelt de investering in de mediaan quitte; { $loss }.
answer-run-off-mean-gains = Met uitloop verliest de gewone simulatie en wint de gemiddelde { $mean }, doordat enkele veel winnen.
answer-run-off-mean-loses = Met uitloop wint de gewone simulatie en verliest de gemiddelde { $mean }, doordat enkele veel verliezen.
answer-no-spread = De case is in elke simulatie evenveel waard: niets onzekers brengt haar in beweging.
answer-alike = De case is in elk van deze simulaties evenveel waard.
answer-band-loses = Negen van de tien simulaties eindigen tussen { $low } en { $high }; in de slechtste 5% is het verlies gemiddeld { $tail }.
answer-band-brings = Negen van de tien simulaties eindigen tussen { $low } en { $high }; ook de slechtste 5% levert gemiddeld nog { $tail } op.
answer-band-even = Negen van de tien simulaties eindigen tussen { $low } en { $high }; de slechtste 5% speelt gemiddeld quitte.
answer-full-creates = Wordt het programma volledig uitgevoerd, zoals in { $share } van de simulaties, dan levert het in de mediaan { $size } op.
answer-full-destroys = Ook als het programma volledig wordt uitgevoerd, zoals in { $share } van de simulaties, kost het in de mediaan { $size }.
answer-full-even = Wordt het programma volledig uitgevoerd, zoals in { $share } van de simulaties, dan speelt het in de mediaan quitte.

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
column-mean = gemiddelde ± standaardfout
value-title = Wat het waard is
value-npv = Netto contante waarde
value-npv-run-off = … met uitloop, { $months } maanden
value-run-off-others = De TEI van Forrester telt drie jaar zonder restwaarde, voor effecten die meteen komen; rendement op kwaliteit en klantlevenswaarde tellen de levensduur van de klant. De uitloop ligt ertussen: het programma eindigt en de effecten ebben weg.
value-roi = ROI vóór belasting
value-roi-where-paid = ROI v. bel., indien betaald
value-irr = IRR per jaar, in { $share }
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
