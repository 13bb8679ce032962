# Wat een eenheid effect waard zou moeten zijn, waar niemand betaalt
accept-year = Gemiddeld is het de kosten waard als een jaar van een verbonden klant de samenleving { $from } of meer waard is.
accept-threshold = De case stelt dat op { $price } (customers.social_value_per_year): dan is het in { $share } van de simulaties de kosten waard.
accept-no-threshold = De case zegt niet wat dat waard is: vul customers.social_value_per_year in, de drempel van deze organisatie.
accept-saves = Gemiddeld bespaart het meer dan het kost, wat een verbonden klant ook waard is.
accept-never = Gemiddeld raakt er niemand meer verbonden, zodat geen waarde van een verbonden klant de kosten goedmaakt.
accept-point = Een tiende punt van het gemiddelde cijfer zou { $from } waard moeten zijn: { $each } voor elke klant van nu.
accept-unit-year = een jaar van een verbonden klant
accept-unit-point = een punt van het gemiddelde cijfer
accept-title = { $case }: gemiddeld de kosten waard vanaf { $from } voor { $unit }
accept-title-own = { $case }: bij { $price } voor { $unit } is het in { $share } van de simulaties de kosten waard
accept-title-saves = { $case }: gemiddeld bespaart het meer dan het kost, wat { $unit } ook waard is
accept-title-never = { $case }: bij geen prijs van { $unit } is het gemiddeld de kosten waard
accept-subtitle = Kosteneffectiviteit: aandeel van de simulaties waarin effect × prijs meer is dan de kosten na besparingen; het nadert { $limit } als de prijs stijgt
accept-share = De kosten waard
accept-axis-year = Waarde van een jaar van een verbonden klant ({ $currency })
accept-axis-point = Waarde van een punt van het gemiddelde cijfer, gewonnen in de laatste twaalf maanden ({ $currency })
accept-mark-switch = gemiddeld de kosten waard vanaf { $price }
accept-mark-own = de case: { $price }

# Figures and tables where nobody pays
cash-title-public = { $case }: na { $months } maanden is het mediane saldo van kosten en besparingen { $end }
npv-title-public = { $case }: in { $loss } van de simulaties kost het meer dan het oplevert
npv-told-public = Verdeling van het saldo van besparingen en kosten. Mediaan { $median }, negen van de tien simulaties van { $low } tot { $high }; het kost meer dan het bespaart in { $loss }.
label-loss-public = kost meer { $share }
cash-told-public = Opgeteld saldo van kosten en besparingen per maand. De mediaan van het diepste punt is { $amount }.
html-cash-lead-public = Op het diepste punt is in de mediaan { $p50 } nodig, { $p95 } in P95.

# Studies van een case waarvoor niemand betaalt
lenses-balance = saldo
sweep-best-public = Het saldo van besparingen en kosten is het best bij { $x } ({ $name }): gemiddeld { $npv }. Waar niemand betaalt, kost minder doen minder; wat het geeft, staat ernaast.
sweep-cheapest = Een tiende punt van het gemiddelde cijfer is het goedkoopst bij { $at }: { $price } na aftrek van besparingen.
sweep-balance = Saldo
sweep-points = punten
sweep-tenth = per 0,1 punt
sweep-of-public = { $name }; { $path }. Saldo: wat bespaard wordt min wat het kost, contante waarde. Punten: stijging van het gemiddelde cijfer over de laatste twaalf maanden; per 0,1 punt: de nettokosten van een tiende daarvan.
curve-npv-title-public = { $case }: het saldo is het best bij { $x }, gemiddeld { $npv } ({ $name })
improve-written-public = Zoals het er staat is het saldo van besparingen en kosten gemiddeld { $npv }.
improve-changed-public = Met de veranderingen hieronder is het saldo gemiddeld { $npv }, { $gain } beter; er is { $planned } gepland in plaats van { $before }.
improve-nothing-public = Niets van wat geprobeerd is maakt dat saldo beter.
improve-sizes-public = Waar niemand betaalt, is minder doen altijd goedkoper en geen advies: een kleinere omvang wordt alleen geprobeerd als de case zegt wat een verbonden klant waard is (customers.social_value_per_year). Wat een tiende punt bij elke omvang kost: delight sweep FILE --input programme.intensity --from 0 --to 2.
improve-title-public = Wat het saldo verbetert
improve-longer-public = Over { $months } maanden, terwijl het programma doorgaat, is het saldo gemiddeld { $npv }.
gate-without-public = Zonder beslismoment is het saldo van besparingen en kosten gemiddeld { $npv }.
gate-best-public = Het beste beslismoment kijkt na maand { $month } naar { $metric } en stopt het programma als de voorsprong op niets doen kleiner is dan { $least }. Het bespaart gemiddeld netto { $value } en stopt { $share } van de programma's; met dit beslismoment is het saldo { $npv }.
gate-stop-all-public = Het programma na maand { $month } beëindigen, wat het ook laat zien, zou netto { $value } besparen: wat daarna gepland is, bespaart minder dan het kost.
even-now-public = Zoals de zaken staan is het saldo van besparingen en kosten gemiddeld { $mean } en in de mediaan { $npv }.
even-target-public = Wat er waar zou moeten zijn voor besparingen die de kosten dekken:
optimise-nothing-public = Er is { $budget } te besteden, maar geen enkele verdeling bespaart meer dan zij kost. Het saldo van het programma zoals het er staat is { $written }. Zeg wat een verbonden klant waard is (customers.social_value_per_year) om effecten tegen kosten af te wegen.
optimise-risk-public = In het slechtste twintigste deel van de simulaties is het saldo gemiddeld { $shortfall } (zoals het er staat { $written }).
answer-band-public = Negen van de tien simulaties eindigen met een saldo tussen { $low } en { $high }; in de slechtste 5% is het gemiddeld { $tail }.
answer-longer-public = Gaat het programma door, dan is het verwachte saldo { $horizons }.
outcome-title-public = Bespaart zijn kosten vanaf
gate-money-public = Een beslismoment weegt geld: wat de effecten waard zijn telt alleen mee zover customers.social_value_per_year dat zegt.
optimise-best-public = Er is { $budget } te besteden. Het plan met het beste saldo van besparingen en kosten besteedt daarvan { $cost }; het saldo is gemiddeld { $npv }, { $difference } beter dan zoals het er staat ({ $written }). Het weegt geld: wat de effecten waard zijn telt alleen mee zover customers.social_value_per_year dat zegt.
optimise-scaled-public = Verdeeld zoals het er staat, koopt hetzelfde budget een plan met een saldo van { $scaled }; beter verdelen bespaart { $gain }.
