# The workbook: `report.xlsx`.

# Sheets
book-sheet-cover = Cover
book-sheet-case = Case
book-sheet-chain = Chain
book-sheet-months = Months
book-sheet-gap = Reconciliation
book-sheet-distribution = Distribution
book-sheet-bridge = Bridge
book-sheet-fan = Fan
book-sheet-years = Years
book-sheet-indicators = Indicators
book-sheet-assumptions = Assumptions

# Cover
book-contents = What the sheets hold
book-holds-case = the case at its point values as live formulas: change a discount rate and see NPV follow
book-holds-chain = inputs and constants of the chain, stage by stage, by formula
book-holds-months = the same case month by month: drivers, money, costs, tax, cash
book-holds-gap = from the point values to the simulation: why the two differ
book-holds-tei = benefits, costs, flexibility and risk in the form of Total Economic Impact
book-holds-distribution = percentiles and histogram, with standard errors
book-holds-bridge = where the benefit comes from, and what is left of it
book-holds-fan = cumulative cash and return by month, as bands
book-holds-years = profit and cash by year, with their sums as formulas
book-holds-indicators = NPS, churn, engaged staff and the other indicators by month, without and with the programme
book-holds-assumptions = every number of the case with its source and grade
book-how = How these numbers came about
book-how-months = horizon, months
book-how-start = month 1
book-how-preset = preset
book-how-currency = currency
book-how-delivery = delivery of the point values
book-how-trials = trials
book-how-sampling = sampling
book-how-seed = seed
book-how-version = version of delight
book-how-scenario = digest of the scenario
book-how-digest = digest of the trials
book-how-command = command that reproduces them
book-how-colours = colours
book-colours = blue: given, may be changed; black: computed or simulated; grey: standard errors and notes

# Headings and words that several sheets share
book-measure = measure
book-input = input
book-unit = unit
book-grade = grade
book-source = source
book-note = note
book-place = where it stands
book-path = path
book-written = as written
book-remark = remark
book-month = month
book-date = date
book-mean = mean
book-sd = standard deviation
book-p5 = P5
book-p50 = median
book-p95 = P95
book-error = ± standard error
book-statistic = statistic
book-share = share of trials
book-from = from
book-to = to
book-yes = yes
book-none = none
book-never = never
book-several = several
book-loan = the price of a loan, no return
book-for-chart = for the chart

# Measures
book-npv = Net present value (NPV)
book-terminal = of which value after the horizon
book-pv-benefit = Benefit before tax, present value
book-pv-cost = Cost before tax, present value
book-roi = Return on investment (ROI), before tax
book-irr = Internal rate of return (IRR), a year
book-payback = Payback, months
book-payback-discounted = Payback of discounted cash, months
book-funding = Peak funding
book-loss = Probability of a loss
book-shortfall = Expected shortfall: mean NPV of the worst 5%
book-irr-none = Trials without an IRR
book-irr-several = Trials with several IRRs
book-payback-p25 = Payback, lower quartile, months
book-payback-p50 = Payback, median, months
book-payback-p75 = Payback, upper quartile, months
book-payback-never = Trials that never pay back
book-equity = Gain in customer equity, not part of NPV

# The case
book-case-title = The case at its point values, live
book-case-use = Numbers in blue may be changed, here and on the Chain and Months sheets; everything in black follows. All of the chain is computed again, month by month, as delight trace computes it: customers, staff, churn, newcomers, market, revenue, costs, tax, cash. Fixed are: the market cycle, the outcome of the delivery, the grey numbers of the model; who answers what, where it was fitted to a survey and a mix; and everything that the simulation found on the other sheets.
book-case-use-flows = Numbers in blue may be changed; everything in black follows, here and on the Months sheet.
book-case-results = What it is worth
book-case-inputs = Inputs
book-live = live
book-as-simulated = as delight found it
book-npv-check = The same by the function NPV
book-npv-check-note = must equal the first line
book-npv-note = all inputs at their medians; neither the mean nor the median of the simulation
book-input-value = value
book-input-name = name in formulas
book-monthly-rate = discount rate a month: (1 + discount rate)^(1/12) − 1
book-mean-multiple = mean spend multiple of today's customers
book-unit-spend = spend of a customer with multiple 1
book-unit-spend-unit = money a month
book-costs-end = last month in which the programme costs anything
book-cost-lines = Costs of the programme
book-flows = Cash flows
book-line = line
book-line-amount = amount
book-line-from = from month
book-line-to = to month
book-line-capital = written off
book-line-growth = growth a year
book-line-every = every … months

# Units
book-unit-months = months
book-unit-share = share
book-unit-share-month = share a month
book-unit-ratio = ratio
book-unit-customers = customers
book-unit-volume = customers of multiple 1
book-unit-contact = per contact
book-unit-each = per customer
book-unit-staff = share of staff
book-unit-time = share of time

