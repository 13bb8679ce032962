# De regels van een beoordelaar: `delight audit`.

audit-none = { $rules ->
    [one] { $rules } regel is nagelopen; daaraan is voldaan.
   *[other] { $rules } regels zijn nagelopen; aan alle is voldaan.
}
audit-counts = { $rules } regels nagelopen: { $must ->
    [one] { $must } moet
   *[other] { $must } moeten
} worden hersteld, { $should ->
    [one] { $should } hoort
   *[other] { $should } horen
} te worden hersteld, { $notes ->
    [one] { $notes } is
   *[other] { $notes } zijn
} goed om te weten.
audit-found = gevonden: { $found }
audit-found-against = gevonden: { $found }, tegenover { $against }
audit-months = { $months ->
    [one] { $months } maand
   *[other] { $months } maanden
}
audit-points = { $points ->
    [one] { $points } punt
   *[other] { $points } punten
}
audit-rank = rang { $rank }
audit-measured = { $measure } { $found }
audit-measured-against = { $measure } { $found }, tegenover { $against }
audit-more = { $count ->
    [one] en nog { $count } plaats, in de JSON
   *[other] en nog { $count } plaatsen, in de JSON
}
audit-why = Waarom: { $why }
audit-mend = Herstel: { $mend }
audit-source = Bron: { $source }
audit-note = Wat gesimuleerd moet worden, komt uit { $trials } simulaties van de case; delight audit --rules toont elke regel.

# Hoe ernstig
severity-must = moet
severity-should = hoort
severity-note = ter kennis

# Waar een regel over gaat
theme-costs = Wat het kost
theme-programme = Uitvoering en sturing
theme-money = Rente, belasting, horizon
theme-ranges = Hoe onzekerheid is gegeven
theme-evidence = Waar de getallen vandaan komen
theme-overlap = Wat dubbel telt, wat samen beweegt
theme-outcome = Wat eruit komt
theme-results = De geschreven uitkomsten

# Wat elke regel vindt
audit-rule-AUD01 = De case kost niets.
audit-rule-AUD02 = Alleen eenmalige kosten; zolang de baten lopen wordt er niets betaald.
audit-rule-AUD03 = De lopende kosten stoppen een jaar of langer vóór de baten.
audit-rule-AUD04 = Overschrijding van de kosten is uitgesloten.
audit-rule-AUD05 = De programmakosten zijn nog die van de preset.
audit-rule-AUD06 = Een betaling begint na de horizon en wordt nooit gedaan.
audit-rule-AUD10 = Volledige uitvoering staat vast.
audit-rule-AUD11 = De verandering is nauwelijks ingebed als de horizon eindigt.
audit-rule-AUD12 = Een programma van meer dan twee jaar waar onderweg niemand naar kijkt.
audit-rule-AUD13 = De tussentijdse toets stopt niets: zij laat door wat niets heeft gebracht.
audit-rule-AUD14 = De basis is niet op orde.
audit-rule-AUD15 = De case is bekeken door een bril die meer gelooft dan het bewijs draagt.
audit-rule-AUD16 = Eigen klanten of contacten maken dat volledige uitvoering iets anders oplevert dan de bril verwacht.
audit-rule-AUD20 = Nominaal en reëel lopen door elkaar.
audit-rule-AUD21 = De disconteringsvoet lijkt een drempel met een opslag voor risico.
audit-rule-AUD22 = De disconteringsvoet ligt niet boven de inflatie.
audit-rule-AUD23 = Een stroom groeit jarenlang harder dan de economie.
audit-rule-AUD24 = Meer dan de helft van de waarde ligt voorbij de horizon.
audit-rule-AUD25 = De horizon eindigt voordat de mediane simulatie is terugverdiend, hoewel zij verdient.
audit-rule-AUD26 = Verliezen verlagen naar aanname de belasting op andere winst.
audit-rule-AUD27 = Tarieven van Nederland en de euro staan in een case in een andere valuta.
audit-rule-AUD30 = Een effect is als punt gegeven, alsof het precies bekend is.
audit-rule-AUD31 = Een oordeel is zekerder dan oordelen zijn.
audit-rule-AUD32 = De bandbreedtes zijn alle symmetrisch, of alle even breed.
audit-rule-AUD33 = Een bandbreedte reikt tot het onmogelijke en is afgekapt.
audit-rule-AUD34 = Een effect is groter genomen dan de literatuur meldt.
audit-rule-AUD35 = Niets in de case is onzeker.
audit-rule-AUD40 = Een getal dat de case drijft, heeft geen bron.
audit-rule-AUD41 = Meer dan de helft van de spreiding hangt aan oordelen.
audit-rule-AUD42 = Een getal dat de case drijft, rust alleen op beweringen van de auteurs.
audit-rule-AUD43 = De zelfevaluatie heeft vragen zonder antwoord.
audit-rule-AUD50 = Recensies en aanbeveling tellen allebei volledig.
audit-rule-AUD51 = Hogere prijzen en hogere bestedingen zijn allebei groot.
audit-rule-AUD52 = Een fout kost meer dan de klacht erover.
audit-rule-AUD53 = Maatschappelijke waarde telt mee van klanten die betalen.
audit-rule-AUD54 = Wat samen beweegt, is getrokken alsof dat niet zo is.
audit-rule-AUD60 = De omzet stijgt meer dan bij enig gedocumenteerd succes.
audit-rule-AUD61 = Het gemiddelde cijfer stijgt meer dan enige reeks laat zien.
audit-rule-AUD70 = De laatste doorrekening had te weinig simulaties.
audit-rule-AUD71 = De geschreven uitkomsten zijn van een andere versie van het bestand.

