# Titels, assen en bijschriften van figuren.

figure-trials = { $trials ->
    [one] Doorrekening van { $trials } simulatie ({ $sampling }, seed { $seed }).
   *[other] Doorrekening van { $trials } simulaties ({ $sampling }, seed { $seed }).
}
figure-chain = Met het programma, vergeleken met niets doen.
figure-flows = Kasstromen van een project.
figure-month = Maand van het programma

# Wat figuren zelf schrijven
label-mean = gemiddelde
label-no-data = geen gegevens
label-pays-back = mediaan terugverdiend in maand { $month }
label-lowest = mediaan op zijn laagst: { $amount }, maand { $month }
label-lowest-first = mediaan op zijn laagste maandeinde: { $amount }, maand 1; maximaal kapitaalbeslag { $funding }
label-year = jaar { $year }
label-loss = verlieskans { $share }

# Rendement op de investering
roi-axis = Rendement op de investering (ROI)
roi-title-gain = { $case }: het mediane rendement is { $roi } na { $months } maanden
roi-title-loss = { $case }: in de mediaan komt { $lost } van het geld niet terug
roi-title-ruin = { $case }: in de mediaan gaat al het geld verloren, en meer
roi-subtitle = Cumulatief contant rendement op de investering vóór belasting; de banden bevatten 50% en 90% van de simulaties
roi-told = Rendement op de investering per maand. Aan het eind is de mediaan { $roi }; negen van de tien simulaties liggen tussen { $low } en { $high }.

# Cumulatieve kasstroom
cash-axis = Cumulatieve kasstroom ({ $currency })
cash-title-payback = { $case }: de helft van de simulaties heeft zich uiterlijk in maand { $month } terugverdiend
cash-title-never = { $case }: { $never } van de simulaties verdient zich nooit terug
cash-subtitle = Cumulatieve kasstroom na belasting, niet contant gemaakt; de banden bevatten 50% en 90% van de simulaties
cash-told = Cumulatieve kasstroom per maand. De mediaan van het diepste punt is { $amount }; { $never } van de simulaties verdient zich nooit terug.

# Netto contante waarde
npv-axis = Netto contante waarde ({ $currency })
npv-share = Aandeel van de simulaties
npv-title-loss = { $case }: { $loss } van de simulaties is verliesgevend
npv-title-sure = { $case }: geen enkele simulatie is verliesgevend
npv-subtitle = Netto contante waarde over { $months } maanden: aandeel van de simulaties per klasse
npv-told = Verdeling van de netto contante waarde. Mediaan { $median }, negen van de tien simulaties van { $low } tot { $high }, kans op verlies { $loss }.

# Verschillende cases
comparison-title = { $case } heeft het hoogste mediane rendement: { $roi }
comparison-title-loss = In de mediaan verliest elke case; { $case } het minst: rendement { $roi }
comparison-title-none = Rendement op de investering
comparison-subtitle = Cumulatief contant rendement op de investering per maand: mediaan en middelste helft van de simulaties
comparison-first = De eerste { $shown } van { $all } cases.
comparison-told = { $case }: mediaan rendement { $roi }
