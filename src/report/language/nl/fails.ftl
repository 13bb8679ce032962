# Waar een case geld verliest, en de mildste verschuiving die haar omdraait: `delight fails`.

fails-now = In { $loss } van de simulaties verliest zij geld.
fails-never = In geen enkele simulatie verliest zij geld.
fails-always = In geen enkele simulatie levert zij iets op.
fails-loses = Zij verliest geld in { $density } van de simulaties waarin { $where }; dat is { $coverage } van alle verliezende simulaties.
fails-pays = Zij levert op in { $density } van de simulaties waarin { $where }; dat is { $coverage } van alle simulaties die opleveren.
fails-loses-nowhere = Geen grenzen aan hoogstens vier aannames onderscheiden verliezende simulaties van de andere.
fails-pays-nowhere = Geen grenzen aan hoogstens vier aannames onderscheiden simulaties die opleveren van de andere.
fails-below = { $name } hoogstens { $x } is
fails-above = { $name } ten minste { $x } is
fails-between = { $name } van { $x } tot { $y } ligt
fails-among = de uitvoering { $outcomes } is
fails-or = { $before } of { $last }

# De tabel van een gebied
fails-loses-title = Waar zij geld verliest
fails-pays-title = Waar zij oplevert
fails-column-limit = grens
fails-column-range = P1 … P99
fails-column-mass = simulaties
fails-column-without = deel zonder ± sf
fails-column-chance = quasi-p
fails-chance-tiny = < 0,001
fails-note = Gevonden in een reeks van { $trials } simulaties, geteld in een andere. Simulaties: deel binnen deze grens. Zonder: deel dat verliest (oplevert) als deze grens vervalt. Quasi-p: kans op evenveel daarvan als de grens niets zei.

# De stresstest
stress-held = Met uitvoering { $delivery } en elke andere aanname op haar mediaan is zij { $npv } waard.
stress-held-flows = Met elke aanname op haar mediaan is zij { $npv } waard.
stress-loses = De mildste verschuiving van alle aannames samen waarmee zij verliest, ligt { $distance } standaardafwijkingen daarvandaan: in eerste orde een kans van { $chance }. In { $share } van de simulaties met deze uitvoering verliest zij.
stress-pays = De mildste verschuiving van alle aannames samen waarmee zij oplevert, ligt { $distance } standaardafwijkingen daarvandaan: in eerste orde een kans van { $chance }. In { $share } van de simulaties met deze uitvoering levert zij op.
stress-never-loses = Geen verschuiving binnen zes standaardafwijkingen doet haar verliezen.
stress-never-pays = Geen verschuiving binnen zes standaardafwijkingen doet haar opleveren.
stress-title = Op het omslagpunt
stress-column-there = staat op
stress-column-median = mediaan
stress-column-percentile = percentiel
stress-column-share = deel van de verschuiving
stress-others = { $count } andere aannames verschuiven ook, geen meer dan { $score } standaardafwijkingen. Percentiel: deel van de eigen trekkingen onder die waarde.

# Figuren
fails-figure-loses = { $case }: verlies in { $density } van dit gebied, met { $coverage } van alle verliezende simulaties
fails-figure-pays = { $case }: winst in { $density } van dit gebied, met { $coverage } van alle simulaties die opleveren
fails-figure-subtitle = Elke balk loopt van P1 tot P99 van de aanname; het gemarkeerde deel ligt in het gebied, alle grenzen samen
stress-figure-loses = { $case }: een verschuiving van { $distance } standaardafwijkingen leidt tot verlies
stress-figure-pays = { $case }: een verschuiving van { $distance } standaardafwijkingen leidt tot winst
stress-figure-subtitle = Waar elke aanname tussen haar eigen trekkingen staat op het mildste omslagpunt; de lijn is de mediaan
stress-figure-axis = Percentiel van de eigen trekkingen