# Waarom
audit-reason-AUD01 = Baten zonder kosten zijn geen businesscase; een programma vraagt geld en tijd van medewerkers.
audit-reason-AUD02 = Wat niet wordt onderhouden, ebt weg: zonder lopende kosten zouden de baten zichzelf in stand houden.
audit-reason-AUD03 = In een jaar zonder onderhoud gaat 8, 22 of 42% van het effect verloren (P10, mediaan, P90); de case rekent op niets.
audit-reason-AUD04 = Plannen zijn optimistisch: programma's kosten gemiddeld meer dan gepland, en zelden minder.
audit-reason-AUD05 = De kosten beslissen evenveel als de baten, en die van de preset zijn een schatting voor een organisatie van een andere omvang.
audit-reason-AUD06 = Zij staat in het bestand maar telt niet mee.
audit-reason-AUD10 = De meeste programma's worden niet volledig uitgevoerd: volgens enquêtes is 25 tot 40% echt verbeterd. De uitkomst geldt voor wie geluk heeft.
audit-reason-AUD11 = Van het werk dat het laatst begint, is aan het eind minder dan driekwart ingebed: de kosten tellen wel, de baten niet.
audit-reason-AUD12 = Het recht om te stoppen is geld waard: zonder tussentijdse toets lopen de kosten door, ook als er niets van komt.
audit-reason-AUD13 = Een programma zonder enig effect haalt at_least = 0 in de helft van de gevallen, of altijd.
audit-reason-AUD14 = Waar kernwaarde en klachtafhandeling tekortschieten, doen persoonlijke en verrassende service weinig.
audit-reason-AUD15 = Wat gepubliceerd is, is niet gecorrigeerd voor wie gepubliceerd wordt en voor oorzaak; de claims van de auteurs tellen op tot totalen die niemand heeft gezien.
audit-reason-AUD16 = De winst op beleving is berekend voor de klantenmix en de contacten van de sector; met andere levert dezelfde winst meer of minder op dan het bewijs verwacht.
audit-reason-AUD20 = Stromen in geld van nu tegen een rente met inflatie zijn te weinig waard; stromen waarvan sommige groeien en andere nooit, zijn niet alle van één soort.
audit-reason-AUD21 = De simulatie toont het risico als verdeling; een opslag in de rente telt het nog eens, en straft het meest wat laat betaalt.
audit-reason-AUD22 = Geld zou dan over vijf jaar evenveel waard zijn als nu.
audit-reason-AUD23 = Groei op groei maakt de meeste waarde in de laatste jaren, die het minst bekend zijn.
audit-reason-AUD24 = Die waarde hangt aan jaren die niemand heeft gepland, waarin concurrenten kopiëren en programma's wegebben.
audit-reason-AUD25 = Een langere horizon zou het antwoord omdraaien: dan beslist de horizon, en niet de case.
audit-reason-AUD26 = Meer dan de helft van de simulaties verliest, en elk verlies is getoond na aftrek van belasting. Dat geldt alleen voor een organisatie die elders winst maakt en belasting betaalt.
audit-reason-AUD27 = Belasting, inflatie en disconteringsvoet van de standaardwaarden zijn Nederlands of van het eurogebied; bedragen worden omgerekend, tarieven niet.
audit-reason-AUD30 = Geen schakel in gedrag is tot het laatste cijfer bekend; een punt verbergt wat kan tegenvallen.
audit-reason-AUD31 = Tussen P5 en P95 ligt minder dan een tiende, voor een getal van bewijsgraad D. Bandbreedtes van mensen zijn bijna altijd te smal.
audit-reason-AUD32 = Dat is gewoonte (±10%) en geen kennis: getallen zijn niet alle even goed bekend, en de meeste vallen naar één kant tegen.
audit-reason-AUD33 = Wat er staat, is niet wat getrokken wordt.
audit-reason-AUD34 = De mediaan ligt boven de P90 van wat gepubliceerd is, zonder correctie voor oorzaak of selectie, of boven wat de auteurs beweren.
audit-reason-AUD35 = Een punt is geen voorspelling: zonder bandbreedtes is er geen kans op verlies.
audit-reason-AUD40 = Wie de case leest, kan niet nagaan wat haar beslist.
audit-reason-AUD41 = Bewijsgraad D is een mening van deskundigen, een bewering of een aanname; het antwoord is niet beter dan deze.
audit-reason-AUD42 = Beweringen gaan over successen; wie hetzelfde deed en faalde, telt niet mee.
audit-reason-AUD43 = Volwassenheden zonder antwoord zijn die van de preset, of minder zeker.
audit-reason-AUD50 = In sectoren met recensies zijn die de mond-tot-mondreclame: waar reputatie telt, hoort wat verbonden klanten aanbrengen ongeveer de helft te zijn.
audit-reason-AUD51 = Bestedingen van verbonden klanten zijn in geld gemeten: wat zij meer betalen voor hetzelfde, zit er al in.
audit-reason-AUD52 = Dan zit klachtafhandeling waarschijnlijk ook in de kosten van een fout, en wordt zij twee keer bespaard.
audit-reason-AUD53 = Wat een verbonden klant voor een bedrijf waard is, zit in de omzet; maatschappelijke waarde is voor organisaties zonder markt.
audit-reason-AUD54 = Onafhankelijke trekkingen heffen elkaar op: de band wordt te smal, en de slechte gevallen, waarin alles tegelijk tegenvalt, ontbreken.
audit-reason-AUD60 = Volledig uitgevoerd ligt P90 van de stijging in jaar 5 boven 7%: waarschijnlijk telt iets dubbel.
audit-reason-AUD61 = Volledig uitgevoerd ligt de mediane stijging boven 0,4 punt; geen Nederlandse reeks kent dat in vier jaar.
audit-reason-AUD70 = P5 kan alleen al door het geluk van de trekkingen meer dan 2% van de afstand van P5 tot P95 afwijken.
audit-reason-AUD71 = Rapport, werkmap en figuren tonen getallen die de case niet meer geeft.

