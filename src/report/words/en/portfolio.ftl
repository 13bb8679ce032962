# `delight portfolio`: which projects to fund together.

fund-answer-mean = With a budget of { $budget } fund { $names }: together worth { $value } on average, for { $used } of the budget.
fund-answer-certain = With a budget of { $budget } and a risk tolerance of { $tolerance } fund { $names }: together worth as much as { $value } for certain, for { $used } of the budget.
fund-answer-none = With a budget of { $budget } no set of these projects is worth more than funding none.
fund-odds = Nine in ten trials lie between { $low } and { $high }; in { $loss } of all trials the set loses money, and the worst twentieth is { $tail } on average.
fund-sure = Is that the luck of the draws? In { $share } of { $count } resamples of the trials this very set is the best.
fund-staff = It takes { $used } of { $most } full-time equivalents.
fund-next = The next better set takes { $more } more, a budget of { $budget }: { $change }. It is worth { $gain } more, { $rate } for each unit of money.
fund-joins = { $names } joins
fund-leaves = { $names } leaves
fund-next-none = No larger budget would make a better set.
fund-title = Project
fund-funded = funded
fund-yes = yes
fund-must = must
fund-no = no
fund-npv = { $errors ->
    [no] mean NPV
   *[yes] mean NPV ± se
}
fund-uses = { $errors ->
    [no] uses
   *[yes] uses ± se
}
fund-rate = per unit
fund-in-best = in best set
fund-why-negative = By itself it is worth { $value }.
fund-why-fit = No set within the limits and conditions contains it.
fund-why-outdone = { $displaces } would have to give way, and the whole would be worth { $loss } less.
fund-why-lowers = Nothing would have to give way, but it brings less than its risk costs: the whole would be worth { $loss } less.
fund-note = Uses: what a scenario says under [portfolio], otherwise the mean present value of its costs before tax, capital included. Per unit: mean NPV for each unit of the budget used. In best set: share of the resamples whose best set has it.
fund-sum-note = Values are added up: two projects must not earn the same money twice. Put those that do in one group.
fund-draws-note = All projects see the same draws: inputs of the same path, and flows and cost lines of one name, are one unknown.
fund-figure-title = With { $budget } the best set is worth { $value }
fund-figure-title-none = None of these projects is worth its money
fund-figure-subtitle = Mean net present value of each project with its 95% interval; dark: funded, light: not funded
fund-figure-axis = Mean net present value ({ $currency })
fund-curve-title = { $more } more budget would be worth { $gain } more
fund-curve-title-none = A larger budget would not make a better set
fund-curve-subtitle = Worth of the best set by budget; each step is another set
fund-curve-x = Budget ({ $currency })
fund-curve-y = Worth of the best set ({ $currency })
fund-curve-today = budget { $budget }
