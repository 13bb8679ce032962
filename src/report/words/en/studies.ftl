# What the studies of a case share: names of inputs, links, standings, and their headings.

judged-by-run-off = Judged by the value with run-off: the programme ends at the horizon, and its effects fade in the months after it.

decide-survey = what the survey of the gate reads amiss
decide-horizon = horizon
decide-luck = the luck of delivery
decide-luck-good = good luck
decide-luck-bad = bad luck
decide-market-year = shock to the market in year { $year }
decide-maturity-now = maturity today: { $element }
decide-maturity-target = maturity aimed at: { $element }
decide-element-start = month after which work begins: { $element }
bundle-reach = how far the programme reaches the customer
decide-bundle = { $first } and { $others } that go with it
decide-members = together: { $inputs }
decide-bundled = Inputs that go together (rank correlation of 0.8 or more) are one row: set together, and known together.
decide-cost = cost: { $cost }
decide-flow-amount = { $flow }: amount
decide-flow-growth = { $flow }: growth
decide-more = { $count ->
    [one] { $count } more input is in the JSON.
   *[other] { $count } more inputs are in the JSON.
}
decide-not-studied = { $count ->
    [one] { $count } more input explains at most { $share } of the variance and was left out, for the sake of time.
   *[other] { $count } more inputs explain at most { $share } of the variance each and were left out, for the sake of time.
}
decide-inputs = inputs
decide-written = Figures and { $file }: { $folder }
decide-written-report = Figures, { $file } and a section in report.html: { $folder }
decide-written-outdated = Figures and { $file }: { $folder }. The report there tells of another state of this case: to have both agree, run the case again.
figures-undrawn = The fonts of the figures lack these letters: { $letters }. PNG files show a box for each; SVG files and the report show them.
outdated-studies = Studies of an earlier state of this case, or of another version of the program, are left out: { $names }. Run their commands again.

# Links of the effect chain
link-excellence = service excellence and delivery
link-employees = employees and partners
link-experience = experience
link-connection = connection
link-loyalty = loyalty and causality
link-advocacy = advocacy
link-revenue = revenue, service costs, market
link-value = programme costs and finance

# How well a number is known
standing-A = grade A
standing-B = grade B
standing-C = grade C
standing-D = grade D
standing-ungraded = own figures, no grade
standing-chance = chance, cannot be known

# Headings of the studies in the report
study-diff = What changed, and what it brings
study-sensitivity = What drives the result, in depth
study-breakeven = What would have to be true, input by input
study-sweep = How much of it
study-gate = When to stop
study-improve = What makes it pay
study-optimise = How to spread the money
study-track = What has come of it so far
study-voi = What to measure first
study-fails = Where it loses money, and what turns it
study-assess = How mature it is today, and where to begin
study-audit = What a reviewer would ask
study-compare = Against its rivals
study-portfolio = Which projects to fund together
