# delight gate: the best stage gate

gate-without = Without a gate the programme is worth { $npv } on average.
gate-best = The best gate looks at { $metric } after month { $month } and stops the programme if its lead over doing nothing is less than { $least }. It brings { $value } on average and stops { $share } of the programmes; with it the programme is worth { $npv }.
gate-none = No gate is better than none: in every month examined, going on is expected to be worth more than stopping, whatever the metrics show.
gate-unsure = That cannot be told from zero: the value lies within two standard errors of it.
gate-not-begin = Even so the programme loses money on average: do not start it as it is written.
gate-stop-all = Ending the programme after month { $month }, whatever it shows, would bring { $value }: what is planned after that month does not pay within the horizon.
gate-none-helps = No gate helps: whatever the metrics show after any of these months, they do not tell well enough which programmes to stop.
gate-paste = In the scenario:
gate-own = The gate that the case has (month { $month }, { $metric }, at least { $least }) brings { $value } and stops { $share }.
gate-own-unsure = The gate that the case has (month { $month }, { $metric }, at least { $least }) brings { $value } and stops { $share }: no different from nothing, as far as can be told.
gate-all-three = A board that reads all three metrics together in that month, and stops where a regression on them says so, gets { $value }. One that knew how each programme ends would get { $perfect }; no gate in that month is worth more.
gate-judged = It stops { $caught } of the programmes that are better stopped, and { $wrong } of those that are better continued.
gate-caught = It stops { $caught } of the programmes that are better stopped; none is better continued.
gate-outcome-title = What it stops
gate-outcome-share = of all
gate-outcome-stopped = { $errors ->
    [no] stopped
   *[yes] stopped ± se
}
gate-outcome-gain = { $errors ->
    [no] which brings
   *[yes] which brings ± se
}
gate-months-title = By month, on { $metric }
gate-months-least = at least
gate-months-value = { $errors ->
    [no] value
   *[yes] value ± se
}
gate-months-stopped = stopped
gate-months-all = { $errors ->
    [no] all three
   *[yes] all three ± se
}
gate-months-perfect = perfect
gate-never = –
gate-note = Thresholds, and which gate is best, are chosen on { $trials } other trials by regression and valued on these, so that no value is flattered by the choice. Every trial is run both ways: continued and stopped. All three: a board that reads the three metrics together; perfect: one that knows how each programme ends. A survey of { $answers } answers in each arm reads the metrics, with its error; thresholds are 0 or at least half its standard deviation, in whole points or per cents up to 1,000 answers, in tenths above. Near the horizon stopping looks good where what it ends would have come later.
gate-share = { $points ->
    [one] { $points } percentage point
   *[other] { $points } percentage points
}
gate-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
gate-figure-title = { $case }: look at { $metric } after month { $month }, worth { $value }
gate-figure-subtitle = What the best gate of each month brings on average over none, by what it looks at, with its 95% interval
gate-figure-axis = Value of the gate ({ $currency })
gate-figure-x = Month after which the board looks
gate-figure-all = all three together
gate-regions-title = { $case }, month { $month }: below { $least } of { $metric } stopping is worth more
gate-regions-title-none = { $case }, month { $month }: where to stop and where to go on
gate-regions-subtitle = Lead over doing nothing in { $shown } of the trials; the ground is what a regression on both metrics says
gate-regions-axis = { $metric }: lead over doing nothing (percentage points)
gate-regions-axis-points = { $metric }: lead over doing nothing (points)
gate-regions-stop = stop
gate-regions-go = go on
gate-regions-better-stopped = better stopped
gate-regions-better-gone = better continued
gate-regions-threshold = the gate
