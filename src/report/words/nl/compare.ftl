# Rivalen voor hetzelfde geld: `delight compare`.

rivals-nothing = niets doen
rivals-best-mean = Gemiddeld het meest waard: { $option }, met een gemiddelde netto contante waarde van { $npv }.
rivals-best-tie = Gemiddeld het meest waard, en even veel: { $options }, elk met een gemiddelde netto contante waarde van { $npv }.
rivals-best-first = Die is de eerste in { $share } van de simulaties.
rivals-first-other = De eerste in de meeste simulaties, { $share }, is een andere: { $option }.
rivals-first-tie = Het vaakst de eerste, en even vaak: { $options } (elk in { $share } van de simulaties).
rivals-best-certain = Met een risicotolerantie van { $tolerance } ({ $basis }) het meest waard: { $option }, evenveel als zeker { $worth }.
rivals-certain-tie = Met een risicotolerantie van { $tolerance } ({ $basis }) het meest waard, en even veel: { $options }, elk evenveel als zeker { $worth }.
rivals-basis-given = zoals opgegeven
rivals-basis-revenue = { $share } van een jaaromzet van { $revenue }, een vuistregel
rivals-no-tolerance = Geen rivaal heeft een jaaromzet waaruit een risicotolerantie volgt. Met --risk-tolerance krijgt elke rivaal zijn zekerheidsequivalent.
rivals-switch = Onder een risicotolerantie van { $tolerance } is { $below } het meest waard, daarboven { $above }.
rivals-no-switch = Bij elke risicotolerantie is dezelfde het meest waard.
rivals-title = Netto contante waarde
rivals-mean = { $errors ->
    [no] gemiddelde
   *[yes] gemiddelde ± sf
}
rivals-sd = sd
rivals-median = mediaan
rivals-doubt = { $rival } is net zo onzeker als een programma: alle opbrengst komt binnen in { $full } van de simulaties, een deel in { $part }, niets in { $not }, en de uitgaven zijn gemiddeld { $overrun } × die in het bestand. Zoals geschreven, zoals de eigen doorrekening het geeft, is de gemiddelde netto contante waarde { $npv }.
rivals-doubt-source = Overgenomen van het programma: { $priors }. Een alternatief dat beter weet, zegt dat onder [rival]: delivery, success_probability, cost_overrun; een obligatie heeft delivery = "full" en cost_overrun = 1.
rivals-risk-title = Risico
rivals-loss = { $errors ->
    [no] kans op verlies
   *[yes] kans op verlies ± sf
}
rivals-shortfall = { $errors ->
    [no] slechtste 5%
   *[yes] slechtste 5% ± sf
}
rivals-certain = zeker bedrag
rivals-first = eerste in
rivals-risk-note = Slechtste 5%: gemiddelde van het slechtste twintigste deel van de simulaties. Zeker bedrag: het zekere bedrag dat evenveel waard is (exponentieel nut). Eerste in: deel van de simulaties waarin deze het meest waard is. Sf: standaardfout.
rivals-pairs-title = De een min de ander, per simulatie
rivals-less = { $first } min { $second }
rivals-better = is beter in
rivals-dominance-title = Stochastische dominantie
rivals-over = { $first } boven { $second }
rivals-order = domineert
rivals-violation = { $errors ->
    [no] geschonden met
   *[yes] geschonden met ± sf
}
rivals-epsilon = epsilon 1e, 2e
rivals-order-first = in 1e orde
rivals-order-second = in 2e orde
rivals-order-none = nee
rivals-order-same = gelijk
rivals-dominance-note = Eerste orde: iedereen die liever meer heeft dan minder, kiest deze. Tweede orde: iedereen die bovendien een hekel heeft aan risico, kiest deze. Dat staat er alleen als geen simulatie het tegenspreekt, of minder dan de fout van de simulaties. Geschonden met: hoe ver de eerste orde op zijn slechtst van kloppen af is. Epsilon: het deel van het oppervlak tussen beide verdelingen dat ertegen spreekt (Leshno en Levy); alleen onder een half voor degene met het hogere gemiddelde.
rivals-horizons = De rivalen hebben verschillende horizonnen; elk is gewaardeerd over zijn eigen horizon.
rivals-more = { $count ->
    [one] Nog { $count } paar staat in de JSON.
   *[other] Nog { $count } paren staan in de JSON.
}
rivals-draws-note = Alle rivalen zien dezelfde trekkingen: aannames met hetzelfde pad, en kasstromen en kostenposten met één naam, zijn één onbekende. Waar meerdere eigen namen meebrengen, vallen die op andere punten dan in de eigen doorrekening van elk; cijfers wijken daar binnen hun fout van af.

rivals-curves-title = { $option } is gemiddeld het meest waard: { $npv }
rivals-curves-tie = { $options } zijn gemiddeld het meest waard, en even veel: { $npv }
rivals-curves-subtitle = Netto contante waarde waaronder elk deel van de simulaties eindigt, van 1% tot 99%; naast elke naam het gemiddelde. Een lijn die overal boven een andere ligt, is voor iedereen beter
rivals-curves-x = Deel van de simulaties
rivals-curves-y = Netto contante waarde ({ $currency })
rivals-risk-figure-title = Niet verslagen in opbrengst én risico: { $options }
rivals-risk-subtitle = Gemiddelde netto contante waarde (omhoog) tegen het gemiddelde verlies in de slechtste 5% van de simulaties (naar rechts: riskanter); gevuld en verbonden: geen andere is in het een beter en in het ander niet slechter
rivals-risk-x = Gemiddeld verlies in de slechtste 5% van de simulaties ({ $currency })
rivals-risk-y = Gemiddelde netto contante waarde ({ $currency })
rivals-places-title = { $option } is de eerste in { $share } van de simulaties
rivals-places-tie = { $options } zijn het vaakst de eerste, elk in { $share } van de simulaties
rivals-places-subtitle = Van links: deel van de simulaties waarin elk de eerste is (donker), de tweede, … de laatste (licht)
rivals-places-x = Deel van de simulaties
