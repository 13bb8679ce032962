# `delight breakeven`: what would have to be true.

even-now = Zoals de zaken staan is de verwachte netto contante waarde { $mean }, de mediane { $npv } en de kans op verlies { $loss }.
even-no-spread = De uitkomst is in elk van deze simulaties dezelfde: niets wat getrokken is bracht haar in beweging.
even-target-mean = Wat er waar zou moeten zijn voor een verwachte netto contante waarde van ten minste nul:
even-target-median = Wat er waar zou moeten zijn voor een mediane netto contante waarde van ten minste nul:
even-target-loss = Wat er waar zou moeten zijn voor een kans op verlies van ten hoogste { $share }:
even-nothing-uncertain = Geen aanname van deze case is onzeker, dus is er geen bekeken. Noem er een die anders kan uitvallen, ook als hij vaststaat: delight breakeven FILE --input { $path }
even-from = Het omslagpunt vraagt { $name } van ten minste { $x } (mediaan { $p50 }, P90 { $p90 }); volgens de eigen verdeling gebeurt dat in { $chance } van de simulaties.
even-to = Het omslagpunt vraagt { $name } van ten hoogste { $x } (mediaan { $p50 }, P10 { $p10 }); volgens de eigen verdeling gebeurt dat in { $chance } van de simulaties.
even-ranges = Het omslagpunt vraagt { $name } in { $ranges } (mediaan { $p50 }); volgens de eigen verdeling gebeurt dat in { $chance } van de simulaties.
even-none = geen
even-title = Eén aanname tegelijk
even-needs = { $errors ->
    [no] nodig
   *[yes] nodig ± standaardfout
}
even-prior = P10 … P90
even-chance = { $errors ->
    [no] kans
   *[yes] kans ± standaardfout
}
even-note = Alleen deze aanname wordt vastgezet, alle andere blijven zoals ze getrokken zijn. Kans: deel van de simulaties waarin zij daar ligt.
even-none-possible = Geen enkele invoer heeft een omslagpunt bij een waarde die mogelijk wordt geacht; wat uitkomsten zouden moeten zijn zegt delight run, wat te veranderen is delight improve.
even-impossible = { $count ->
    [one] 1 invoer vraagt een waarde die in minder dan 1 op 200 simulaties voorkomt, of die niet goed genoeg bekend is: { $names }.
   *[other] { $count } invoeren vragen waarden die in minder dan 1 op 200 simulaties voorkomen, of die niet goed genoeg bekend zijn, zoals { $names }.
}
even-unsure = { $count ->
    [one] 1 invoer heeft een kans die niet goed genoeg bekend is (standaardfout boven 5 procentpunt).
   *[other] { $count } invoeren hebben een kans die niet goed genoeg bekend is (standaardfout boven 5 procentpunt).
}
even-never = { $count ->
    [one] { $count } aanname: geen enkele bekeken waarde is op zichzelf genoeg.
   *[other] { $count } aannames: geen enkele bekeken waarde is op zichzelf genoeg.
}
even-always = { $count ->
    [one] { $count } aanname: wat de waarde ook is, het blijft uit kunnen.
   *[other] { $count } aannames: wat hun waarde ook is, het blijft uit kunnen.
}
map-title = { $case }: omslag in { $share } van de kaart van { $x } en { $y }
map-title-never = { $case }: geen getoonde combinatie van { $x } en { $y } komt uit
map-title-always = { $case }: elke getoonde combinatie van { $x } en { $y } komt uit
map-subtitle-mean = Verwachte netto contante waarde: blauw boven nul, oranje eronder, de lijn is het omslagpunt; kruis: P10 tot P90 van beide
map-subtitle-median = Mediane netto contante waarde: blauw boven nul, oranje eronder, de lijn is het omslagpunt; kruis: P10 tot P90 van beide
map-subtitle-loss = Mediane netto contante waarde in kleuren; op de lijn is de kans op verlies { $share }; kruis: P10 tot P90 van beide
map-spot = de medianen van nu
