# `delight voi`: what to measure first.

voi-option = { $option } is worth { $npv } on average, and is the best choice in { $share } of the trials.
voi-no-spread = No option varied in these trials, so there is nothing that measuring would have changed.
voi-nothing = doing nothing
voi-best = On what is known today, the best choice on average is: { $option }.
voi-best-tie = On what is known today these choices are the best on average, and equally good: { $options }.
voi-evpi = Knowing everything beforehand would be worth { $evpi } on average; no study of any kind is worth more.
voi-eviu-none = A spreadsheet of point values leads to the same choice, so leaving out the uncertainty costs nothing here.
voi-eviu = A spreadsheet of point values would choose: { $option }. Deciding with the uncertainty in view is worth { $eviu } more on average.
voi-first = Measure this first: { $name }. Knowing it exactly is worth at most { $evppi }.
voi-first-none = No single input can change the decision by itself: measuring one of them is worth nothing.
voi-pilot = { $sites ->
    [one] A pilot at one site
   *[other] A pilot at { $sites } sites
} for { $months ->
    [one] one month
   *[other] { $months } months
} that measures { $names } is worth { $evsi }; measuring it exactly would be worth { $evppi }.
voi-pilot-pays = It costs { $cost }; after that and the wait { $net } is left. It pays.
voi-pilot-costs = It costs { $cost }; after that and the wait { $net } is left. It does not pay.
voi-pilot-note = Assumed: one site's month is read with a standard deviation { $noise } times that of the prior, so that the pilot's error is { $error } times it. With half that noise its results are worth { $half }, with twice that { $double }.
voi-title = What knowing one input is worth
voi-worth = at most ± se
voi-links = What knowing a link is worth
voi-grades = What knowing a grade is worth
voi-worthless = { $count ->
    [one] { $count } input: knowing it alone changes no decision.
   *[other] { $count } inputs: knowing one of them alone changes no decision.
}
voi-chance = * cannot be measured beforehand.
voi-note = Decisions go by the mean net present value; doing nothing is always a choice. A group is never worth less than one of its inputs, and nothing is worth more than knowing all.
voi-figure-title = { $case }: measure { $name } first, worth at most { $evppi }
voi-figure-subtitle = What knowing an input exactly before the decision is worth on average, with its 95% interval; knowing everything is worth { $evpi }; light: cannot be measured
voi-figure-axis = Expected value of perfect information ({ $currency })
