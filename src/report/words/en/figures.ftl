# Titles, axes and labels of figures.

figure-trials = { $trials ->
    [one] Simulation of { $trials } trial ({ $sampling }, seed { $seed }).
   *[other] Simulation of { $trials } trials ({ $sampling }, seed { $seed }).
}
figure-chain = Programme against doing nothing.
figure-flows = Cash flows of a project.
figure-month = Month of the programme

# What figures write by themselves
label-mean = mean
label-no-data = no data
label-pays-back = median pays back in month { $month }
label-lowest = median at its lowest: { $amount }, month { $month }
label-lowest-first = median at its lowest month end: { $amount }, month 1; peak funding { $funding }
label-year = year { $year }
label-loss = P(loss) { $share }

# Return on investment
roi-axis = Return on investment
roi-title-gain = { $case }: the median return is { $roi } after { $months } months
roi-title-loss = { $case }: in the median { $lost } of the money does not come back
roi-title-ruin = { $case }: in the median all the money is lost, and more
roi-subtitle = Cumulative discounted return on investment before tax; bands hold 50% and 90% of the trials
roi-told = Return on investment by month. At the end the median is { $roi }, and nine in ten trials lie between { $low } and { $high }.

# Cumulative cash
cash-axis = Cumulative cash ({ $currency })
cash-title-payback = { $case }: half of the trials have paid back by month { $month }
cash-title-never = { $case }: { $never } of the trials never pay back
cash-subtitle = Cumulative cash after tax, not discounted; bands hold 50% and 90% of the trials
cash-told = Cumulative cash by month. The median of the deepest point is { $amount }; { $never } of the trials never pay back.

# Net present value
npv-axis = Net present value ({ $currency })
npv-share = Share of trials
npv-title-loss = { $case }: { $loss } of the trials lose money
npv-title-sure = { $case }: no trial loses money
npv-subtitle = Net present value over { $months } months: share of the trials in each range
npv-told = Distribution of the net present value. Median { $median }, nine in ten trials from { $low } to { $high }, probability of a loss { $loss }.

# Several cases
comparison-title = { $case } has the highest median return: { $roi }
comparison-title-loss = In the median every case loses; { $case } least: a return of { $roi }
comparison-title-none = Return on investment
comparison-subtitle = Cumulative discounted return on investment by month: median and middle half of the trials
comparison-first = The first { $shown } of { $all } cases.
comparison-told = { $case }: median return { $roi }
