# Wat een besluit vraagt: `delight sensitivity`, `breakeven`, `sweep`, `voi`.

decide-luck = het geluk van de uitvoering
decide-luck-good = geluk
decide-luck-bad = pech
decide-market-year = schok in de markt in jaar { $year }
decide-maturity-now = volwassenheid nu: { $element }
decide-maturity-target = beoogde volwassenheid: { $element }
decide-element-start = maand waarna het werk begint: { $element }
decide-cost = kosten: { $cost }
decide-flow-amount = { $flow }: bedrag
decide-flow-growth = { $flow }: groei
decide-more = Nog { $count } aannames staan in de JSON.
decide-inputs = aannames
decide-written = Figuren en { $file }: { $folder }
decide-written-report = Figuren, { $file } en een hoofdstuk in report.html: { $folder }
outdated-studies = Onderzoeken van een eerdere stand van deze case, of van een andere versie van het programma, zijn weggelaten: { $names }. Voer hun opdrachten opnieuw uit.

# Schakels van de effectketen
link-excellence = excellente service en uitvoering
link-employees = medewerkers en partners
link-experience = beleving
link-connection = verbondenheid
link-loyalty = loyaliteit en oorzakelijkheid
link-advocacy = aanbeveling
link-revenue = omzet, servicekosten, markt
link-value = programmakosten en financiën

# Hoe goed een getal bekend is
standing-A = graad A
standing-B = graad B
standing-C = graad C
standing-D = graad D
standing-ungraded = eigen cijfers, zonder graad
standing-chance = toeval, niet te weten

# Gevoeligheid
sens-none = Niets in deze case is onzeker.
sens-first = De mediaan beweegt het meest met { $name }: van P10 ({ $low }) naar P90 ({ $high }) gaat de mediane netto contante waarde van { $from } naar { $to }.
sens-share = De spreiding wordt het meest verklaard door { $name }: { $share } van de variantie. Was dit precies bekend, dan daalde de standaardafwijking van { $sd } naar { $left }.
sens-tornado = Eén aanname tegelijk: mediane NCW
sens-at-p10 = bij P10
sens-at-p90 = bij P90
sens-swing = uitslag ± standaardfout
sens-range = { $low } tot { $high }; { $grade }; { $path }
sens-tornado-note = Alleen deze aanname wordt vastgezet, alle andere blijven zoals ze getrokken zijn; { $trials } simulaties aan elk uiteinde.
sens-shares = Deel van de variantie (95%-interval)
sens-drawn = alleen, zoals getrokken
sens-total = met wisselwerkingen
sens-group-first = alleen
sens-shares-note = Alleen: wat kennis ervan gemiddeld zou wegnemen, uit de simulaties zelf. Met wisselwerkingen: totale Sobol-index, { $trials } simulaties per reeks, bootstrap-intervallen.
sens-correlated = ~ hangt samen met andere: de delen alleen overlappen en kunnen groter zijn dan die met wisselwerkingen, die alleen tellen wat een aanname aan haar partners toevoegt.
sens-links = Per schakel van de keten
sens-grades = Naar bewijsgraad

tornado-title = { $case }: de mediaan beweegt het meest met { $name }
tornado-subtitle = Mediane netto contante waarde met één aanname op P10 (licht) en P90 (donker), alle andere zoals getrokken
tornado-axis = Mediane netto contante waarde ({ $currency })
shares-title = { $case }: { $share } van de variantie komt door { $name }
shares-subtitle = Deel van de variantie van de netto contante waarde dat kennis van een aanname zou wegnemen, met het 95%-interval; ring: met alle wisselwerkingen
shares-axis = Deel van de variantie
shares-label = { $alone }, in totaal { $total }

# Omslagpunt
even-now = Zoals de zaken staan is de mediane netto contante waarde { $npv } en de kans op verlies { $loss }.
even-target-median = Wat er waar zou moeten zijn voor een mediane netto contante waarde van ten minste nul:
even-target-loss = Wat er waar zou moeten zijn voor een kans op verlies van ten hoogste { $share }:
even-from = Het omslagpunt vraagt { $name } van ten minste { $x } (mediaan { $p50 }, P90 { $p90 }); volgens de eigen verdeling gebeurt dat in { $chance } van de simulaties.
even-to = Het omslagpunt vraagt { $name } van ten hoogste { $x } (mediaan { $p50 }, P10 { $p10 }); volgens de eigen verdeling gebeurt dat in { $chance } van de simulaties.
even-ranges = Het omslagpunt vraagt { $name } in { $ranges } (mediaan { $p50 }); volgens de eigen verdeling gebeurt dat in { $chance } van de simulaties.
even-none = geen
even-title = Eén aanname tegelijk
even-needs = nodig ± standaardfout
even-prior = P10 … P90
even-chance = kans ± standaardfout
even-note = Alleen deze aanname wordt vastgezet, alle andere blijven zoals ze getrokken zijn. Kans: deel van de simulaties waarin zij daar ligt.
even-never = { $count } aannames: geen enkele bekeken waarde is op zichzelf genoeg.
even-always = { $count } aannames: wat hun waarde ook is, het blijft uit kunnen.

