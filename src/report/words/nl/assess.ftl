# De zelfbeoordeling: `delight assess`, de figuur en het interview.

assess-of = zelfbeoordeling, { $answered } van { $asked } vragen beantwoord, bewijsgraad D
assess-list = { $before } en { $last }
assess-written = Figuur: { $file }, .png

# De negen elementen, hun dimensies en de vermogens die erop rusten
element-vision = visie
element-leadership = leiderschap
element-culture = cultuur
element-listening = luisteren
element-design = ontwerp
element-people = medewerkers
element-processes = processen
element-feedback = feedback
element-innovation = innovatie
dimension-strategy = strategie
dimension-culture = cultuur
dimension-innovation = innovatie
dimension-operation = operatie
capability-employees = bevlogen medewerkers
capability-partners = bevlogen partners
capability-core = 1 kernwaarde
capability-complaints = 2 klachtafhandeling
capability-individual = 3 persoonlijke service
capability-surprising = 4 verrassende service

# Eerst de basis op orde
basics-title = Eerst de basis op orde
basics-levels = niveau 1 en 2 van de belevingspiramide: kernwaarde en klachtafhandeling
basics-good = De basis is op orde.
basics-bad = De basis is niet op orde: breng eerst de kernwaarde en de klachtafhandeling op peil.
basics-unknown = Of de basis op orde is, is niet bekend: beantwoord [assessment.basics].
basics-rating = Gemiddeld rapportcijfer: { $value } (op orde vanaf { $least }).
basics-rating-unsure = Gemiddeld rapportcijfer: { $value } (op orde vanaf { $least }; de kans dat het daaronder ligt is { $chance }).
basics-rating-computed = Gemiddeld rapportcijfer: { $value }, dat van de case (op orde vanaf { $least }).
basics-complaints = Cijfer voor klachtafhandeling: { $value } (op orde vanaf { $least }).
basics-complaints-unsure = Cijfer voor klachtafhandeling: { $value } (op orde vanaf { $least }; de kans dat het daaronder ligt is { $chance }).
basics-gate = In simulaties waarin het gemiddelde cijfer van nu onder { $least } ligt, telt de winst van persoonlijke en verrassende service mee voor { $middle } (P5 { $low }, P95 { $high }; aanname G, bewijsgraad D); alle bedragen rekenen daarmee. Het mediane cijfer is { $score }.
basics-in-full = De winst van persoonlijke en verrassende service telt volledig mee waar het gemiddelde cijfer van nu { $least } of hoger is; het mediane cijfer is { $score }.
basics-model-check = Het gemiddelde cijfer waarmee de case rekent, strookt niet met het rapportcijfer dat is ingevuld: controleer customers.score.

# Volwassenheid per element
elements-title = Volwassenheid nu
elements-note = 0 tot 1, volgens de antwoorden
elements-note-worth = 0 tot 1, volgens de antwoorden; NCW: wat één extra stap van { $step } oplevert, na aftrek van wat die kost
elements-today = nu
elements-answers = vragen
elements-target = doel
elements-mean = { $errors ->
    [no] gem. NCW
   *[yes] gem. NCW ± st.fout
}
elements-median = { $errors ->
    [no] mediane NCW
   *[yes] mediane NCW ± st.fout
}

