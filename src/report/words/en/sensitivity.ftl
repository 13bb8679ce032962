# `delight sensitivity`: what drives the result.

sens-none = Nothing in this case is uncertain.
sens-no-spread = The net present value is { $npv } in each of these trials: nothing that was drawn moved it, so there is nothing to explain.
sens-first = What moves the median most is { $name }: from its P10 ({ $low }) to its P90 ({ $high }) the median net present value goes from { $from } to { $to }.
sens-first-bundle = What moves the median most is { $name }: with all { $inputs } inputs behind it at their P10 the median net present value is { $from }, with all at their P90 { $to }.
sens-members = together, all at { $low } to all at { $high }; { $grade }: { $inputs }
sens-share = What explains most of the spread is { $name }: { $share } of the variance. Were it known exactly, the standard deviation would fall from { $sd } to { $left }.
sens-tornado = One input at a time: median NPV
sens-at-p10 = at its P10
sens-at-p90 = at its P90
sens-swing = { $errors ->
    [no] swing
   *[yes] swing ± se
}
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
