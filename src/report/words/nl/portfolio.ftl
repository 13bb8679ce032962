# `delight portfolio`: which projects to fund together.

fund-answer-mean = Kies met een budget van { $budget }: { $names }. Samen gemiddeld { $value } waard, voor { $used } van het budget.
fund-answer-certain = Kies met een budget van { $budget } en een risicotolerantie van { $tolerance }: { $names }. Samen evenveel waard als zeker { $value }, voor { $used } van het budget.
fund-answer-none = Met een budget van { $budget } is geen enkele combinatie van deze projecten meer waard dan er geen kiezen.
fund-odds = Negen van de tien simulaties liggen tussen { $low } en { $high }; in { $loss } verliest de combinatie geld, en het slechtste twintigste deel is gemiddeld { $tail }.
fund-sure = Is dat het geluk van de trekkingen? In { $share } van { $count } hertrekkingen van de simulaties is precies deze combinatie de beste.
fund-staff = Er zijn { $used } van { $most } voltijdbanen voor nodig.
fund-next = De volgende betere combinatie vraagt { $more } meer, een budget van { $budget }: { $change }. Die is { $gain } meer waard, { $rate } per extra eenheid geld.
fund-joins = { $names } erbij
fund-leaves = { $names } eraf
fund-next-none = Geen groter budget zou een betere combinatie opleveren.
fund-title = Project
fund-funded = gekozen
fund-yes = ja
fund-must = moet
fund-no = nee
fund-npv = { $errors ->
    [no] gemiddelde NCW
   *[yes] gemiddelde NCW ± sf
}
fund-uses = { $errors ->
    [no] gebruikt
   *[yes] gebruikt ± sf
}
fund-rate = per eenheid
fund-in-best = in beste set
fund-why-negative = Op zichzelf is het { $value } waard.
fund-why-fit = Geen combinatie binnen de grenzen en voorwaarden heeft het.
fund-why-outdone = { $displaces } zou moeten wijken, en het geheel zou { $loss } minder waard zijn.
fund-why-lowers = Niets zou hoeven wijken, maar het brengt minder op dan zijn risico kost: het geheel zou { $loss } minder waard zijn.
fund-note = Gebruikt: wat een scenario zegt onder [portfolio], anders de gemiddelde contante waarde van de kosten vóór belasting, met het kapitaal. Per eenheid: gemiddelde NCW per eenheid van het budget die het gebruikt. In beste set: deel van de hertrekkingen waarvan de beste combinatie het heeft. Sf: standaardfout.
fund-sum-note = Waarden worden opgeteld: twee projecten mogen niet hetzelfde geld verdienen. Zet projecten die dat doen in één groep.
fund-draws-note = Alle projecten zien dezelfde trekkingen: aannames met hetzelfde pad, en kasstromen en kostenposten met één naam, zijn één onbekende.
fund-figure-title = Van { $budget } maakt de beste combinatie { $value }
fund-figure-title-none = Geen van deze projecten is zijn geld waard
fund-figure-subtitle = Gemiddelde netto contante waarde van elk project met het 95%-interval; donker: gekozen, licht: niet gekozen
fund-figure-axis = Gemiddelde netto contante waarde ({ $currency })
fund-curve-title = { $more } meer zou { $gain } meer opleveren
fund-curve-title-none = Een groter budget zou geen betere combinatie opleveren
fund-curve-subtitle = Waarde van de beste combinatie per budget; elke stap is een andere combinatie
fund-curve-x = Budget ({ $currency })
fund-curve-y = Waarde van de beste combinatie ({ $currency })
fund-curve-today = budget { $budget }