map-title = { $case }: omslag in { $share } van de kaart van { $x } en { $y }
map-title-never = { $case }: geen getoonde combinatie van { $x } en { $y } komt uit
map-title-always = { $case }: elke getoonde combinatie van { $x } en { $y } komt uit
map-subtitle-median = Mediane netto contante waarde: blauw schept waarde, oranje vernietigt die, de lijn is het omslagpunt; kruis: P10 tot P90 van beide
map-subtitle-loss = Mediane netto contante waarde in kleuren; op de lijn is de kans op verlies { $share }; kruis: P10 tot P90 van beide
map-spot = de medianen van nu

# Doorloop
sweep-npv = Waarde
sweep-best = Het beste naar gemiddelde netto contante waarde is { $x } ({ $name }), gemiddeld { $npv } waard.
sweep-end = Het beste naar gemiddelde netto contante waarde is { $x } ({ $name }), gemiddeld { $npv } waard. Dat is het eind van het bereik: het beste kan erbuiten liggen.
sweep-flat = Overal van { $from } tot { $to } kost het ten hoogste een tiende daarvan, { $cost }.
sweep-of = { $name }; { $path }. Het rendement en de kolommen ernaast zijn die van de mediane simulatie.
sweep-two-best = De hoogste mediane netto contante waarde, { $npv }, ligt bij { $x } ({ $first }) en { $y } ({ $second }).
sweep-two-none = Geen waarde in het bereik geeft een uitkomst.
curve-top = beste { $x }; binnen een tiende daarvan van { $from } tot { $to }
curve-top-sharp = beste { $x }
curve-npv-title = { $case }: het beste bij { $x }, gemiddeld { $npv } waard ({ $name })
curve-npv-subtitle = Netto contante waarde per waarde van de aanname; de banden bevatten 50% en 90% van de simulaties
curve-npv-axis = Netto contante waarde ({ $currency })
curve-roi-title = { $case }: het mediane rendement is het hoogst bij { $x }, { $roi } ({ $name })
curve-roi-subtitle = Rendement op de investering vóór belasting over de hele looptijd, waar iets betaald wordt; de banden bevatten 50% en 90% van de simulaties

# Waarde van informatie
voi-option = { $option } is gemiddeld { $npv } waard, en de beste keuze in { $share } van de simulaties.
voi-nothing = niets doen
voi-best = Met wat nu bekend is, is gemiddeld de beste keuze: { $option }.
voi-evpi = Alles vooraf weten zou gemiddeld { $evpi } waard zijn; geen enkel onderzoek is meer waard.
voi-eviu-none = Een blad met puntwaarden leidt tot dezelfde keuze; de onzekerheid weglaten kost hier dus niets.
voi-eviu = Een blad met puntwaarden zou kiezen: { $option }. Besluiten met de onzekerheid in beeld is gemiddeld { $eviu } meer waard.
voi-first = Meet dit eerst: { $name }. Het precies weten is ten hoogste { $evppi } waard.
voi-first-none = Geen enkele aanname kan op zichzelf het besluit veranderen: er één meten is niets waard.
voi-pilot = Een proef op { $sites } locaties gedurende { $months } maanden die { $names } meet, is { $evsi } waard; het precies meten zou { $evppi } waard zijn.
voi-pilot-pays = De kosten zijn { $cost }; daarna en na het wachten blijft { $net } over. De proef loont.
voi-pilot-costs = De kosten zijn { $cost }; daarna en na het wachten blijft { $net } over. De proef loont niet.
voi-pilot-note = Aangenomen: één maand op één locatie wordt gemeten met een standaardafwijking van { $noise } keer die van de aanname, zodat de fout van de proef { $error } keer die is. Met de helft van die ruis is de uitkomst { $half } waard, met het dubbele { $double }.
voi-title = Wat kennis van één aanname waard is
voi-worth = ten hoogste ± standaardfout
voi-links = Wat kennis van een schakel waard is
voi-grades = Wat kennis per bewijsgraad waard is
voi-worthless = { $count } aannames: kennis van één ervan verandert geen besluit.
voi-chance = * is vooraf niet te meten.
voi-note = Besluiten gaan naar de gemiddelde netto contante waarde; niets doen is altijd een keuze. Een groep is nooit minder waard dan een van haar aannames, en niets meer dan alles weten.
voi-figure-title = { $case }: meet eerst { $name }, ten hoogste { $evppi } waard
voi-figure-subtitle = Wat het gemiddeld waard is een aanname vóór het besluit precies te weten, met het 95%-interval; alles weten is { $evpi } waard; licht: niet te meten
voi-figure-axis = Verwachte waarde van volledige informatie ({ $currency })

# Koppen van de onderzoeken in het rapport
study-diff = Wat er veranderde, en wat dat oplevert
study-sensitivity = Wat de uitkomst bepaalt, in detail
study-breakeven = Wat er waar zou moeten zijn, per aanname
study-sweep = Hoeveel ervan
study-gate = Wanneer te stoppen
study-optimise = Hoe het geld te verdelen
study-voi = Wat eerst te meten
study-fails = Waar het geld verliest, en wat het doet omslaan
study-audit = Wat een beoordelaar zou vragen
