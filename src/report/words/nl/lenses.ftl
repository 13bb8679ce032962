# De businesscase door drie brillen, en wat een eenheid effect kost.

lenses-title = Door andere ogen
lenses-npv = NCW
lenses-loss = verlies
lenses-roi = ROI
lenses-revenue = omzet jaar 5
lenses-medians = medianen
lenses-belief = Tussen de gekalibreerde bril en de claims van de auteurs ligt { $distance }; { $share } daarvan hangt aan aannames met bewijsgraad D: dat is geloof, geen feit.
lenses-agree = De brillen zijn het eens: overal waar zij verschillen heeft de businesscase eigen cijfers.
lenses-matter-little = Wat klanten doen verandert deze businesscase door geen enkele bril veel: de baten liggen elders.
lens-calibrated = gekalibreerd
lens-literature = zoals gepubliceerd
lens-authors = claims van de auteurs

effectiveness-connected = Kosten per extra verbonden klant
effectiveness-point = Kosten per punt rapportcijfer
effectiveness-cost = { $cost }; na aftrek van besparingen { $net }
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
