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
voi-worth = { $errors ->
    [no] at most
   *[yes] at most ± se
}
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
voi-believed = Seen through several lenses at once, believed as much as this: { $lenses }.
voi-studies = Who and how many a study takes, and what it costs, is our judgement (grade D).
voi-study-bills = study: three quotes, and the bills of three programmes of your own; a month of a controller
voi-study-programmes = study: what became of the last five programmes, and how long each took; a month, €5k to €10k
voi-study-panel = study: ratings of 5,000 customers against what they do in the next twelve months, earlier spending held fixed; at once with old surveys, a month of an analyst, €10k to €20k
voi-study-bond = study: a tested question on the bond to 2,000 customers, and again after half a year; €15k to €25k
voi-study-origin = study: ask 1,000 new customers how they came; three months in the welcome mail, under €5k
voi-study-leavers = study: leavers and absence of 30 units against their engagement, two years; two weeks of personnel, under €5k
voi-study-tickets = study: contacts, failures and minutes of 1,000 cases in the ticket system; two weeks of an analyst, under €5k
voi-study-rollout = study: six to eight branches begin and as many wait, 400 ratings a branch each quarter; half a year, €30k to €60k
voi-study-books = study: two years of churn, revenue and margin from your own administration; a week of a controller
