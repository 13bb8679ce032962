# delight improve: wat het rendabel zou maken

lever-size = een andere omvang
lever-spread = een andere verdeling
lever-basics = eerst de basis
lever-gate = een beslismoment
improve-written = Zoals het er staat is de case gemiddeld { $npv } waard; in { $loss } van de simulaties is er verlies.
improve-pays = Met de veranderingen hieronder is hij gemiddeld { $npv } waard, { $gain } meer; in { $loss } van de simulaties is er verlies, en er is { $planned } gepland in plaats van { $before }.
improve-nearest = Niets van wat geprobeerd is maakt de case rendabel. Het dichtst erbij komt gemiddeld { $npv }, { $gain } meer dan zoals het er staat; in { $loss } van de simulaties is er verlies, en er is { $planned } gepland in plaats van { $before }.
improve-nothing = Niets van wat geprobeerd is maakt de case rendabel of meer waard.
improve-best-as-written = De case is rendabel zoals hij er staat; niets van wat geprobeerd is maakt hem meer waard.
improve-running = Hij zou quitte spelen als wat per maand, medewerker en klant gepland is, ten hoogste { $share } van het plan was.
improve-longer = Over { $months } maanden, terwijl het programma doorgaat, is dat gemiddeld { $npv }, { $gain } meer.
improve-title = Wat het rendabel maakt
improve-alone = { $errors ->
    [no] op zichzelf
   *[yes] op zichzelf ± sf
}
improve-on-top = { $errors ->
    [no] erbovenop
   *[yes] erbovenop ± sf
}
improve-taken = gekozen
improve-yes = ja
improve-no = nee
improve-changes = { $changes }
improve-note = Elke verandering is gezocht op { $search } andere simulaties en gewaardeerd op dezelfde { $trials } als de case; zij wordt gekozen als zij bovenop de eerdere meer dan twee standaardfouten oplevert. Een omvang onder een tiende van het programma is niets doen en wordt niet geprobeerd. Bij een andere verdeling kost elk element evenveel inspanning, volgens de omgekeerde dosis van het programma. Eerst de basis: leiderschap, processen en feedback beginnen zoals het er staat, de rest later. Een beslismoment wordt gelezen met een enquête van 1.000 antwoorden.
improve-as-written = zoals het er staat
improve-improved = verbeterd
improve-figure-title = { $case }: van { $from } zoals het er staat naar { $to }
improve-figure-subtitle = Gemiddelde netto contante waarde: wat elke verandering oplevert bovenop de eerdere, op dezelfde trekkingen
improve-file-head = Wat "{ $case }" gemiddeld { $to } waard zou maken in plaats van { $from }: gevonden met delight improve.
    Haal een regel weg en de case heeft weer wat zijn basis zegt.
improve-file-name = { $case }, verbeterd
improve-file-was = was { $from }; { $lever }: { $gain }
improve-file-new = { $lever }: { $gain }
improve-file-written = Verbeterde case: { $file } (probeer: delight run { $file })
