# delight optimise: how to spread a budget

optimise-best = { $budget } may be planned. The best plan spends { $cost } of it and is worth { $npv } on average, { $difference } more than the programme as written ({ $written }).
optimise-best-averse = { $budget } may be planned. To an owner with a risk tolerance of { $tolerance } the best plan, which spends { $cost } of it, is worth { $worth }, { $difference } more than the programme as written ({ $written }); on average it brings { $npv }.
optimise-nothing = { $budget } may be planned, but no way to spread it is worth more than doing nothing: better not to begin. The programme as written is worth { $written }.
optimise-unsure = That gain cannot be told from zero: it lies within two standard errors of it.
optimise-scaled = Spread as written, the same budget would buy a plan worth { $scaled }; spreading it better is worth { $gain }.
optimise-risk = In the worst twentieth of the trials the outcome is { $shortfall } on average (as written { $written }); it loses money in { $loss } of the trials (as written { $before }).
optimise-staff = { $staff ->
    [one] { $staff } element at a time, each taking { $months } months to build.
   *[other] { $staff } elements at a time, each taking { $months } months to build.
}
optimise-title = The nine elements
optimise-now = now
optimise-written = as written
optimise-target = best
optimise-cost = cost
optimise-share = of budget
optimise-start = begins
optimise-month = m{ $month }
optimise-left = –
optimise-weakest = weakest
optimise-marginal = { $errors ->
    [no] 1 more
   *[yes] 1 more ± se
}
optimise-why = Money for a capability works through its average and its weakest element. { $element } is most often the weakest in this plan ({ $share } of the capabilities that rest on it); one more unit of money brings most on { $most } ({ $marginal }).
optimise-in-file = Written into the scenario, its cost lines at the times they have there and its targets to two digits, the plan is worth { $npv } on average and loses money in { $loss } of the trials; `delight run` gives just that with { $trials } trials and the same seed:
optimise-note-columns = Weakest: how often it is the weakest element of a capability that rests on it. 1 more: what the net present value gains for each further unit of money planned on it.
optimise-note = Assumed: every element takes the same effort, by the inverse of the programme's dose; effort 1 is the largest step of the programme as written, and what is planned for it is the price. Costs of an element move with its start. Money at today's prices, not discounted, without overrun; what is paid for hires and events is not planned. Searched on { $trials } other trials, valued on these.
optimise-frontier-title = What owners with other risk tolerances would do
optimise-tolerance = risk tolerance
optimise-neutral = only the mean counts
optimise-mean = { $errors ->
    [no] mean NPV
   *[yes] mean NPV ± se
}
optimise-shortfall = { $errors ->
    [no] worst 5%
   *[yes] worst 5% ± se
}
optimise-loss = loss
optimise-frontier-written = as written
optimise-frontier-figure-title = { $case }, best plan: { $npv } on average, { $shortfall } in the worst 5%
optimise-frontier-figure-subtitle = The best plans of owners who bear more or less risk, with 95% intervals, by mean and by the mean of the worst 5% of the trials
optimise-frontier-figure-x = Mean of the worst 5% of the trials ({ $currency })
optimise-frontier-figure-y = Mean net present value ({ $currency })
optimise-frontier-neutral = most on average
optimise-frontier-nothing = do nothing
optimise-effort-title = { $case }: most effort on { $element }, { $share } of the budget
optimise-effort-none = { $case }: no effort is worth its cost
optimise-effort-subtitle = Share of the budget by element in the best plan; ring: its share in the programme as written
optimise-effort-axis = Share of the planned cost
