# The answer on one screen: `delight run`.

run-span = { $trials ->
    [one] { $months } months, { $trials } trial ({ $sampling }, seed { $seed })
   *[other] { $months } months, { $trials } trials ({ $sampling }, seed { $seed })
}
run-written = Workbook, figures and summary.json: { $folder }

# How draws are spread
sampling-sobol = sobol
sampling-lhs = lhs
sampling-random = random

answer-creates = In the median trial this investment creates { $size } of value over { $months } months; { $loss }.
answer-destroys = In the median trial this investment destroys { $size } of value over { $months } months; { $loss }.
answer-even = In the median trial this investment breaks even over { $months } months; { $loss }.
answer-mean-gains = The usual trial loses, the average one gains { $mean }, because a few gain much.
answer-mean-loses = The usual trial gains, the average one loses { $mean }, because a few lose much.
answer-run-off-creates = With { $months } months more in which the programme has ended and its effects fade, the median trial creates { $size }; { $loss }.
answer-run-off-destroys = With { $months } months more in which the programme has ended and its effects fade, the median trial destroys { $size }; { $loss }.
answer-run-off-even = With { $months } months more in which the programme has ended and its effects fade, the median trial breaks even; { $loss }.
answer-run-off-mean-gains = With run-off the usual trial loses, the average one gains { $mean }, because a few gain much.
answer-run-off-mean-loses = With run-off the usual trial gains, the average one loses { $mean }, because a few lose much.
answer-no-spread = It is worth the same in every trial: nothing uncertain moves it.
answer-alike = It is worth the same in each of these trials.
answer-band-loses = Nine in ten trials end between { $low } and { $high }; the worst one in twenty loses { $tail } on average.
answer-band-brings = Nine in ten trials end between { $low } and { $high }; the worst one in twenty still brings { $tail } on average.
answer-band-even = Nine in ten trials end between { $low } and { $high }; the worst one in twenty breaks even on average.
answer-full-creates = Delivered in full, as in { $share } of the trials, it creates { $size } in the median trial.
answer-full-destroys = Delivered in full, as in { $share } of the trials, it still destroys { $size } in the median trial.
answer-full-even = Delivered in full, as in { $share } of the trials, it breaks even in the median trial.

# How probable a loss is; the end of the first sentence of the answer.
loss-always = it loses money in every trial
loss-almost-certain = it almost certainly loses money ({ $share })
loss-very-probable = it probably loses money ({ $share })
loss-more-likely = it is more likely than not ({ $share }) to lose money
loss-as-likely = it is as likely as not ({ $share }) to lose money
loss-less-likely = it is less likely than not ({ $share }) to lose money
loss-rare = it is unlikely to lose money ({ $share })
loss-hardly-ever = it hardly ever loses money ({ $share })
loss-never = no trial loses money
loss-under = under 1%
loss-over = over 99%
loss-nothing-varies = no question: nothing varies
loss-over-costs = { $low } to { $high } with costs × { $cheap } to × { $dear }
loss-of-outcome = { $outcome } { $share }
outcome-none = not delivered
outcome-partial = in part
outcome-full = in full

# What it is worth
median = median
column-mean = mean ± standard error
value-title = What it is worth
value-npv = Net present value
value-npv-run-off = … with run-off, { $months } months
value-run-off-others = Forrester's TEI counts three years and no terminal value, for effects that come at once; return on quality and customer lifetime value count the life of the customer. Run-off stands between: the programme ends, its effects fade.
value-roi = ROI before tax
value-roi-where-paid = ROI before tax, where paid
value-irr = IRR a year, in { $share }
value-loan = Price of the loan a year, in { $share }
value-benefit = Benefit before tax, PV
value-cost = Cost before tax, PV
value-funding = Peak funding
value-equity = Customer equity
value-equity-note = mean at the horizon; not part of the above
value-loss = Probability of a loss
value-loss-split = … by what is delivered
value-loss-run-off = … with run-off
value-shortfall = Expected shortfall
value-shortfall-note = mean of the worst 5% of the trials
value-payback = Payback
value-payback-median = { $month } in the median; never in { $never } of the trials
value-payback-late = not in the median; never in { $never } of the trials
value-irr-missing = IRR missing
value-irr-missing-note = none in { $none }, several in { $several } of the trials
value-irr-missing-loan-note = none in { $none }, several in { $several }, the price of a loan in { $loan } of the trials: there money comes first and is paid back later

# By the fate of the programme
delivery-title = If it is delivered
delivery-chance = chance
delivery-npv = NPV median
delivery-loss = loss
delivery-roi = ROI
delivery-full = in full
delivery-partial = in part, then fading
delivery-harmful = harmfully, then fading
delivery-none = not at all

# The value bridge
bridge-title = Where the benefit comes from
bridge-note = mean present value before tax
bridge-together = together
piece-loyalty = customers who stay
piece-advocacy = customers who come
piece-spend = customers who spend more
piece-price = prices they accept
piece-cost_to_serve = cost to serve
piece-people = turnover and absence
piece-social = social value

# Indicators of the chain
chain-title = The chain, last 12 months
chain-without = without
chain-with = with
chain-change = change
chain-note = medians
kpi-customers = customers
kpi-connected = connected customers
kpi-nps = NPS
kpi-promoters = promoters
kpi-passives = passives
kpi-detractors = detractors
kpi-rating = mean score, 0–10
kpi-engaged = engaged employees
kpi-turnover = staff turnover a year
kpi-revenue = revenue

# Remarks
plausible-title = Is that plausible?
plausible-revenue = Delivered in full, revenue in year 5 is { $middle } in the median (P10 { $low }, P90 { $high }); { $verdict }
plausible-revenue-plausible = a cautious reading of the evidence expects { $low }, { $middle }, { $high }.
plausible-revenue-low = even a cautious reading of the evidence expects { $middle }: is something missing?
plausible-revenue-high = more than a cautious reading expects ({ $middle }), but within reported successes ({ $from }–{ $to }).
plausible-revenue-implausible = nothing above { $to } at P90 is documented: something is counted twice.
plausible-rating = Delivered in full, the mean score changes by { $change } points in the median; { $verdict }
plausible-rating-seen = up to { $bound } has been seen in Dutch series.
plausible-rating-unseen = above { $bound } is rare: unseen in Dutch series; abroad only recoveries from a crisis (Sprint, Maersk Line).
notes-title = Notes

# Several cases side by side
side-title = Side by side
side-npv = NPV
side-loss = loss
side-roi = ROI
side-payback = payback
side-funding = funding
side-never = never
