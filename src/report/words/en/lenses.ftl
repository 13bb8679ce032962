# The case through three lenses, and what a unit of effect costs.

lenses-title = Through other lenses
lenses-npv = NPV
lenses-loss = loss
lenses-revenue = revenue
lenses-medians = medians
lenses-belief = What is published lies { $distance } from the calibrated lens; { $share } of that comes from inputs of evidence grade D: it is belief, not fact. The authors' claims lie { $claimed } away.
lenses-agree = The lenses agree: the case has numbers of its own wherever they differ.
lenses-matter-little = What customers do, through any lens, hardly moves this case: its benefit lies elsewhere.
lenses-mean = mean
lenses-score = score
lenses-connected = connected
lenses-slopes = slopes
lenses-what = { $lens }: { $title }.
lenses-only-winners = By the authors' claims revenue in year 5 rises by more than a tenth. Only winners of an award, chosen for their success, reported more; published slopes are about a seventh, and capacity stops the rest.
lenses-distance = What is published lies { $distance } from the calibrated lens, the authors' claims { $claimed }.
lens-calibrated = calibrated
lens-title-calibrated = published results, corrected for who gets published and for cause
lens-title-literature = as published
lens-title-authors = the authors' claims as printed
lens-literature = literature
lens-authors = authors

effectiveness-connected = Cost per extra connected customer
effectiveness-point = Gain of the mean score, 0–10
effectiveness-score = { $gain } points for { $cost }; net of what it saves for { $net }
effectiveness-cost = { $cost } per customer in the last twelve months; net of what it saves { $net }
effectiveness-none = none: on average there is no gain

presets-heads-preset = Preset
presets-heads-customers = customers
presets-heads-revenue = revenue each
presets-heads-employees = employees
presets-heads-churn = churn
presets-heads-score = score
presets-heads-contact = contact
presets-public = public
presets-contact-note = contact: how much of the bond is made in service contacts, 0 to 1. Start with: delight new my-case.toml --preset NAME
presets-replace-note = Every number of a preset is a stand-in for your own; delight check lists them with source and grade.
