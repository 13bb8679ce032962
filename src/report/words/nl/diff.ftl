# Welke veranderde aanname de ene businesscase meer waard maakt dan de andere: `delight diff`.

diff-answer = Van { $first } naar { $second } gaat de gemiddelde netto contante waarde van { $from } naar { $to }: { $change } (mediaan { $median }).
diff-none = Niets wat het resultaat beweegt verschilt tussen de twee cases.
diff-title = Wat elke verandering brengt
diff-mean = { $errors ->
    [no] gem. NCW
   *[yes] gem. NCW ± st.fout
}
diff-median = { $errors ->
    [no] mediaan
   *[yes] mediaan ± st.fout
}
diff-together = wat ze samen doen
diff-total = verschil
diff-how = Elke verandering wordt als eerste en als laatste gemaakt, en wat zij brengt is het gemiddelde van beide; wat overblijft doen de veranderingen samen. Alle runs gebruiken dezelfde trekkingen.
diff-changed = { $path }: { $from } → { $to }
diff-added = { $path }: nieuw, { $to }
diff-removed = { $path }: vervallen, was { $from }
diff-link = { $count ->
    [one] { $link }: { $count } kleine verandering
   *[other] { $link }: { $count } kleine veranderingen
}
diff-more = { $count ->
    [one] { $count } kleinere verandering
   *[other] { $count } kleinere veranderingen
}
diff-figure-title = De grootste verandering is { $name }: { $change }
diff-figure-subtitle = Gemiddelde netto contante waarde van de eerste case, wat elke veranderde aanname brengt, en van de tweede

# Veranderingen die niet één aanname zijn
diff-change-customers-mix = klanten naar staat van verbondenheid
diff-change-effects-advocacy-entry_mix = staat waarin nieuwe klanten vanzelf binnenkomen
diff-change-effects-advocacy-referred_mix = staat waarin aanbevolen klanten binnenkomen
diff-change-customers-count = klanten vandaag en hun markt
diff-change-programme-delivery = hoe de uitvoering is vastgelegd
diff-change-programme-gate = tussentijdse toets
diff-change-correlations = rangcorrelaties
