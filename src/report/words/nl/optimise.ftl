# delight optimise: hoe een budget te verdelen

optimise-best = Er is { $budget } te besteden. Het beste plan besteedt daarvan { $cost } en is gemiddeld { $npv } waard, { $difference } meer dan het programma zoals het er staat ({ $written }).
optimise-best-averse = Er is { $budget } te besteden. Voor een eigenaar met een risicotolerantie van { $tolerance } is het beste plan, dat daarvan { $cost } besteedt, { $worth } waard, { $difference } meer dan het programma zoals het er staat ({ $written }); gemiddeld brengt het { $npv } op.
optimise-nothing = Er is { $budget } te besteden, maar geen enkele verdeling is meer waard dan niets doen: beter niet beginnen. Het programma zoals het er staat is { $written } waard.
optimise-unsure = Dat verschil is niet van nul te onderscheiden: het ligt binnen twee keer de standaardfout van nul.
optimise-scaled = Verdeeld zoals het er staat, koopt hetzelfde budget een plan dat { $scaled } waard is; beter verdelen is { $gain } waard.
optimise-risk = In het slechtste twintigste deel van de simulaties is de uitkomst gemiddeld { $shortfall } (zoals het er staat { $written }); in { $loss } van de simulaties kost het geld (zoals het er staat { $before }).
optimise-staff = { $staff ->
    [one] { $staff } element tegelijk, elk { $months } maanden in opbouw.
   *[other] { $staff } elementen tegelijk, elk { $months } maanden in opbouw.
}
optimise-title = De negen elementen
optimise-now = nu
optimise-written = er staat
optimise-target = beste
optimise-cost = kosten
optimise-share = van budget
optimise-start = begint
optimise-month = m{ $month }
optimise-left = –
optimise-weakest = zwakste
optimise-marginal = { $errors ->
    [no] 1 meer
   *[yes] 1 meer ± st.fout
}
optimise-why = Geld voor een vermogen werkt via het gemiddelde en via de zwakste schakel. { $element } is in dit plan het vaakst de zwakste ({ $share } van de vermogens die erop rusten); een extra eenheid geld brengt het meest op bij { $most } ({ $marginal }).
optimise-in-file = In het scenario geschreven, met kostenposten op de tijden die ze daar hebben en doelen op twee cijfers, is het plan gemiddeld { $npv } waard en verliest het geld in { $loss } van de simulaties; `delight run` geeft precies dat met { $trials } simulaties en dezelfde seed:
optimise-note-columns = Zwakste: hoe vaak het de zwakste is van een vermogen dat erop rust. 1 meer: wat de netto contante waarde wint per eenheid geld die er extra aan besteed wordt.
optimise-note = Aangenomen: elk element vraagt evenveel inspanning, volgens de omgekeerde dosis van het programma; inspanning 1 is de grootste stap van het programma zoals het er staat, en wat dat kost is de prijs. De kosten van een element schuiven mee met zijn begin. Geld in prijzen van nu, niet verdisconteerd, zonder overschrijding; wat per nieuwe medewerker of gebeurtenis betaald wordt, is niet gepland. Gezocht op { $trials } andere simulaties, gewaardeerd op deze.
optimise-frontier-title = Wat eigenaren met een andere risicotolerantie zouden doen
optimise-tolerance = risicotolerantie
optimise-neutral = alleen het gemiddelde telt
optimise-mean = { $errors ->
    [no] gem. NCW
   *[yes] gem. NCW ± st.fout
}
optimise-shortfall = { $errors ->
    [no] slechtste 5%
   *[yes] slechtste 5% ± st.fout
}
optimise-loss = verlies
optimise-frontier-written = zoals het er staat
optimise-frontier-figure-title = { $case }, beste plan: gemiddeld { $npv }, in de slechtste 5% { $shortfall }
optimise-frontier-figure-subtitle = De beste plannen van eigenaren die meer of minder risico dragen, met 95%-intervallen, naar gemiddelde en naar het gemiddelde van de slechtste 5% van de simulaties
optimise-frontier-figure-x = Gemiddelde van de slechtste 5% van de simulaties ({ $currency })
optimise-frontier-figure-y = Gemiddelde netto contante waarde ({ $currency })
optimise-frontier-neutral = gemiddeld het meest
optimise-frontier-nothing = niets doen
optimise-effort-title = { $case }: de meeste inspanning voor { $element }, { $share } van het budget
optimise-effort-none = { $case }: geen inspanning is haar kosten waard
optimise-effort-subtitle = Deel van het budget per element in het beste plan; ring: het deel in het programma zoals het er staat
optimise-effort-axis = Deel van de geplande kosten
