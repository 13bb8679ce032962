# Wat de lezer moet weten over hoe een scenario is begrepen.

note-no-costs = programme.costs: geen kosten opgegeven, dus het programma kost niets
note-never-paid = { $path }: eerste betaling in maand { $month }, na de horizon van { $months } maanden: wordt nooit betaald
note-cut-off = { $path } ({ $place }): { $written } reikt tot onmogelijke waarden; { $share } ervan is afgekapt, want toegestaan is alleen: { $rule }
note-fixed-correlation = { $place }: { $path } staat vast, dus de correlatie heeft geen effect
note-basics-first = Eerst de basis: het gemiddelde cijfer is nu { $rating }, onder de { $least }. Kernwaarde en klachtafhandeling zijn niet op orde; daarom wordt de winst van persoonlijke en verrassende service getemperd (effects.experience.basics_gate)
note-mix-of-survey = customers.nps: de klantenmix van nu volgt uit het klantonderzoek: { $mix }
note-gain-moved = eigen { $by }: bij puntwaarden verhoogt volledige uitvoering het gemiddelde cijfer met { $found } punten, waar de bril { $expected } verwacht. De winst op beleving is berekend voor de klanten en contacten van de sector; geef eigen winst op (effects.experience), of lees het antwoord met dit in gedachten
note-market-held = { $place }: in sommige simulaties is de markt (P0,1 { $low } klanten) te klein voor de klanten van nu (P99,9 { $high }) en de nieuwe klanten van een maand; daar is de markt precies zo groot
note-converted = { $amounts ->
    [one] case.per_euro: een bedrag komt uit de preset of de standaardwaarden, die in euro's zijn, en is omgerekend tegen { $rate } { $currency } voor een euro
   *[other] case.per_euro: { $amounts } bedragen komen uit de preset of de standaardwaarden, die in euro's zijn, en zijn omgerekend tegen { $rate } { $currency } voor een euro
}
note-few-trials = Te weinig simulaties: wat bij { $trials } van alle of van geen ervan gezegd wordt, kan toeval zijn, en elk getal ook. Onder de { $least } is er niets op te bouwen (--trials)
note-ranks-moved = correlations: geen gezamenlijke verdeling heeft al deze rangcorrelaties; de dichtstbijzijnde die bestaat, verschuift ze met hoogstens { $change }
note-rank-not-reached = { $place }: { $a } en { $b } nemen weinig waarden aan, dus is hun rangcorrelatie { $reached } waar { $asked } werd gevraagd; verder dan { $most } kan zij niet gaan
note-own-maturities = assessment: excellence.now geeft deze zelf, en dat geldt: { $places }
note-unassessed = assessment: geen antwoord zegt iets over { $elements }
note-unanswered = assessment: { $missing } van { $asked } vragen zonder antwoord, dus de volwassenheden zijn minder zeker

# De waarden die een invoer mag hebben
rule-any = een eindig getal
rule-most = hoogstens { $max }
rule-least = { $min } of meer
rule-above = groter dan { $min }
rule-between = van { $min } tot en met { $max }
rule-above-to = groter dan { $min } en hoogstens { $max }
rule-inside = groter dan { $min } en kleiner dan { $max }
note-few-contacts = Maar { $intensity } van de band ontstaat in contacten (effects.connection.contact_intensity): zo’n sector wint weinig met service. Kijk wat een andere omvang van het programma waard zou zijn: delight sweep BESTAND --input programme.intensity --from 0 --to 2
