# `delight sweep`: how much of it.

sweep-npv = Waarde
sweep-best = Het beste naar gemiddelde netto contante waarde is { $x } ({ $name }), gemiddeld { $npv } waard.
sweep-end = Het beste naar gemiddelde netto contante waarde is { $x } ({ $name }), gemiddeld { $npv } waard. Dat is het eind van het bereik: het beste kan erbuiten liggen.
sweep-flat = Overal van { $from } tot { $to } kost het ten hoogste een tiende daarvan, { $cost }.
sweep-of = { $name }; { $path }. Het rendement en de kolommen ernaast zijn die van de mediane simulatie.
sweep-two-best = De hoogste verwachte netto contante waarde, { $npv }, ligt bij { $x } ({ $first }) en { $y } ({ $second }).
sweep-two-none = Geen waarde in het bereik geeft een uitkomst.
curve-top = beste { $x }; binnen een tiende daarvan van { $from } tot { $to }
curve-top-sharp = beste { $x }
curve-npv-title = { $case }: het beste bij { $x }, gemiddeld { $npv } waard ({ $name })
curve-npv-subtitle = Netto contante waarde per waarde van de aanname; de banden bevatten 50% en 90% van de simulaties
curve-npv-axis = Netto contante waarde ({ $currency })
curve-roi-title = { $case }: het mediane rendement is het hoogst bij { $x }, { $roi } ({ $name })
curve-roi-title-loss = { $case }: het mediane rendement is overal negatief, het minst bij { $x }: { $roi } ({ $name })
curve-roi-subtitle = Rendement op de investering vóór belasting over de hele looptijd, waar iets betaald wordt; de banden bevatten 50% en 90% van de simulaties
