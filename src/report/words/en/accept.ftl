# What a unit of effect would have to be worth, where nobody pays
accept-year = On average it is worth its cost if a year of a connected customer is worth { $from } or more to society.
accept-threshold = The case puts it at { $price } (customers.social_value_per_year): there { $share } of the trials are worth their cost.
accept-no-threshold = The case does not say what it is worth: set customers.social_value_per_year, the threshold of this organisation.
accept-saves = On average it saves more than it costs, whatever a connected customer is worth.
accept-never = On average it connects nobody more, so that no value of a connected customer makes it worth its cost.
accept-point = A tenth of a point of the mean score would have to be worth { $from }, which is { $each } for each customer of today.
accept-unit-year = a year of a connected customer
accept-unit-point = a point of the mean score
accept-title = { $case }: worth its cost on average from { $from } for { $unit }
accept-title-own = { $case }: at { $price } for { $unit } { $share } of the trials are worth their cost
accept-title-saves = { $case }: it saves more than it costs on average, whatever { $unit } is worth
accept-title-never = { $case }: at no price of { $unit } is it worth its cost on average
accept-subtitle = Cost-effectiveness acceptability: share of the trials in which effect × price exceeds the cost net of savings; it nears { $limit } as the price rises
accept-share = Worth its cost
accept-axis-year = Value of a year of a connected customer ({ $currency })
accept-axis-point = Value of a point of the mean score, gained in the last twelve months ({ $currency })
accept-mark-switch = worth it on average from { $price }
accept-mark-own = the case: { $price }

# Figures and tables where nobody pays
cash-title-public = { $case }: after { $months } months the median balance of costs and savings is { $end }
npv-title-public = { $case }: in { $loss } of the trials it costs more than it brings
npv-told-public = Distribution of the balance of savings and costs. Median { $median }, nine in ten trials from { $low } to { $high }; it costs more than it saves in { $loss }.
label-loss-public = costs more { $share }
cash-told-public = Cumulative balance of costs and savings by month. The median of the deepest point is { $amount }.
html-cash-lead-public = At the deepest point { $p50 } is needed in the median, { $p95 } at P95.

# Studies of a case for which nobody pays
lenses-balance = balance
sweep-best-public = The balance of savings and costs is best at { $x } ({ $name }): { $npv } on average. Where nobody pays, doing less costs less; what it gives stands beside it.
sweep-cheapest = A tenth of a point of the mean score is cheapest at { $at }: { $price } net of savings.
sweep-balance = Balance
sweep-points = points
sweep-tenth = per 0.1 point
sweep-of-public = { $name }; { $path }. Balance: what is saved less what it costs, present value. Points: gain of the mean score over the last twelve months; per 0.1 point: the net cost of a tenth of it.
curve-npv-title-public = { $case }: the balance is best at { $x }, { $npv } on average ({ $name })
improve-written-public = As written the balance of savings and costs is { $npv } on average.
improve-changed-public = With the changes below the balance is { $npv } on average, { $gain } better; { $planned } is planned in place of { $before }.
improve-nothing-public = Nothing that was tried makes that balance better.
improve-sizes-public = Where nobody pays, doing less is always cheaper and no advice: smaller sizes are tried only where the case says what a connected customer is worth (customers.social_value_per_year). What a tenth of a point costs at each size: delight sweep FILE --input programme.intensity --from 0 --to 2.
improve-title-public = What improves the balance
improve-longer-public = Over { $months } months, the programme going on, the balance is { $npv } on average.
gate-without-public = Without a gate the balance of savings and costs is { $npv } on average.
gate-best-public = The best gate looks at { $metric } after month { $month } and stops the programme if its lead over doing nothing is less than { $least }. It saves { $value } net on average and stops { $share } of the programmes; with it the balance is { $npv }.
gate-stop-all-public = Ending the programme after month { $month }, whatever it shows, would save { $value } net: what is planned after that month saves less than it costs.
even-now-public = As things stand, the balance of savings and costs is { $mean } on average and { $npv } in the median.
even-target-public = What would have to be true for savings that cover the costs:
optimise-nothing-public = { $budget } may be planned, but no way to spread it saves more than it costs. The balance of the programme as written is { $written }. Say what a connected customer is worth (customers.social_value_per_year) to weigh effects against costs.
optimise-risk-public = In the worst twentieth of the trials the balance is { $shortfall } on average (as written { $written }).
answer-band-public = Nine in ten trials end with a balance between { $low } and { $high }; in the worst one in twenty it is { $tail } on average.
answer-longer-public = With the programme going on, the expected balance is { $horizons }.
outcome-title-public = It saves its cost from
gate-money-public = A gate weighs money: what the effects are worth counts only as far as customers.social_value_per_year says.
optimise-best-public = { $budget } may be planned. The plan with the best balance of savings and costs spends { $cost } of it; its balance is { $npv } on average, { $difference } better than as written ({ $written }). It weighs money: what the effects are worth counts only as far as customers.social_value_per_year says.
optimise-scaled-public = Spread as written, the same budget would buy a plan with a balance of { $scaled }; spreading it better saves { $gain }.
