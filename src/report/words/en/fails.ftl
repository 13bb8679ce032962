# Where a case loses money, and the mildest shift that turns it: `delight fails`.

fails-now = It loses money in { $loss } of the trials.
fails-no-spread = The net present value is the same in each of these trials: nothing that was drawn moved it, so no part of the assumptions is better or worse than another.
fails-never = It loses money in no trial.
fails-always = It pays in no trial.
fails-loses = It loses money in { $density } of the trials in which { $where }; that is { $coverage } of all losing trials.
fails-pays = It pays in { $density } of the trials in which { $where }; that is { $coverage } of all paying trials.
fails-loses-nearly = It loses nearly everywhere, so no region of losses adds anything.
fails-pays-nearly = It pays nearly everywhere, so no region of gains adds anything.
fails-loses-nowhere = No limits on up to four inputs tell losing trials from the others.
fails-pays-nowhere = No limits on up to four inputs tell paying trials from the others.
fails-below = { $name } is at most { $x }
fails-above = { $name } is at least { $x }
fails-between = { $name } lies from { $x } to { $y }
fails-among = it is delivered { $outcomes }
fails-or = { $before } or { $last }

# The table of a region
fails-loses-title = Where it loses money
fails-pays-title = Where it pays
fails-column-limit = limit
fails-range = P1 to P99: { $low } to { $high }; { $mass } of all trials lie within the limit
fails-mass = { $mass } of all trials lie within the limit
fails-column-without = { $errors ->
    [no] share without it
   *[yes] share without it ± se
}
fails-column-chance = quasi-p
fails-chance-tiny = < 0.001
fails-note = Found on one sample of { $trials } trials, counted on another. Without it: share of losing (paying) trials if this limit is dropped. Quasi-p: chance of as many of them if the limit said nothing.

# The stress test
stress-held = Delivered { $delivery }, and with every other input at its median, it is worth { $npv }.
stress-held-flows = With every input at its median it is worth { $npv }.
stress-loses = The mildest shift of all inputs together that makes it lose lies { $distance } standard deviations from there: to first order a chance of { $chance }. In { $share } of the trials with this delivery it loses.
stress-pays = The mildest shift of all inputs together that makes it pay lies { $distance } standard deviations from there: to first order a chance of { $chance }. In { $share } of the trials with this delivery it pays.
stress-never-loses = No shift within six standard deviations makes it lose.
stress-never-pays = No shift within six standard deviations makes it pay.
stress-title = At break-even
stress-column-there = stands at
stress-column-median = median
stress-column-percentile = percentile
stress-column-share = share
stress-others = { $count ->
    [one] { $count } other input is shifted too, by no more than { $score } standard deviations.
   *[other] { $count } other inputs are shifted too, none by more than { $score } standard deviations.
}
stress-note = Percentile: share of the input's own draws below that value. Share: part of the change of the value that the input carries there.

# Figures
fails-figure-both = { $case }: pays in { $pays } of the blue region, loses in { $loses } of the orange one
fails-figure-both-held = Bars run from P1 to P99 of each input; limits of one colour hold together. Blue holds { $paying } of all paying trials, orange { $losing } of all losing ones
fails-figure-loses = { $case }: it loses in { $loses } of this region
fails-figure-loses-held = Bars run from P1 to P99 of each input; all limits hold together. The region holds { $losing } of all losing trials
fails-figure-pays = { $case }: it pays in { $pays } of this region
fails-figure-pays-held = Bars run from P1 to P99 of each input; all limits hold together. The region holds { $paying } of all paying trials
stress-figure-loses = { $case }: a shift of { $distance } standard deviations makes it lose
stress-figure-pays = { $case }: a shift of { $distance } standard deviations makes it pay
stress-figure-subtitle = Where each input stands among its own draws at the mildest break-even point; the line is its median
stress-figure-axis = Percentile of the input's own draws
