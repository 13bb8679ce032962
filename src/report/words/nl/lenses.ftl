# De businesscase door drie brillen, en wat een eenheid effect kost.

lenses-title = Door andere ogen
lenses-npv = NCW
lenses-loss = verlies
lenses-revenue = omzet
lenses-medians = medianen
lenses-belief = Wat gepubliceerd is ligt { $distance } van de gekalibreerde bril; { $share } daarvan hangt aan aannames met bewijsgraad D: dat is geloof, geen feit. De claims van de auteurs liggen { $claimed } verder.
lenses-agree = De brillen zijn het eens: overal waar zij verschillen heeft de businesscase eigen cijfers.
lenses-matter-little = Wat klanten doen verandert deze businesscase door geen enkele bril veel: de baten liggen elders.
lenses-mean = gemiddeld
lenses-score = cijfer
lenses-connected = verbonden
lenses-slopes = hellingen
lenses-what = { $lens }: { $title }.
lenses-only-winners = Volgens de claims van de auteurs stijgt de omzet in jaar 5 met meer dan een tiende. Alleen winnaars van een prijs, gekozen om hun succes, meldden meer; gepubliceerde hellingen zijn ongeveer een zevende, en de capaciteit houdt de rest tegen.
lenses-distance = Wat gepubliceerd is ligt { $distance } van de gekalibreerde bril, de claims van de auteurs { $claimed }.
lens-calibrated = gekalibreerd
lens-title-calibrated = gepubliceerde uitkomsten, gecorrigeerd voor wie gepubliceerd wordt en voor oorzaak
lens-title-literature = zoals gepubliceerd
lens-title-authors = de claims van de auteurs zoals gedrukt
lens-literature = literatuur
lens-authors = auteurs

effectiveness-connected = Kosten per extra verbonden klant
effectiveness-point = Stijging van het rapportcijfer, 0–10
effectiveness-score = { $gain } punten voor { $cost }; na aftrek van besparingen voor { $net }
effectiveness-cost = { $cost } per klant in de laatste twaalf maanden; na aftrek van besparingen { $net }
effectiveness-none = geen: gemiddeld is er geen winst

presets-heads-preset = Sector
presets-heads-customers = klanten
presets-heads-revenue = omzet per stuk
presets-heads-employees = medewerkers
presets-heads-churn = verloop
presets-heads-score = cijfer
presets-heads-contact = contact
presets-public = publiek
presets-contact-note = contact: welk deel van de band in servicecontacten ontstaat, 0 tot 1. Begin met: delight new mijn-case.toml --preset NAAM
presets-replace-note = Elk getal van een sector staat in de plaats van uw eigen cijfers; delight check toont ze met bron en bewijsgraad.
