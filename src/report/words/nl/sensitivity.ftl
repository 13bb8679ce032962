# `delight sensitivity`: what drives the result.

sens-none = Niets in deze case is onzeker.
sens-no-spread = De netto contante waarde is in elk van deze simulaties { $npv }: niets wat getrokken is bracht haar in beweging, dus valt er niets te verklaren.
sens-first = De mediaan beweegt het meest met { $name }: van P10 ({ $low }) naar P90 ({ $high }) gaat de mediane netto contante waarde van { $from } naar { $to }.
sens-first-bundle = De mediaan beweegt het meest met { $name }: met alle { $inputs } aannames daarachter op hun P10 is de mediane netto contante waarde { $from }, met alle op hun P90 { $to }.
sens-members = samen, alle op { $low } tot alle op { $high }; { $grade }: { $inputs }
sens-share = De spreiding wordt het meest verklaard door { $name }: { $share } van de variantie. Was dit precies bekend, dan daalde de standaardafwijking van { $sd } naar { $left }.
sens-tornado = Eén aanname tegelijk: mediane NCW
sens-at-p10 = bij P10
sens-at-p90 = bij P90
sens-swing = { $errors ->
    [no] uitslag
   *[yes] uitslag ± standaardfout
}
sens-range = { $low } tot { $high }; { $grade }; { $path }
sens-tornado-note = Alleen deze aanname wordt vastgezet, alle andere blijven zoals ze getrokken zijn; { $trials } simulaties aan elk uiteinde.
sens-shares = Deel van de variantie (95%-interval)
sens-drawn = alleen, zoals getrokken
sens-total = met wisselwerkingen
sens-group-first = alleen
sens-shares-note = Alleen: wat kennis ervan gemiddeld zou wegnemen, uit de simulaties zelf. Met wisselwerkingen: totale Sobol-index, { $trials } simulaties per reeks, bootstrap-intervallen.
sens-correlated = ~ hangt samen met andere: de delen alleen overlappen en kunnen groter zijn dan die met wisselwerkingen, die alleen tellen wat een aanname aan haar partners toevoegt.
sens-links = Per schakel van de keten
sens-grades = Naar bewijsgraad
tornado-title = { $case }: de mediaan beweegt het meest met { $name }
tornado-subtitle = Mediane netto contante waarde met één aanname op P10 (licht) en P90 (donker), alle andere zoals getrokken
tornado-axis = Mediane netto contante waarde ({ $currency })
shares-title = { $case }: { $share } van de variantie komt door { $name }
shares-subtitle = Deel van de variantie van de netto contante waarde dat kennis van een aanname zou wegnemen, met het 95%-interval; ring: met alle wisselwerkingen
shares-axis = Deel van de variantie
shares-label = { $alone }, in totaal { $total }