# Waar te beginnen
begin-title = Waar te beginnen
begin-basics = Met de basis: de kernwaarde rust het meest op processen, klachtafhandeling op feedback.
begin-not-computed = Welke stap na aftrek van zijn kosten het meest waard is, rekent `delight assess` uit.
begin-no-chain = Wat een stap waard is, wordt alleen berekend voor een case met een effectketen.
begin-missing = Wat elke stap waard is, is pas te berekenen met een case. Er ontbreekt: { $keys }. Kies een sector (preset = "hotel" onder [case]), of noem dit bestand als base van uw case.
begin-from-target = { $element } van doel { $from } naar { $to }: gemiddelde NCW { $rise }
begin-from-today = { $element } van { $from } nu naar { $to }, want het programma verandert hier niets aan: gemiddelde NCW { $rise }
begin-basis = Telkens één extra stap van { $step } volwassenheid; wat de case per gebeurtenis betaalt, telt mee. { $trials } simulaties met dezelfde trekkingen (seed { $seed }).
begin-cost = Een stap kost zijn deel van wat het programma begroot, want geen kostenpost zegt voor welk element hij is: { $step } van de { $gain } volwassenheid, dus { $cost } van { $planned } (begroot, vóór overschrijding).
begin-cost-none = Wat een stap zelf kost, telt niet mee: de case begroot geen kosten om de volwassenheid te verhogen.
begin-none = Geen stap van een beoordeeld element levert meer op dan die kost.
begin-unanswered = Niet aangeraden, want minder dan de helft van de vragen erover is beantwoord: { $elements }. Beantwoord eerst: { $keys }.
begin-unclear = De derde en de vierde zijn niet te onderscheiden: het 95%-interval van hun verschil bevat nul.
begin-below-zero = Een stap onder nul levert minder op dan de stap en zijn gebeurtenissen kosten (extra service, behandelde klachten), of maakt het programma minder evenwichtig, zodat de kans op uitvoering daalt.

# Zwakste schakels, opmerkingen, de tabel
weakest-title = Zwakste schakels
weakest-note = het minst volwassen element waarop elk vermogen nu rust
gaps-values = Aantal belevingswaarden: { $count }. Vier tot zes zijn te onthouden; twaalf zijn er te veel.
gaps-unanswered = Zonder antwoord: { $keys }.
table-title = Volwassenheid nu, voor een scenariobestand
table-note = een case met deze antwoorden rekent er vanzelf mee

# De figuur
maturity-title = { $case }: één extra stap levert het meest op bij { $elements }
maturity-title-none = { $case }: hoe volwassen excellente dienstverlening nu is
maturity-subtitle = Volwassenheid nu per element en dimensie, 0 tot 1; lijnen lopen van P5 tot P95
maturity-subtitle-basics = Eerst de basis: die is niet op orde. Volwassenheid nu, 0 tot 1; lijnen lopen van P5 tot P95
maturity-footer = Zelfbeoordeling, { $answered } van { $asked } vragen beantwoord; bewijsgraad D (geen meting).
maturity-told = Volwassenheid van excellente dienstverlening nu, 0 tot 1, met P5 en P95: { $values }.
maturity-told-element = { $element } { $value } ({ $low } tot { $high })
maturity-aim = doel van het programma
maturity-forward = één extra stap levert hier het meest op

# Het interview
interview-opening = Een zelfbeoordeling van excellente dienstverlening. Beoordeel wat klanten en collega's nu zouden zien, niet wat er gepland is.
interview-keys = Antwoord met 0 tot 10, of met 6-8 als u het niet eens bent. Enter slaat over, b gaat terug, q stopt en bewaart wat is beantwoord.
interview-count = { $at } van { $all }
interview-values = Uw belevingswaarden, vier tot zes: noem ze één voor één, Enter als er geen meer zijn
interview-name = naam
interview-known = geef een naam die nog niet op de lijst staat
interview-share = klanten die { $name } herkennen in wat zij beleven, 0 tot 100%
interview-rule-score = { $text }: schrijf 0 tot 10, of 6-8
interview-rule-vision = { $text }: schrijf 0 tot 10, 6-8, j of n
interview-rule-share = { $text }: schrijf 0 tot 100, of 50-70
interview-nothing = er is niets beantwoord, dus er is niets geschreven
interview-written = geschreven: { $file }
interview-file-title = Een zelfbeoordeling van excellente dienstverlening: scores van 0 tot 10.
interview-file-use = `delight assess` met dit bestand toont wat eruit volgt. Een case gebruikt het door dit bestand te noemen: base = "<dit bestand>".
