# What the studies of a case share: names of inputs, links, standings, and their headings.

judged-by-run-off = Beoordeeld naar de waarde met uitloop: het programma eindigt op de horizon, en in de maanden daarna ebben de effecten weg.

decide-survey = wat de enquête van de beslispoort verkeerd afleest
decide-horizon = horizon
decide-luck = het geluk van de uitvoering
decide-luck-good = geluk
decide-luck-bad = pech
decide-market-year = schok in de markt in jaar { $year }
decide-maturity-now = volwassenheid nu: { $element }
decide-maturity-target = beoogde volwassenheid: { $element }
decide-element-start = maand waarna het werk begint: { $element }
bundle-reach = hoe ver het programma de klant bereikt
decide-bundle = { $first } en { $others } die ermee samengaan
decide-members = samen: { $inputs }
decide-bundled = Aannames die samengaan (rangcorrelatie van 0,8 of meer) vormen één regel: samen ingesteld en samen bekend.
decide-cost = kosten: { $cost }
decide-flow-amount = { $flow }: bedrag
decide-flow-growth = { $flow }: groei
decide-more = { $count ->
    [one] Nog { $count } aanname staat in de JSON.
   *[other] Nog { $count } aannames staan in de JSON.
}
decide-not-studied = { $count ->
    [one] Nog { $count } aanname verklaart hoogstens { $share } van de variantie en is weggelaten, om de tijd.
   *[other] Nog { $count } aannames verklaren elk hoogstens { $share } van de variantie en zijn weggelaten, om de tijd.
}
decide-inputs = aannames
decide-written = Figuren en { $file }: { $folder }
decide-written-report = Figuren, { $file } en een hoofdstuk in report.html: { $folder }
decide-written-outdated = Figuren en { $file }: { $folder }. Het rapport daar gaat over een andere stand van deze case: reken de case opnieuw door, dan kloppen beide met elkaar.
figures-undrawn = Het lettertype van de figuren mist deze tekens: { $letters }. PNG-bestanden tonen voor elk een blokje; SVG-bestanden en het rapport tonen ze wel.
outdated-studies = Onderzoeken van een eerdere stand van deze case, of van een andere versie van het programma, zijn weggelaten: { $names }. Voer hun opdrachten opnieuw uit.

# Schakels van de effectketen
link-excellence = excellente service en uitvoering
link-employees = medewerkers en partners
link-experience = beleving
link-connection = verbondenheid
link-loyalty = loyaliteit en oorzakelijkheid
link-advocacy = aanbeveling
link-revenue = omzet, servicekosten, markt
link-value = programmakosten en financiën

# Hoe goed een getal bekend is
standing-A = graad A
standing-B = graad B
standing-C = graad C
standing-D = graad D
standing-ungraded = eigen cijfers, zonder graad
standing-chance = toeval, niet te weten

# Koppen van de onderzoeken in het rapport
study-diff = Wat er veranderde, en wat dat oplevert
study-sensitivity = Wat de uitkomst bepaalt, in detail
study-breakeven = Wat er waar zou moeten zijn, per aanname
study-sweep = Hoeveel ervan
study-gate = Wanneer te stoppen
study-improve = Wat het rendabel maakt
study-optimise = Hoe het geld te verdelen
study-track = Wat er tot nu toe van terechtkomt
study-voi = Wat eerst te meten
study-fails = Waar het geld verliest, en wat het doet omslaan
study-assess = Hoe volwassen het nu is, en waar te beginnen
study-audit = Wat een beoordelaar zou vragen
study-compare = Tegenover de rivalen
study-portfolio = Welke projecten samen te kiezen
