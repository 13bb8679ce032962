# Rivals for the same money: `delight compare`.

rivals-nothing = doing nothing
rivals-best-mean = Worth most on average: { $option }, with a mean net present value of { $npv }.
rivals-best-tie = Worth most on average, and equally much: { $options }, each with a mean net present value of { $npv }.
rivals-best-first = It ranks first in { $share } of the trials.
rivals-first-other = Most often first: { $option } ({ $share } of the trials).
rivals-first-tie = Most often first, and equally often: { $options } (each in { $share } of the trials).
rivals-best-certain = With a risk tolerance of { $tolerance } ({ $basis }) worth most: { $option }, worth as much as { $worth } for certain.
rivals-certain-tie = With a risk tolerance of { $tolerance } ({ $basis }) worth most, and equally much: { $options }, each worth as much as { $worth } for certain.
rivals-basis-given = as given
rivals-basis-revenue = { $share } of an annual revenue of { $revenue }, a rule of thumb
rivals-no-tolerance = No rival has an annual revenue from which a risk tolerance would follow. With --risk-tolerance each gets its certainty equivalent.
rivals-switch = Below a risk tolerance of { $tolerance } { $below } is worth most, above it { $above }.
rivals-no-switch = Whatever the risk tolerance, the same one is worth most.
rivals-title = Net present value
rivals-mean = { $errors ->
    [no] mean
   *[yes] mean ± se
}
rivals-sd = sd
rivals-median = median
rivals-doubt = { $rival } is doubted like a programme: it brings all of its income in { $full } of the trials, a part in { $part }, none in { $not }, and costs { $overrun } × its outlays on average. As written, as its own run has it, its mean net present value is { $npv }.
rivals-doubt-source = Taken over from the programme: { $priors }. A rival that knows better says so under [rival]: delivery, success_probability, cost_overrun; a bond has delivery = "full" and cost_overrun = 1.
rivals-risk-title = Risk
rivals-loss = { $errors ->
    [no] P(loss)
   *[yes] P(loss) ± se
}
rivals-shortfall = { $errors ->
    [no] worst 5%
   *[yes] worst 5% ± se
}
rivals-certain = worth for certain
rivals-first = first in
rivals-risk-note = Worst 5%: mean of the worst twentieth of the trials. Worth for certain: the sure amount that is worth as much (exponential utility). First in: share of the trials in which it is worth most.
rivals-pairs-title = One less the other, trial by trial
rivals-less = { $first } less { $second }
rivals-better = is better in
rivals-dominance-title = Stochastic dominance
rivals-over = { $first } over { $second }
rivals-order = dominates
rivals-violation = { $errors ->
    [no] violated by
   *[yes] violated by ± se
}
rivals-epsilon = epsilon 1st, 2nd
rivals-order-first = in 1st order
rivals-order-second = in 2nd order
rivals-order-none = no
rivals-order-same = the same
rivals-dominance-note = First order: everyone who prefers more to less prefers it. Second order: everyone who also dislikes risk prefers it. It is said to hold only if no trial speaks against it, or by less than the error of the trials. Violated by: how far first order is from holding at worst. Epsilon: the part of the area between the two distributions that speaks against it (Leshno and Levy); below one half only for the one with the higher mean.
rivals-horizons = The rivals have different horizons; each is valued over its own.
rivals-more = { $count ->
    [one] { $count } more pair is in the JSON.
   *[other] { $count } more pairs are in the JSON.
}
rivals-draws-note = All rivals see the same draws: inputs of the same path, and flows and cost lines of one name, are one unknown. Where several bring names of their own, these fall on other points than in each one’s own run, so figures differ from those within their errors.

rivals-curves-title = { $option } is worth most on average: { $npv }
rivals-curves-tie = { $options } are worth most on average, and equally much: { $npv }
rivals-curves-subtitle = Net present value below which each share of the trials ends, from 1% to 99%; beside each name the mean. A curve above another everywhere is better for everyone
rivals-curves-x = Share of the trials
rivals-curves-y = Net present value ({ $currency })
rivals-risk-figure-title = Not beaten in both return and risk: { $options }
rivals-risk-subtitle = Mean net present value (upwards) against the mean loss in the worst 5% of the trials (to the right: riskier); filled and joined: no other is better in one and no worse in the other
rivals-risk-x = Mean loss in the worst 5% of the trials ({ $currency })
rivals-risk-y = Mean net present value ({ $currency })
rivals-places-title = { $option } ranks first in { $share } of the trials
rivals-places-tie = { $options } rank first most often, each in { $share } of the trials
rivals-places-subtitle = From the left: share of the trials in which each ranks first (dark), second, … last (light)
rivals-places-x = Share of the trials
