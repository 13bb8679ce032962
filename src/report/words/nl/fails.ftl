# Waar een case geld verliest, en de mildste verschuiving die haar omdraait: `delight fails`.

fails-now = In { $loss } van de simulaties verliest de case geld.
fails-no-spread = De netto contante waarde is in elk van deze simulaties dezelfde: niets wat getrokken is bracht haar in beweging, dus is geen deel van de aannames beter of slechter dan een ander.
fails-never = In geen enkele simulatie verliest de case geld.
fails-always = In geen enkele simulatie levert de case iets op.
fails-loses = De case verliest geld in { $density } van de simulaties met { $where }; dat is { $coverage } van alle verliezende simulaties.
fails-pays = De case levert geld op in { $density } van de simulaties met { $where }; dat is { $coverage } van alle simulaties die geld opleveren.
fails-loses-nearly = De case verliest bijna overal; geen gebied van verlies zegt meer.
fails-pays-nearly = De case levert bijna overal geld op; geen gebied van winst zegt meer.
fails-loses-nowhere = Geen grenzen aan hoogstens vier aannames onderscheiden verliezende simulaties van de andere.
fails-pays-nowhere = Geen grenzen aan hoogstens vier aannames onderscheiden simulaties die opleveren van de andere.
fails-below = { $name } van hoogstens { $x }
fails-above = { $name } van ten minste { $x }
fails-between = { $name } tussen { $x } en { $y }
fails-among = uitvoering { $outcomes }
fails-or = { $before } of { $last }

# De tabel van een gebied
fails-loses-title = Waar de case geld verliest
fails-pays-title = Waar de case geld oplevert
fails-column-limit = grens
fails-range = P1 tot P99: { $low } tot { $high }; { $mass } van alle simulaties ligt binnen de grens
fails-mass = { $mass } van alle simulaties ligt binnen de grens
fails-column-without = { $errors ->
    [no] deel zonder
   *[yes] deel zonder ± sf
}
fails-column-chance = quasi-p
fails-chance-tiny = < 0,001
fails-note = Gevonden in een reeks van { $trials } simulaties, geteld in een andere. Zonder: deel dat verliest (oplevert) als deze grens vervalt. Quasi-p: kans op evenveel daarvan als de grens niets zei.

# De stresstest
stress-held = Met uitvoering ‘{ $delivery }’ en elke andere aanname op haar mediaan is zij { $npv } waard.
stress-held-flows = Met elke aanname op haar mediaan is zij { $npv } waard.
stress-loses = De mildste verschuiving van alle aannames samen waarmee zij verliest, ligt { $distance } standaardafwijkingen daarvandaan: in eerste orde een kans van { $chance }. In { $share } van de simulaties met deze uitvoering verliest zij.
stress-pays = De mildste verschuiving van alle aannames samen waarmee zij oplevert, ligt { $distance } standaardafwijkingen daarvandaan: in eerste orde een kans van { $chance }. In { $share } van de simulaties met deze uitvoering levert zij op.
stress-never-loses = Geen verschuiving binnen zes standaardafwijkingen doet haar verliezen.
stress-never-pays = Geen verschuiving binnen zes standaardafwijkingen doet haar opleveren.
stress-title = Op het omslagpunt
stress-column-there = staat op
stress-column-median = mediaan
stress-column-percentile = percentiel
stress-column-share = aandeel
stress-others = { $count ->
    [one] { $count } andere aanname verschuift ook, niet meer dan { $score } standaardafwijkingen.
   *[other] { $count } andere aannames verschuiven ook, geen meer dan { $score } standaardafwijkingen.
}
stress-note = Percentiel: deel van de eigen trekkingen onder die waarde. Aandeel: deel van de verandering van de waarde dat de aanname daar draagt.

# Figuren
fails-figure-both = { $case }: winst in { $pays } van het blauwe gebied, verlies in { $loses } van het oranje
fails-figure-both-held = Balken lopen van P1 tot P99 van elke aanname; grenzen van één kleur gelden samen. Blauw bevat { $paying } van alle simulaties die opleveren, oranje { $losing } van alle verliezende
fails-figure-loses = { $case }: verlies in { $loses } van dit gebied
fails-figure-loses-held = Balken lopen van P1 tot P99 van elke aanname; alle grenzen gelden samen. Het gebied bevat { $losing } van alle verliezende simulaties
fails-figure-pays = { $case }: winst in { $pays } van dit gebied
fails-figure-pays-held = Balken lopen van P1 tot P99 van elke aanname; alle grenzen gelden samen. Het gebied bevat { $paying } van alle simulaties die opleveren
stress-figure-loses = { $case }: een verschuiving van { $distance } standaardafwijkingen leidt tot verlies
stress-figure-pays = { $case }: een verschuiving van { $distance } standaardafwijkingen leidt tot winst
stress-figure-subtitle = Waar elke aanname tussen haar eigen trekkingen staat op het mildste omslagpunt; de lijn is de mediaan
stress-figure-axis = Percentiel van de eigen trekkingen
