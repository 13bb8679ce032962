# delight gate: het beste beslismoment

gate-without = Zonder beslismoment is het programma gemiddeld { $npv } waard.
gate-best = Het beste beslismoment kijkt na maand { $month } naar { $metric } en stopt het programma als de voorsprong op niets doen kleiner is dan { $least }. Het brengt gemiddeld { $value } op en stopt { $share } van de programma's; met dit beslismoment is het programma { $npv } waard.
gate-none = Geen enkel beslismoment is iets waard: in elke maand die bekeken is, is doorgaan naar verwachting meer waard dan stoppen, wat de cijfers ook laten zien.
gate-unsure = Dat is niet van nul te onderscheiden: de waarde ligt binnen twee keer de standaardfout van nul.
gate-not-begin = Ook dan kost het programma gemiddeld geld: begin er zo niet aan.
gate-stop-all = Het programma na maand { $month } beëindigen, wat het ook laat zien, zou { $value } opleveren: wat daarna gepland is, verdient zich binnen de horizon niet terug.
gate-none-helps = Geen beslismoment helpt: wat de cijfers na deze maanden ook laten zien, ze zeggen niet goed genoeg welke programma's moeten stoppen.
gate-paste = In het scenario:
gate-own = Het beslismoment dat de case al heeft (maand { $month }, { $metric }, ten minste { $least }) brengt { $value } op en stopt { $share }.
gate-own-unsure = Het beslismoment dat de case al heeft (maand { $month }, { $metric }, ten minste { $least }) brengt { $value } op en stopt { $share }: voor zover te zien niet meer en niet minder dan niets.
gate-all-three = Een bestuur dat in die maand alle drie de cijfers samen leest, en stopt waar een regressie dat zegt, krijgt { $value }. Een bestuur dat wist hoe elk programma afloopt, zou { $perfect } krijgen; geen beslismoment in die maand is meer waard.
gate-judged = Het stopt { $caught } van de programma's die beter gestopt kunnen worden, en { $wrong } van de programma's die beter door kunnen gaan.
gate-caught = Het stopt { $caught } van de programma's die beter gestopt kunnen worden; geen enkel programma kan beter doorgaan.
gate-outcome-title = Wie het stopt
gate-outcome-share = van alle
gate-outcome-stopped = { $errors ->
    [no] gestopt
   *[yes] gestopt ± st.fout
}
gate-outcome-gain = { $errors ->
    [no] dat brengt op
   *[yes] dat brengt op ± st.fout
}
gate-months-title = Per maand, op { $metric }
gate-months-least = ten minste
gate-months-value = { $errors ->
    [no] waarde
   *[yes] waarde ± st.fout
}
gate-months-stopped = gestopt
gate-months-all = { $errors ->
    [no] alle drie
   *[yes] alle drie ± st.fout
}
gate-months-perfect = volmaakt
gate-never = –
gate-note = Drempels, en welk beslismoment het beste is, zijn gekozen op { $trials } andere simulaties met regressie en gewaardeerd op deze, zodat de keuze geen waarde te mooi voorstelt. Elke simulatie is twee keer doorgerekend: doorgaan en stoppen. Alle drie: een bestuur dat de drie cijfers samen leest; volmaakt: een bestuur dat weet hoe elk programma afloopt. De cijfers komen uit een enquête met { $answers } antwoorden in elke groep, met de meetfout die daarbij hoort; een drempel is 0 of ten minste de helft van de standaarddeviatie ervan, in hele punten of procenten tot 1.000 antwoorden en in tienden daarboven. Vlak voor de horizon lijkt stoppen goed waar de opbrengst pas later was gekomen.
gate-share = { $points } procentpunt
gate-points = { $points ->
    [one] { $points } punt
   *[other] { $points } punten
}
gate-figure-title = { $case }: kijk na maand { $month } naar { $metric }, { $value } waard
gate-figure-subtitle = Wat het beste beslismoment van elke maand gemiddeld meer opbrengt dan geen, naar waar het op let, met het 95%-interval
gate-figure-axis = Waarde van het beslismoment ({ $currency })
gate-figure-x = Maand waarna het bestuur kijkt
gate-figure-all = alle drie samen
gate-regions-title = { $case }, maand { $month }: onder { $least } bij { $metric } is stoppen meer waard
gate-regions-title-none = { $case }, maand { $month }: waar te stoppen en waar door te gaan
gate-regions-subtitle = Voorsprong op niets doen in { $shown } van de simulaties; de ondergrond is wat een regressie op beide cijfers zegt
gate-regions-axis = { $metric }: voorsprong op niets doen (procentpunt)
gate-regions-axis-points = { $metric }: voorsprong op niets doen (punten)
gate-regions-stop = stoppen
gate-regions-go = doorgaan
gate-regions-better-stopped = beter gestopt
gate-regions-better-gone = beter doorgegaan
gate-regions-threshold = het beslismoment
