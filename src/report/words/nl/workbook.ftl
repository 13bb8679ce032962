# De werkmap: `report.xlsx`.

# Bladen
book-sheet-cover = Voorblad
book-sheet-case = Rekenmodel
book-sheet-chain = Keten
book-sheet-months = Maanden
book-sheet-gap = Aansluiting
book-sheet-distribution = Verdeling
book-sheet-bridge = Waardebrug
book-sheet-fan = Bandbreedte
book-sheet-years = Jaren
book-sheet-indicators = Indicatoren
book-sheet-assumptions = Aannamen

# Voorblad
book-contents = Wat de bladen bevatten
book-holds-case = de case met puntwaarden, in levende formules: wijzig de disconteringsvoet en zie de NCW volgen
book-holds-chain = invoer en constanten van de keten, schakel voor schakel, met formules
book-holds-months = dezelfde case maand voor maand: drijfveren, geld, kosten, belasting, kasstroom
book-holds-gap = van de puntwaarden naar de simulatie: waarom zij verschillen
book-holds-tei = baten, kosten, flexibiliteit en risico in de vorm van Total Economic Impact
book-holds-distribution = percentielen en histogram, met standaardfouten
book-holds-bridge = waar de baten vandaan komen, en wat ervan overblijft
book-holds-fan = cumulatieve kasstroom en rendement per maand, als banden
book-holds-years = winst en kas per jaar, met de optellingen als formules
book-holds-indicators = NPS, verloop, bevlogen personeel en de andere indicatoren per maand, zonder en met het programma
book-holds-assumptions = elk getal van de case met bron en bewijskracht
book-how = Hoe deze getallen tot stand kwamen
book-how-months = horizon, maanden
book-how-start = maand 1
book-how-preset = uitgangspunt (preset)
book-how-currency = valuta
book-how-delivery = uitvoering bij puntwaarden
book-how-trials = simulaties
book-how-sampling = trekking
book-how-seed = seed
book-how-version = versie van delight
book-how-scenario = vingerafdruk van het scenario
book-how-digest = vingerafdruk van de simulaties
book-how-command = opdracht die ze opnieuw geeft
book-how-colours = kleuren
book-colours = blauw: gegeven, mag worden gewijzigd; zwart: berekend of gesimuleerd; grijs: standaardfouten en toelichting

# Koppen en woorden die meer bladen delen
book-measure = maatstaf
book-input = invoer
book-unit = eenheid
book-grade = bewijskracht
book-source = bron
book-note = opmerking
book-place = vindplaats
book-path = pad
book-written = zoals geschreven
book-remark = toelichting
book-month = maand
book-date = datum
book-mean = gemiddelde
book-sd = standaardafwijking
book-p5 = P5
book-p50 = mediaan
book-p95 = P95
book-error = ± standaardfout
book-statistic = kengetal
book-share = aandeel simulaties
book-from = van
book-to = tot
book-yes = ja
book-none = geen
book-never = nooit
book-several = meer dan één
book-loan = de prijs van een lening, geen rendement
book-for-chart = voor de grafiek

# Maatstaven
book-npv = Netto contante waarde (NCW)
book-terminal = waarvan waarde na de horizon
book-pv-benefit = Baten vóór belasting, contante waarde
book-pv-cost = Kosten vóór belasting, contante waarde
book-roi = Rendement op de investering (ROI), vóór belasting
book-irr = Interne rentevoet (IRR), per jaar
book-payback = Terugverdientijd, maanden
book-payback-discounted = Terugverdientijd contant, maanden
book-funding = Maximaal kapitaalbeslag
book-loss = Kans op verlies
book-shortfall = Verwacht tekort: gemiddelde NCW van de slechtste 5%
book-irr-none = Simulaties zonder IRR
book-irr-several = Simulaties met meer dan één IRR
book-payback-p25 = Terugverdientijd, onderste kwartiel, maanden
book-payback-p50 = Terugverdientijd, mediaan, maanden
book-payback-p75 = Terugverdientijd, bovenste kwartiel, maanden
book-payback-never = Simulaties die zich nooit terugverdienen
book-equity = Stijging van de klantwaarde, telt niet mee in de NCW

