# `delight voi`: what to measure first.

voi-option = { $option } is gemiddeld { $npv } waard, en de beste keuze in { $share } van de simulaties.
voi-no-spread = Geen keuze verschilde in deze simulaties, dus meten had niets veranderd.
voi-nothing = niets doen
voi-best = Met wat nu bekend is, is gemiddeld de beste keuze: { $option }.
voi-best-tie = Met wat nu bekend is, zijn gemiddeld de beste keuzes, en even goed: { $options }.
voi-evpi = Alles vooraf weten zou gemiddeld { $evpi } waard zijn; geen enkel onderzoek is meer waard.
voi-eviu-none = Een blad met puntwaarden leidt tot dezelfde keuze; de onzekerheid weglaten kost hier dus niets.
voi-eviu = Een blad met puntwaarden zou kiezen: { $option }. Besluiten met de onzekerheid in beeld is gemiddeld { $eviu } meer waard.
voi-first = Meet dit eerst: { $name }. Het precies weten is ten hoogste { $evppi } waard.
voi-first-none = Geen enkele aanname kan op zichzelf het besluit veranderen: er één meten is niets waard.
voi-pilot = { $sites ->
    [one] Een proef op één locatie
   *[other] Een proef op { $sites } locaties
} gedurende { $months ->
    [one] één maand
   *[other] { $months } maanden
} die { $names } meet, is { $evsi } waard; het precies meten zou { $evppi } waard zijn.
voi-pilot-pays = De kosten zijn { $cost }; daarna en na het wachten blijft { $net } over. De proef loont.
voi-pilot-costs = De kosten zijn { $cost }; daarna en na het wachten blijft { $net } over. De proef loont niet.
voi-pilot-note = Aangenomen: één maand op één locatie wordt gemeten met een standaardafwijking van { $noise } keer die van de aanname, zodat de fout van de proef { $error } keer die is. Met de helft van die ruis is de uitkomst { $half } waard, met het dubbele { $double }.
voi-title = Wat kennis van één aanname waard is
voi-worth = { $errors ->
    [no] ten hoogste
   *[yes] ten hoogste ± standaardfout
}
voi-links = Wat kennis van een schakel waard is
voi-grades = Wat kennis per bewijsgraad waard is
voi-worthless = { $count ->
    [one] { $count } aanname: kennis ervan verandert geen besluit.
   *[other] { $count } aannames: kennis van één ervan verandert geen besluit.
}
voi-chance = * is vooraf niet te meten.
voi-note = Besluiten gaan naar de gemiddelde netto contante waarde; niets doen is altijd een keuze. Een groep is nooit minder waard dan een van haar aannames, en niets meer dan alles weten.
voi-figure-title = { $case }: meet eerst { $name }, ten hoogste { $evppi } waard
voi-figure-subtitle = Wat het gemiddeld waard is een aanname vóór het besluit precies te weten, met het 95%-interval; alles weten is { $evpi } waard; licht: niet te meten
voi-figure-axis = Verwachte waarde van volledige informatie ({ $currency })
voi-believed = Gezien door meerdere lenzen tegelijk, elk zo veel geloofd: { $lenses }.
voi-studies = Wie en hoeveel een onderzoek vergt en wat het kost, is ons oordeel (graad D).
voi-study-bills = onderzoek: drie offertes, en de rekeningen van drie eigen programma's; een maand van een controller
voi-study-programmes = onderzoek: wat er van de laatste vijf programma's is geworden en hoe lang elk duurde; een maand, € 5.000 tot € 10.000
voi-study-panel = onderzoek: cijfers van 5.000 klanten tegenover wat zij de twaalf maanden erna doen, bij gelijke eerdere besteding; met oude enquêtes meteen, een maand van een analist, € 10.000 tot € 20.000
voi-study-bond = onderzoek: een getoetste vraag naar de band aan 2.000 klanten, en nog eens na een half jaar; € 15.000 tot € 25.000
voi-study-origin = onderzoek: vraag 1.000 nieuwe klanten hoe zij kwamen; drie maanden in de welkomstmail, minder dan € 5.000
voi-study-leavers = onderzoek: vertrek en verzuim van 30 teams tegenover hun bevlogenheid, twee jaar; twee weken van personeelszaken, minder dan € 5.000
voi-study-tickets = onderzoek: contacten, fouten en minuten van 1.000 gevallen in het ticketsysteem; twee weken van een analist, minder dan € 5.000
voi-study-rollout = onderzoek: zes tot acht vestigingen beginnen en evenveel wachten, 400 cijfers per vestiging per kwartaal; een half jaar, € 30.000 tot € 60.000
voi-study-books = onderzoek: twee jaar verloop, omzet en marge uit de eigen administratie; een week van een controller
