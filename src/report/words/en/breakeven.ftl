# `delight breakeven`: what would have to be true.

even-now = As things stand, the expected net present value is { $mean }, the median is { $npv }, and the probability of a loss is { $loss }.
even-no-spread = It is the same in each of these trials: nothing that was drawn moved it.
even-target-mean = What would have to be true for an expected net present value of at least zero:
even-target-median = What would have to be true for a median net present value of at least zero:
even-target-loss = What would have to be true for a probability of a loss of at most { $share }:
even-nothing-uncertain = No input of this case is uncertain, so none is looked at. Name one that may differ, even if it is fixed: delight breakeven FILE --input { $path }
even-from = Break-even needs { $name } of at least { $x } (its median is { $p50 }, P90 { $p90 }); under its own prior that happens in { $chance } of the trials.
even-to = Break-even needs { $name } of at most { $x } (its median is { $p50 }, P10 { $p10 }); under its own prior that happens in { $chance } of the trials.
even-ranges = Break-even needs { $name } in { $ranges } (its median is { $p50 }); under its own prior that happens in { $chance } of the trials.
even-none = none
even-title = One input at a time
even-needs = { $errors ->
    [no] needs
   *[yes] needs ± se
}
even-prior = P10 … P90
even-chance = { $errors ->
    [no] chance
   *[yes] chance ± se
}
even-note = The input alone is set, all others stay as they were drawn. Chance: share of the trials in which it lies there.
even-none-possible = No single input breaks even with a value that is believed possible; what outcomes would have to be is said by delight run, what to change by delight improve.
even-impossible = { $count ->
    [one] 1 input needs a value that happens in fewer than 1 of 200 trials, or that is not known well enough: { $names }.
   *[other] { $count } inputs need values that happen in fewer than 1 of 200 trials, or that are not known well enough, such as { $names }.
}
even-unsure = { $count ->
    [one] 1 input has a chance that is not known well enough (standard error above 5 points).
   *[other] { $count } inputs have a chance that is not known well enough (standard error above 5 points).
}
even-never = { $count ->
    [one] { $count } input: no value tried is enough by itself.
   *[other] { $count } inputs: no value tried is enough by itself.
}
even-always = { $count ->
    [one] { $count } input: whatever its value, it still breaks even.
   *[other] { $count } inputs: whatever their value, it still breaks even.
}
map-title = { $case }: break-even in { $share } of the map of { $x } and { $y }
map-title-never = { $case }: no pair of { $x } and { $y } shown breaks even
map-title-always = { $case }: every pair of { $x } and { $y } shown breaks even
map-subtitle-mean = Expected net present value: blue above zero, orange below, the line is break-even; cross: P10 to P90 of both
map-subtitle-median = Median net present value: blue above zero, orange below, the line is break-even; cross: P10 to P90 of both
map-subtitle-loss = Median net present value in colours; on the line the probability of a loss is { $share }; cross: P10 to P90 of both
map-spot = today's medians