# Het rekenmodel
book-case-title = De case met puntwaarden, levend
book-case-use = Blauwe getallen mogen worden gewijzigd, hier en op de bladen Keten en Maanden; alles in zwart volgt. De hele keten wordt opnieuw uitgerekend, maand voor maand, zoals delight trace dat doet: klanten, personeel, verloop, instroom, markt, omzet, kosten, belasting, kas. Vast liggen: de conjunctuur van de markt, de uitkomst van de uitvoering en de grijze getallen van het model; wie wat antwoordt, waar dat op enquête én mix is afgestemd; en alles wat de simulatie op de andere bladen vond.
book-case-use-flows = Getallen in blauw mogen worden gewijzigd; alles in zwart volgt, hier en op het blad met de maanden.
book-case-results = Wat het waard is
book-case-inputs = Invoer
book-live = levend
book-as-simulated = zoals delight het vond
book-npv-check = Hetzelfde met de functie NHW
book-npv-check-note = moet gelijk zijn aan de eerste regel
book-npv-note = alle invoer op de mediaan; noch het gemiddelde noch de mediaan van de simulatie
book-input-value = waarde
book-input-name = naam in formules
book-monthly-rate = disconteringsvoet per maand: (1 + disconteringsvoet)^(1/12) − 1
book-mean-multiple = gemiddelde bestedingsfactor van de huidige klanten
book-unit-spend = besteding van een klant met factor 1
book-unit-spend-unit = geld per maand
book-costs-end = laatste maand waarin het programma iets kost
book-cost-lines = Kosten van het programma
book-flows = Kasstromen
book-line = post
book-line-amount = bedrag
book-line-from = vanaf maand
book-line-to = tot en met maand
book-line-capital = afgeschreven
book-line-growth = groei per jaar
book-line-every = elke … maanden

# Eenheden
book-unit-months = maanden
book-unit-share = aandeel
book-unit-share-month = aandeel per maand
book-unit-ratio = verhouding
book-unit-customers = klanten
book-unit-volume = klanten met factor 1
book-unit-contact = per contact
book-unit-each = per klant
book-unit-staff = aandeel personeel
book-unit-time = aandeel tijd

# De maanden
book-months-title = De case maand voor maand; geld van een maand valt aan het eind ervan
book-band-calendar = Kalender
book-band-money-without = Geld zonder het programma
book-band-money-with = Geld met het programma
book-band-benefit = Baten
book-band-bridge = Waardebrug: dezelfde baten naar oorzaak
book-band-costs = Kosten van het programma
book-band-flows = Kasstromen
book-band-cash = Van baten naar kasstroom
book-prices = prijspeil
book-market = markt
book-ramp = hoe ver het programma is
book-advantage = wat rivalen van een voorsprong laten
book-revenue = omzet
book-contribution = dekkingsbijdrage
book-contact-cost = kosten van contacten
book-failure-cost = kosten van fouten
book-people-cost = kosten van verloop en verzuim
book-social-value = maatschappelijke waarde
book-benefit = baten vóór belasting
book-stayed = extra klanten die bleven
book-came = extra klanten die kwamen
book-worth = waarde van een klant
book-cost = kosten vóór belasting
book-capital = waarvan investering
book-income = inkomsten
book-outlay = uitgaven
book-depreciation = afschrijving
book-taxable = belastbare winst
book-tax = belasting
book-cash = kasstroom na belasting
book-discount = disconteringsfactor
book-value = contante waarde
book-cumulative = cumulatieve kasstroom
book-cumulative-value = cumulatieve contante waarde

# Aansluiting
book-gap-title = Van de puntwaarden naar het gemiddelde van de simulatie
book-gap-intro = Een rekenblad krijgt voor elke invoer één getal en neemt wat eruit komt als antwoord. Maar de uitkomst van doorsnee-invoer is niet de doorsnee-uitkomst: hier is zij { $point }, terwijl de simulatie gemiddeld { $mean } geeft en een mediaan van { $median }. Dit blad loopt van het een naar het ander.
book-gap-step = stap
book-gap-amount = NCW
book-gap-point = met puntwaarden: elke invoer op de mediaan
book-gap-flaw = de denkfout van het gemiddelde
book-gap-mean-delivered = gemiddelde van de simulaties met uitvoering: { $delivery }
book-gap-delivery = uitvoering zoals getrokken
book-gap-mean = gemiddelde van alle simulaties
book-gap-flaw-why = De denkfout van het gemiddelde ({ $size }): effecten vermenigvuldigen elkaar, raken verzadigd en kennen grenzen, en veel invoer is scheef verdeeld, zodat hoge en lage trekkingen niet tegen elkaar wegvallen. Het gemiddelde van de uitkomsten verschilt van de uitkomst van de medianen, terwijl er verder niets is veranderd.
book-gap-flaw-flows = De denkfout van het gemiddelde ({ $size }): veel bedragen zijn scheef verdeeld, groei vermenigvuldigt ze, en inkomsten en uitgaven wisselen met hun teken van kant, zodat hoge en lage trekkingen niet tegen elkaar wegvallen. Het gemiddelde van de uitkomsten verschilt van de uitkomst van de medianen, terwijl er verder niets is veranderd.
book-gap-delivery-why = Uitvoering zoals getrokken ({ $size }): de puntwaarden nemen als uitvoering aan: { $delivery }. Dat gebeurt in { $share } van de simulaties; de andere brengen minder, niets of schade.
book-gap-simulated = Wat de simulatie over de NCW zegt
book-gap-live = Is het levende model nog het gesimuleerde?
book-gap-difference = levend min puntwaarden hierboven
book-gap-moved = er is invoer gewijzigd: de gesimuleerde cijfers horen bij de eerdere invoer
book-gap-same = ja
book-outcome = uitkomst
book-weighted = gewogen naar aandeel