# The months
book-months-title = The case month by month; each month's money falls at its end
book-band-calendar = Calendar
book-band-money-without = Money without the programme
book-band-money-with = Money with the programme
book-band-benefit = Benefit
book-band-bridge = Value bridge: the same benefit by its causes
book-band-costs = Costs of the programme
book-band-flows = Cash flows
book-band-cash = From benefit to cash
book-prices = price level
book-market = market
book-ramp = how far the programme has come
book-advantage = what rivals leave of an advantage
book-revenue = revenue
book-contribution = contribution
book-contact-cost = cost of contacts
book-failure-cost = cost of failures
book-people-cost = cost of turnover and absence
book-social-value = social value
book-benefit = benefit before tax
book-stayed = more customers who stayed
book-came = more customers who came
book-worth = worth of a customer
book-cost = cost before tax
book-capital = of which capital
book-income = income
book-outlay = outlay
book-depreciation = depreciation
book-taxable = taxable profit
book-tax = tax
book-cash = cash after tax
book-discount = discount factor
book-value = present value
book-cumulative = cumulative cash
book-cumulative-value = cumulative present value

# Reconciliation
book-gap-title = From the point values to the mean of the simulation
book-gap-intro = A spreadsheet puts in one number for each input and takes what comes out as the answer. But the outcome of typical inputs is not the typical outcome: here it is { $point }, while the simulation has a mean of { $mean } and a median of { $median }. This sheet walks from the one to the other.
book-gap-step = step
book-gap-amount = NPV
book-gap-point = at point values: every input at its median
book-gap-flaw = the flaw of averages
book-gap-mean-delivered = mean of the trials delivered { $delivery }
book-gap-delivery = delivery as drawn
book-gap-mean = mean of all trials
book-gap-flaw-why = The flaw of averages ({ $size }): effects multiply each other, saturate and are capped, and many inputs are skewed, so that high draws and low draws do not cancel. The mean of the outcomes differs from the outcome of the medians, though nothing else has changed.
book-gap-flaw-flows = The flaw of averages ({ $size }): many amounts are skewed, growth multiplies them, and income and outlay change sides with their sign, so that high draws and low draws do not cancel. The mean of the outcomes differs from the outcome of the medians, though nothing else has changed.
book-gap-delivery-why = Delivery as drawn ({ $size }): the point values assume that the programme is delivered { $delivery }. That happens in { $share } of the trials; the others bring it less, nothing or harm.
book-gap-simulated = What the simulation says of the NPV
book-gap-live = Is the live case still the simulated one?
book-gap-difference = live less point values above
book-gap-moved = inputs were changed: the simulated figures are those of the earlier inputs
book-gap-same = yes
book-outcome = outcome
book-weighted = weighted by their shares

# TEI
book-tei-title = Benefits, costs, flexibility and risk
book-tei-use = For readers of Total Economic Impact. Present values. Risk-adjusted means the mean of the simulation: every benefit and cost keeps its own distribution, including the chance that the programme is not delivered. The adjustment is what that takes off, or adds to, the point value.
book-tei-item = item
book-tei-point = point value, live
book-tei-adjusted = risk-adjusted: mean
book-tei-adjustment = risk adjustment
book-tei-benefit = Benefits
book-tei-cost = Costs
book-tei-npv = Net present value, after tax
book-tei-cost-note = cost overruns are in the mean
book-tei-npv-note = after tax and with the value after the horizon, if any
book-tei-roi-note = (benefits − costs) / costs, before tax; mean of the trials' returns
book-tei-flexibility = Flexibility: value of the stage gate
book-tei-gate = mean NPV { $with } with the gate, { $without } without it, on the same { $trials } trials; part of the NPV above
book-tei-no-gate = the case has no gate
book-tei-payback-note = never in { $never } of the trials

# Distribution
book-distribution-title = Distribution of the net present value
book-distribution-use = The standard error says how far a figure may be off through the luck of the draws. More trials make it smaller; the spread between P5 and P95 is what is not known about the case, and stays.
book-histogram = Histogram of the net present value
book-histogram-axis = NPV, lower end of each range

# Bridge
book-bridge-title = Where the benefit comes from, and what is left of it
book-bridge-use = Mean present values of the simulation; in the last column the same at point values, live.
book-bridge-piece = piece
book-bridge-rest = Tax, and value after the horizon
book-bridge-check = pieces less benefit: must be zero

# Fan
book-fan-title = Cumulative cash and return by month
book-fan-use = Quantiles of all trials in each month: nine in ten trials lie between P5 and P95. They are not the path of any one trial. Cash is after tax and not discounted; return is before tax and discounted.
book-fan-live = point values, live
book-fan-cash = cash
book-fan-return = return
book-fan-cash-title = Cumulative cash after tax
book-fan-return-title = Cumulative discounted return before tax

# Assumptions
book-assumptions-title = Every number of the case
book-assumptions-use = Grades: A meta-analysis or replicated; B one peer-reviewed study; C industry, vendor or official statistic quoted second-hand; D expert opinion or own assumption. A number without P5 and P95 is computed from others.

# Years and indicators
book-years-use = Means of the first { $trials } trials, at the prices of the year; not discounted but in the last column. Benefit, profit, cash and totals are formulas; the present values are those of the months, which no sum of years gives.
book-indicators-title = Indicators by month, without and with the programme
book-indicators-use = Quantiles of the first { $trials } trials in each month: nine in ten lie between P5 and P95. They are not the path of any one trial.