# Hoe het te herstellen is
audit-remedy-AUD01 = Vul de kosten in, ook de uren van wie meedoet.
audit-remedy-AUD02 = Voeg toe wat het kost om het gaande te houden: een team per maand, training per medewerker per jaar.
audit-remedy-AUD03 = Laat kosten van onderhoud lopen zolang de baten, of laat de horizon met de kosten eindigen.
audit-remedy-AUD04 = Neem de standaardwaarde (1,2 in de mediaan), of de overschrijdingen van uw eigen laatste tien projecten.
audit-remedy-AUD05 = Zet uw eigen begroting in [[programme.costs]]; één eigen regel vervangt alle regels van de preset.
audit-remedy-AUD06 = Verleng case.months, of haal de betaling weg.
audit-remedy-AUD10 = Haal programme.delivery weg en geef programme.success_probability een bandbreedte.
audit-remedy-AUD11 = Begin eerder (programme.start_month), of kijk verder (case.months).
audit-remedy-AUD12 = Voeg een [programme.gate] toe in een maand waarin iets te meten is.
audit-remedy-AUD13 = Vraag een stijging die van ruis te onderscheiden is.
audit-remedy-AUD14 = Begin met processen en feedback; verras later.
audit-remedy-AUD15 = Besluit op de gekalibreerde bril; toon deze ernaast.
audit-remedy-AUD16 = Geef eigen winst op beleving op onder [effects.experience], of zeg waarom het programma hier iets anders oplevert.
audit-remedy-AUD20 = Geef inflatie bij een nominale rente, of een reële rente zonder inflatie; laat elke lopende stroom gelijk groeien of zeg waarom niet.
audit-remedy-AUD21 = Neem de kapitaalkosten van de organisatie, en beoordeel risico aan de kans op verlies.
audit-remedy-AUD22 = Neem de nominale kapitaalkosten van de organisatie.
audit-remedy-AUD23 = Laat haar met prijzen en volume groeien, of laat haar eindigen waar de groei eindigt.
audit-remedy-AUD24 = Zet finance.terminal_years op 0 voor het besluit, of verleng de horizon met de kosten erbij.
audit-remedy-AUD25 = Zeg waarom deze horizon juist is, of toon het antwoord voor een langere ernaast.
audit-remedy-AUD26 = Zet finance.tax_rate op 0 als er geen andere winst is, of als de organisatie geen belasting betaalt.
audit-remedy-AUD27 = Geef onder [finance] de tarieven van het land van de case.
audit-remedy-AUD30 = Geef een bandbreedte: "a to b", P5 tot P95.
audit-remedy-AUD31 = Vraag wat er moet gebeuren voor de helft of het dubbele, en verbreed; of noem de meting waar het vandaan komt.
audit-remedy-AUD32 = Vraag voor elk getal apart hoe laag en hoe hoog het kan zijn.
audit-remedy-AUD33 = Schrijf mogelijke uiteinden, of een andere vorm: aandelen als "a to b".
audit-remedy-AUD34 = Breng een eigen meting met bron, of neem de standaardwaarde.
audit-remedy-AUD35 = Geef de getallen waarover u zou twisten als bandbreedte.
audit-remedy-AUD40 = Schrijf {"{"} value = …, source = "…" {"}"}.
audit-remedy-AUD41 = Meet eerst wat beslist: delight voi zegt wat dat waard is.
audit-remedy-AUD42 = Zoek een studie waarin ook mislukkingen zitten, of meet het bij uw eigen klanten.
audit-remedy-AUD43 = Laat ze door meer mensen los van elkaar beantwoorden.
audit-remedy-AUD50 = Halveer effects.advocacy.new_per_connected, of zet effects.advocacy.reputation op 0.
audit-remedy-AUD51 = Verlaag een van beide, of laat met eigen gegevens zien dat prijzen daarnaast zijn verhoogd.
audit-remedy-AUD52 = Tel onder fout alleen wat ook zonder klacht verloren gaat: tijd en materiaal.
audit-remedy-AUD53 = Zet customers.social_value_per_year op 0, of laat omzet weg.
audit-remedy-AUD54 = Haal de rangen nul uit [[correlations]], of voeg een rang toe voor stromen met een gemeenschappelijke oorzaak.
audit-remedy-AUD60 = Zoek wat dubbel telt: delight sensitivity laat zien uit welke schakel het komt.
audit-remedy-AUD61 = Verlaag de effecten in effects.experience, of breng de reeks die het laat zien.
audit-remedy-AUD70 = Reken met meer --trials, of met --precision 1%.
audit-remedy-AUD71 = Reken opnieuw.

# Wat gemeten is
audit-measure-last_month = betaald gedurende
audit-measure-first_month = eerste betaling na
audit-measure-rooted = deel ingebed aan het eind
audit-measure-terminal = deel van de waarde
audit-measure-payback = terugverdiend na
audit-measure-loss = kans op verlies
audit-measure-ratio = P95 gedeeld door P5
audit-measure-cut = deel voorbij het mogelijke
audit-measure-variance = deel van de variantie
audit-measure-caused = veroorzaakte stijging van bestedingen
audit-measure-error = fout van P5, van de afstand tot P95
audit-measure-rating_gain = stijging van het gemiddelde cijfer bij volledige uitvoering
