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

# The proposal
proposal-title = The proposal
proposal-scope = Proposed is service excellence for { $customers } customers and { $employees } employees, against a revenue of { $revenue } a year; it works on { $elements }.
proposal-scope-public = Proposed is service excellence for { $customers } customers and { $employees } employees; it works on { $elements }.
proposal-elements-all = all nine elements
proposal-elements-none = none of the nine elements
proposal-elements-many = { $count } of the nine elements
proposal-elements-some = { $names } ({ $count } of the nine elements)
proposal-money = Planned are { $start } at the start and { $year } a year until month { $month }: { $total } in all (today's prices, before overrun).
proposal-money-start = Planned are { $total }, all of it at the start (today's prices, before overrun).
proposal-money-running = Planned are { $year } a year until month { $month }: { $total } in all (today's prices, before overrun).
proposal-money-none = No money is planned.
proposal-share = That is { $share } of a year's revenue.
proposal-lines = It buys { $lines }.
proposal-more = { $count } lines more
proposal-events = What is delivered is paid for besides: { $lines }.

# The answer
answer-title = The answer
answer-expected = Over { $months } months the expected net present value is { $mean }; { $loss }.
answer-expected-even = Over { $months } months it is expected to break even; { $loss }.
answer-median = In the median trial it is { $median }.
answer-median-mean-gains = In the median trial it is { $median }: the usual trial loses, the average one gains, because a few gain much.
answer-median-mean-loses = In the median trial it is { $median }: the usual trial gains, the average one loses, because a few lose much.
answer-run-off = With { $months } months more, in which the programme has ended and its effects fade, it is { $mean } on average and { $median } in the median trial; { $loss }.
answer-rule-yes = By the rule of this case, { $rule }, it is worth doing.
answer-rule-no = By the rule of this case, { $rule }, it is not worth doing as it is written.
answer-rule-close = By the rule of this case, { $rule }, it is too close to call with so many trials.
rule-mean = an expected net present value above zero
rule-median = a median net present value above zero
rule-loss = a probability of a loss of at most { $share }
answer-full = Delivered in full, as in { $share } of the trials, it is { $median } in the median trial.
answer-upkeep = Delivered in full it is worth less than not delivered at all: what it brings is less than its upkeep costs. A shorter or leaner upkeep, or a stop that comes in time, is what would help.
answer-longer = With the programme going on, the expected net present value is { $horizons }.
answer-longer-of = { $mean } over { $months } months (loss { $loss })
answer-longer-of-public = { $mean } over { $months } months
answer-equity = What the customers are worth at the end is not counted: { $equity } on average.

answer-no-spread = It is worth the same in every trial: nothing uncertain moves it.
answer-alike = It is worth the same in each of these trials.
answer-band-loses = Nine in ten trials end between { $low } and { $high }; the worst one in twenty loses { $tail } on average.
answer-band-brings = Nine in ten trials end between { $low } and { $high }; the worst one in twenty still brings { $tail } on average.
answer-band-even = Nine in ten trials end between { $low } and { $high }; the worst one in twenty breaks even on average.

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
column-mean = { $errors ->
    [no] mean
   *[yes] mean ± standard error
}
value-title = What it is worth
value-npv = Net present value
value-npv-run-off = … with run-off, { $months } months
value-run-off-others = Forrester's TEI counts three years and no terminal value, for effects that come at once; return on quality and customer lifetime value count the life of the customer. Run-off stands between: the programme ends, its effects fade.
value-roi = ROI before tax
value-roi-where-paid = ROI before tax, where paid
value-irr = IRR a year, of { $share }
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

# What would have to be true, in outcomes
outcome-title = It pays on average from
outcome-without = without
outcome-with = from here on
outcome-change = change
outcome-chance = reached in
outcome-revenue = revenue per customer a year
outcome-note = Last twelve months. Among the first 4,096 trials at most, those that get as far in this outcome are worth something on average; nothing else is held fixed, so the other outcomes move with it.
outcome-alone-title = One alone, all else as on average
outcome-expected = on average
outcome-balance = breaks even at
outcome-half = Of two of them, half of the change of each is enough.
outcome-alone-note = A plane through { $trials } trials, which together with the costs explains { $explained } of the differences in value; reached in: trials in which the outcome gets as far.
outcome-map-title = { $case }: breaks even with { $first } at { $x }, { $second } at { $y }, or half of each change
outcome-map-subtitle = Expected net present value, all else as on average: blue above zero, orange below, on the line zero
outcome-map-spot = on average, P10 to P90

# Profit and cash by year
years-title = Profit and cash by year
years-note = means of the trials at the prices of the year; not discounted but in the last column
years-note-few = means of the first { $trials } trials at the prices of the year; not discounted but in the last column
years-year = year { $year }
years-later = years { $from }–{ $to }
years-start = start
years-total = total
years-pv = PV
years-benefit = benefit
years-cost = costs
years-written-off = written off
years-tax = tax
years-profit = profit after tax
years-capital = capital
years-cash = cash after tax
years-cumulative = cash so far

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
kpi-churn = customers who leave a year
kpi-failures = contacts that fail

# Indicators by month
indicator-nps = NPS
indicator-promoters = promoters
indicator-passives = passives
indicator-detractors = detractors
indicator-rating = mean score, 0–10
indicator-connected = connected customers
indicator-churn = churn a year
indicator-customers = customers
indicator-revenue = revenue a month
indicator-failures = contacts that fail
indicator-individual = personal service
indicator-engaged = engaged employees
indicator-turnover = staff turnover a year
indicators-title = { $case }: NPS { $nps } by month { $month }, churn { $churn } by month { $end }
indicators-subtitle = Medians with the programme and without it (grey), month by month; band: P5 to P95 with it. First { $trials } trials
indicators-told = Small charts of the indicators of the chain by month, with the programme and without it.

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

# Why a piece of the bridge is negative
bridge-less = { $piece }, { $amount }: { $why }
less-market = the market fills up. Those who stay leave fewer to be won.
less-come = fewer come than without the programme. Where it does harm, the word of customers keeps others away.
less-leave = more customers leave than without the programme. Where it does harm, that outweighs what it keeps elsewhere.
less-worth = more customers stay, but one more costs more to serve than they bring.
less-unpaid = each further customer is served and pays nothing: more service given, which counts here as a cost only.
less-connected = fewer customers are connected than without the programme. Where it does harm, that outweighs what it gains elsewhere.
less-spend = more customers share what capacity lets them buy, or those who are new spend less than those who were there.
less-price = the mean score falls on average, and with it the price that customers accept.
less-failures = more contacts fail than without the programme. Where it does harm, that outweighs what it saves elsewhere.
less-voiced = more failures are voiced and there is more to answer. Each complaint costs its handling; what it keeps shows among customers who stay.
less-engaged = fewer employees are engaged on average, so that more leave or are absent.
less-people = in the average of the trials more staff leave or are absent. Where the programme does harm, that outweighs what it saves elsewhere.

# What must be mended first
must-title = To be mended before deciding
must-mend = { $found } { $remedy } ({ $rule })

# What stands beneath the values
value-irr-of = IRR: median and band of the { $share } of the trials that have one.
value-roi-ruin = A return below −100% means that the benefit itself is negative: where the programme does harm, more is lost than was paid for it.
