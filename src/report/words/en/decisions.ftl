# What a decision takes: `delight sensitivity`, `breakeven`, `sweep`, `voi`.

decide-luck = the luck of delivery
decide-luck-good = good luck
decide-luck-bad = bad luck
decide-market-year = shock to the market in year { $year }
decide-maturity-now = maturity today: { $element }
decide-maturity-target = maturity aimed at: { $element }
decide-element-start = month after which work begins: { $element }
decide-cost = cost: { $cost }
decide-flow-amount = { $flow }: amount
decide-flow-growth = { $flow }: growth
decide-more = { $count } more inputs are in the JSON.
decide-inputs = inputs
decide-written = Figures and { $file }: { $folder }
decide-written-report = Figures, { $file } and a section in report.html: { $folder }
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

# Sensitivity
sens-none = Nothing in this case is uncertain.
sens-first = What moves the median most is { $name }: from its P10 ({ $low }) to its P90 ({ $high }) the median net present value goes from { $from } to { $to }.
sens-share = What explains most of the spread is { $name }: { $share } of the variance. Were it known exactly, the standard deviation would fall from { $sd } to { $left }.
sens-tornado = One input at a time: median NPV
sens-at-p10 = at its P10
sens-at-p90 = at its P90
sens-swing = swing ± se
sens-range = { $low } to { $high }; { $grade }; { $path }
sens-tornado-note = The input alone is set, all others stay as they were drawn; { $trials } trials at each end.
sens-shares = Share of the variance (95% interval)
sens-drawn = alone, as drawn
sens-total = with interactions
sens-group-first = alone
sens-shares-note = Alone: what knowing it would take away on average, from the sample as drawn. With interactions: total Sobol' index, { $trials } trials a run, bootstrap intervals.
sens-correlated = ~ is correlated with others: shares alone overlap and may exceed those with interactions, which count only what it adds to its partners.
sens-links = By link of the chain
sens-grades = By grade of the evidence

tornado-title = { $case }: { $name } moves the median most
tornado-subtitle = Median net present value with one input at its P10 (light) and its P90 (dark), all others as drawn
tornado-axis = Median net present value ({ $currency })
shares-title = { $case }: { $name } accounts for { $share } of the variance
shares-subtitle = Share of the variance of the net present value that knowing an input would take away, with its 95% interval; ring: with all its interactions
shares-axis = Share of the variance
shares-label = { $alone }, in all { $total }

# Break-even
even-now = As things stand, the median net present value is { $npv }, and the probability of a loss is { $loss }.
even-target-median = What would have to be true for a median net present value of at least zero:
even-target-loss = What would have to be true for a probability of a loss of at most { $share }:
even-from = Break-even needs { $name } of at least { $x } (its median is { $p50 }, P90 { $p90 }); under its own prior that happens in { $chance } of the trials.
even-to = Break-even needs { $name } of at most { $x } (its median is { $p50 }, P10 { $p10 }); under its own prior that happens in { $chance } of the trials.
even-ranges = Break-even needs { $name } in { $ranges } (its median is { $p50 }); under its own prior that happens in { $chance } of the trials.
even-none = none
even-title = One input at a time
even-needs = needs ± se
even-prior = P10 … P90
even-chance = chance ± se
even-note = The input alone is set, all others stay as they were drawn. Chance: share of the trials in which it lies there.
even-never = { $count } inputs: no value tried is enough by itself.
even-always = { $count } inputs: whatever their value, it still breaks even.

map-title = { $case }: break-even in { $share } of the map of { $x } and { $y }
map-title-never = { $case }: no pair of { $x } and { $y } shown breaks even
map-title-always = { $case }: every pair of { $x } and { $y } shown breaks even
map-subtitle-median = Median net present value: blue creates value, orange destroys it, the line is break-even; cross: P10 to P90 of both
map-subtitle-loss = Median net present value in colours; on the line the probability of a loss is { $share }; cross: P10 to P90 of both
map-spot = today's medians

# Sweep
sweep-npv = Value
sweep-best = By mean net present value, { $x } ({ $name }) is best, worth { $npv } on average.
sweep-end = By mean net present value, { $x } ({ $name }) is best, worth { $npv } on average. That is the end of the range: the best may lie beyond it.
sweep-flat = Anywhere from { $from } to { $to } costs at most a tenth of that, { $cost }.
sweep-of = { $name }; { $path }. ROI and the columns beside it are those of the median trial.
sweep-two-best = The highest median net present value, { $npv }, is at { $x } ({ $first }) and { $y } ({ $second }).
sweep-two-none = No value of the range gives a result.
curve-top = best { $x }; within a tenth of it from { $from } to { $to }
curve-top-sharp = best { $x }
curve-npv-title = { $case }: best at { $x }, worth { $npv } on average ({ $name })
curve-npv-subtitle = Net present value by value of the input; bands hold 50% and 90% of the trials
curve-npv-axis = Net present value ({ $currency })
curve-roi-title = { $case }: the median return is highest at { $x }, { $roi } ({ $name })
curve-roi-subtitle = Return on investment before tax over the whole horizon, where anything is paid; bands hold 50% and 90% of the trials

# Value of information
voi-option = { $option } is worth { $npv } on average, and is the best choice in { $share } of the trials.
voi-nothing = doing nothing
voi-best = On what is known today, the best choice on average is: { $option }.
voi-evpi = Knowing everything beforehand would be worth { $evpi } on average; no study of any kind is worth more.
voi-eviu-none = A spreadsheet of point values leads to the same choice, so leaving out the uncertainty costs nothing here.
voi-eviu = A spreadsheet of point values would choose: { $option }. Deciding with the uncertainty in view is worth { $eviu } more on average.
voi-first = Measure this first: { $name }. Knowing it exactly is worth at most { $evppi }.
voi-first-none = No single input can change the decision by itself: measuring one of them is worth nothing.
voi-pilot = A pilot at { $sites } sites for { $months } months that measures { $names } is worth { $evsi }; measuring it exactly would be worth { $evppi }.
voi-pilot-pays = It costs { $cost }; after that and the wait { $net } is left. It pays.
voi-pilot-costs = It costs { $cost }; after that and the wait { $net } is left. It does not pay.
voi-pilot-note = Assumed: one site's month is read with a standard deviation { $noise } times that of the prior, so that the pilot's error is { $error } times it. With half that noise its results are worth { $half }, with twice that { $double }.
voi-title = What knowing one input is worth
voi-worth = at most ± se
voi-links = What knowing a link is worth
voi-grades = What knowing a grade is worth
voi-worthless = { $count } inputs: knowing one of them alone changes no decision.
voi-chance = * cannot be measured beforehand.
voi-note = Decisions go by the mean net present value; doing nothing is always a choice. A group is never worth less than one of its inputs, and nothing is worth more than knowing all.
voi-figure-title = { $case }: measure { $name } first, worth at most { $evppi }
voi-figure-subtitle = What knowing an input exactly before the decision is worth on average, with its 95% interval; knowing everything is worth { $evpi }; light: cannot be measured
voi-figure-axis = Expected value of perfect information ({ $currency })

# Headings of the studies in the report
study-diff = What changed, and what it brings
study-sensitivity = What drives the result, in depth
study-breakeven = What would have to be true, input by input
study-sweep = How much of it
study-gate = When to stop
study-optimise = How to spread the money
study-voi = What to measure first
study-fails = Where it loses money, and what turns it
study-audit = What a reviewer would ask
