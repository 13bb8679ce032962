# The case through three lenses, and what a unit of effect costs.

lenses-title = Through other lenses
lenses-npv = NPV
lenses-loss = loss
lenses-roi = ROI
lenses-revenue = year-5 revenue
lenses-medians = medians
lenses-belief = The calibrated lens and the authors' claims lie { $distance } apart; { $share } of that comes from inputs of evidence grade D: it is belief, not fact.
lenses-agree = The lenses agree: the case has numbers of its own wherever they differ.
lenses-matter-little = What customers do, through any lens, hardly moves this case: its benefit lies elsewhere.
lens-calibrated = calibrated
lens-literature = as published
lens-authors = claims as printed

effectiveness-connected = Cost per extra connected customer
effectiveness-point = Cost per point of the mean score
effectiveness-cost = { $cost }; net of what it saves { $net }
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
