# What a reader should know of how a scenario was understood.

note-no-costs = programme.costs: none given, so the programme costs nothing
note-never-paid = { $path }: first paid in month { $month }, after the horizon of { $months } months: never
note-cut-off = { $path } ({ $place }): { $written } reaches impossible values; { $share } of it was cut off, because it must be { $rule }
note-fixed-correlation = { $place }: { $path } is fixed, so its correlation has no effect
note-basics-first = Basics first: the mean score today is { $rating }, below { $least }. Core value and complaint handling are not in order, so gains from individual and surprising service are held back (effects.experience.basics_gate)
note-mix-of-survey = customers.nps: the mix of customers today follows from the survey: { $mix }
note-gain-moved = { $by } of your own: at point values full delivery raises the mean score by { $found } points, where the lens expects { $expected }. The gains of experience were computed for the sector's customers and contacts; give gains of your own (effects.experience), or read the answer with this in mind
note-market-held = { $place }: in some trials the market (P0.1 { $low } customers) does not hold the customers of today (P99.9 { $high }) and the newcomers of a month; there it is held to these
note-converted = { $amounts ->
    [one] case.per_euro: an amount comes from the preset or the defaults, which are in euros, and is converted at { $rate } { $currency } for a euro
   *[other] case.per_euro: { $amounts } amounts come from the preset or the defaults, which are in euros, and are converted at { $rate } { $currency } for a euro
}
note-few-trials = Too few trials: of { $trials }, what is said of all of them, or of none, may be luck, and so may every number. Nothing to go by below { $least } (--trials)
note-ranks-moved = correlations: no joint distribution has all of these ranks; the nearest one that exists moves them by up to { $change }
note-rank-not-reached = { $place }: { $a } and { $b } take few values, so their rank correlation is { $reached } where { $asked } was asked for; it cannot go beyond { $most }
note-own-maturities = assessment: excellence.now itself gives { $places }, and that takes precedence
note-unassessed = assessment: no answer bears on { $elements }
note-unanswered = assessment: { $missing } of { $asked } questions unanswered, so the maturities are less certain

# The values an input may take
rule-any = a finite number
rule-most = at most { $max }
rule-least = { $min } or more
rule-above = above { $min }
rule-between = from { $min } to { $max }
rule-above-to = above { $min } to { $max }
rule-inside = above { $min } and below { $max }
note-few-contacts = Only { $intensity } of the bond is made in contacts (effects.connection.contact_intensity): a sector like this gains little by service. See what another size of the programme would be worth: delight sweep FILE --input programme.intensity --from 0 --to 2