# TEI
book-tei-title = Baten, kosten, flexibiliteit en risico
book-tei-use = Voor lezers van Total Economic Impact. Contante waarden. Voor risico gecorrigeerd is het gemiddelde van de simulatie: elke baat en kostenpost houdt haar eigen verdeling, ook dat het programma niet wordt uitgevoerd. De correctie is wat dat van de puntwaarde afhaalt of eraan toevoegt.
book-tei-item = post
book-tei-point = puntwaarde, levend
book-tei-adjusted = voor risico gecorrigeerd: gemiddelde
book-tei-adjustment = risicocorrectie
book-tei-benefit = Baten
book-tei-cost = Kosten
book-tei-npv = Netto contante waarde, na belasting
book-tei-cost-note = overschrijdingen zitten in het gemiddelde
book-tei-npv-note = na belasting en met de waarde na de horizon, indien aanwezig
book-tei-roi-note = (baten − kosten) / kosten, vóór belasting; gemiddelde van de rendementen van de simulaties
book-tei-flexibility = Flexibiliteit: waarde van het beslismoment
book-tei-gate = gemiddelde NCW { $with } met het beslismoment, { $without } zonder, in dezelfde { $trials } simulaties; deel van de NCW hierboven
book-tei-no-gate = de case heeft geen beslismoment
book-tei-payback-note = nooit in { $never } van de simulaties

# Verdeling
book-distribution-title = Verdeling van de netto contante waarde
book-distribution-use = De standaardfout zegt hoever een cijfer er door het toeval van de trekkingen naast kan zitten. Meer simulaties maken haar kleiner; de spreiding tussen P5 en P95 is wat er van de case niet bekend is, en blijft.
book-histogram = Histogram van de netto contante waarde
book-histogram-axis = NCW, ondergrens van elke klasse

# Waardebrug
book-bridge-title = Waar de baten vandaan komen, en wat ervan overblijft
book-bridge-use = Gemiddelde contante waarden van de simulatie; in de laatste kolom hetzelfde met puntwaarden, levend.
book-bridge-piece = onderdeel
book-bridge-rest = Belasting, en waarde na de horizon
book-bridge-check = onderdelen min baten: moet nul zijn

# Bandbreedte
book-fan-title = Cumulatieve kasstroom en rendement per maand
book-fan-use = Kwantielen van alle simulaties per maand: negen van de tien simulaties liggen tussen P5 en P95. Zij zijn niet het pad van één simulatie. De kasstroom is na belasting en niet contant gemaakt; het rendement is vóór belasting en contant.
book-fan-live = puntwaarden, levend
book-fan-cash = kasstroom
book-fan-return = rendement
book-fan-cash-title = Cumulatieve kasstroom na belasting
book-fan-return-title = Cumulatief contant rendement vóór belasting

# Aannamen
book-assumptions-title = Elk getal van de case
book-assumptions-use = Bewijskracht: A meta-analyse of herhaald gevonden; B één collegiaal getoetst onderzoek; C cijfer van branche, leverancier of overheid uit de tweede hand; D oordeel van deskundigen of eigen aanname. Een getal zonder P5 en P95 is uit andere berekend.

# Jaren en indicatoren
book-years-use = Gemiddelden van de eerste { $trials } simulaties, in prijzen van het jaar; alleen de laatste kolom is contant gemaakt. Baten, winst, kas en totalen zijn formules; de contante waarden zijn die van de maanden, die geen som van jaren geeft.
book-indicators-title = Indicatoren per maand, zonder en met het programma
book-indicators-use = Kwantielen van de eerste { $trials } simulaties in elke maand: negen van de tien liggen tussen P5 en P95. Ze zijn niet het verloop van één simulatie.
