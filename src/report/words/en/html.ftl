# The documents: report.html, summary.md, and their figures.

html-kind = Business case of service excellence
html-contents = Contents
html-answer = The answer
html-months = { $months } months
html-from = from { $month }
html-lens = lens: { $lens }
html-trials = { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
}
html-band = { $low } to { $high }
html-mean-error = mean { $value }
html-net = net of what it saves: { $net }
html-never = never within the horizon in { $never } of the trials

# Key figures
html-key = Key figures
html-npv = Net present value, median
html-npv-run-off = The same with run-off, { $months } months
html-loss-run-off = Probability of a loss with run-off
html-roi = Return on investment, median
html-funding = Peak funding, median
html-payback-late = > { $months } months
html-irr = Internal rate of return, of the { $share } of the trials that have one
html-loan = Price of the loan a year, in { $share } of the trials
html-effectiveness = What an effect costs
html-effectiveness-lead = No revenue depends on delight here, so the question is not what it earns but what it costs. Present values before tax, as ratios of means.
html-cash = Cash, payback and peak funding
html-cash-lead = At the deepest point { $p50 } has to be funded in the median trial, and more than { $p95 } in one trial in twenty. In { $never } of the trials the money is not back within the horizon.

# The value bridge
bridge-benefit = benefit before tax
bridge-cost = cost before tax
bridge-tax = tax
bridge-tax-saved = tax saved
bridge-terminal = value after the horizon
bridge-npv = net present value
bridge-axis = Mean present value ({ $currency })
bridge-subtitle = Means of the trials, present values: from the pieces of the benefit to the net present value
bridge-title-piece = { $case }: the largest part of the benefit is { $piece } ({ $size }); the benefit of { $benefit } stands against a cost of { $cost }
bridge-title-none = { $case }: a benefit of { $benefit } stands against a cost of { $cost }
html-bridge-note = Means add up exactly, medians do not. So the net present value at the end is the mean, not the median of the answer.

# The chain
html-chain = The effect chain
html-chain-lead = From the programme to its value, link by link. Cards show each stage without and with the programme in the last twelve months; beside each arrow stand the inputs that carry it, with the grade of their evidence.
html-chain-note = Medians of the trials. P5 and P95 are those of the change, trial by trial. A net promoter score is shown with its three shares, because the same score can hide very different customers.
chain-subtitle = Median of the last twelve months without and with the programme; in brackets P5 to P95
chain-picture-title = { $case }: connected customers go from { $without } to { $with } in the median
chain-change-band = change (P5 to P95)
chain-told = { $name }: { $without } without, { $with } with, change { $change }
banded = { $median } ({ $low } to { $high })
stage-excellence = Service excellence: is the programme delivered?
stage-of-trials = { $share } of the trials
stage-employees = Employees and partners
stage-experience = Experience: what customers say of it
stage-connection = Connection
stage-revenue = Customers and revenue
stage-value = Value
stage-nothing = Nothing that customers do brings value here
behaviour-loyalty = Loyalty
behaviour-advocacy = Advocacy
behaviour-spend = Spend and price
behaviour-cost = Service and staff

# Lenses
html-lenses-lead = The same case, the same draws, three sets of beliefs about what customers do. Medians, and the mean value; the lens of this report is marked.
html-lenses-inputs = What the lenses see differently
html-lenses-inputs-note = Medians, in brackets P5 to P95 where a lens leaves them open.
html-grade = grade

# What would have to be true
html-true = What would have to be true
true-lead-mean = For an expected net present value of at least zero, one input at a time:
true-lead-median = For a median of at least zero, one input at a time:
true-lead-loss = For a probability of a loss of at most { $share }, one input at a time:
html-input = input
html-needs = break-even needs
html-prior = prior: median (P10 to P90)
needs-least = at least { $from }
needs-most = at most { $to }
needs-between = { $from } to { $to }
html-true-never = For these no value that is believed possible is enough by itself: { $names }.
html-true-always = Whatever the value of these, the case holds: { $names }.
html-true-note = For each link of the chain, the input that accounts for most of the spread; it alone is set, all others stay as they were drawn. Chance: share of its own prior in which the condition holds. { $trials } trials per value; delight breakeven looks at every input.

# What drives the uncertainty
html-drivers = What drives the uncertainty
html-drivers-lead = { $count ->
    [one] { $count } uncertain input accounts for all of the spread of the net present value. Measuring it narrows the band; more trials do not.
   *[other] Of { $count } uncertain inputs these account for most of the spread of the net present value. Measuring the first ones narrows the band; more trials do not.
}
html-by-grade = By grade of the evidence
html-correlated = ~ is correlated with other inputs: their shares overlap and do not add up.
html-drivers-note = Alone: what knowing all of them would take away of the variance. With interactions: what would be left if all others were known. 95% intervals in brackets, { $trials } trials. These are estimates: delight sensitivity gives sharper ones.
drivers-subtitle = Share of the variance of the net present value that knowing an input would take away, with its 95% interval
rests-on-belief = { $inputs ->
    [one] { $share } of the variance of the net present value rests on the { $inputs } uncertain input of evidence grade D by itself, and { $total } with its interactions (95% intervals in brackets).
   *[other] { $share } of the variance of the net present value rests on the { $inputs } uncertain inputs of evidence grade D by themselves, and { $total } with their interactions (95% intervals in brackets).
}

# The ledger
html-ledger = Every assumption, its source and its grade
html-ledger-count = { $all } numbers: { $a } of grade A, { $b } of B, { $c } of C, { $d } of D, { $none } without a grade.
state-unconnected = unconnected
state-satisfied = highly satisfied
state-distinctive = distinctive
state-connected = fully connected
table-customers = Customers
table-customers-mix = Customers by the state of their bond
table-customers-nps = Answers to the recommendation question
table-employees = Employees
table-partners = Partners
table-experience = Experience today
table-excellence-now = Maturity today
table-programme = Programme
table-programme-target = Maturity aimed at
table-programme-start_month = First months of the elements
table-programme-costs = Costs of the programme
table-cost_to_serve = Cost to serve
table-finance = Finance
table-market = Market
table-effects = Effects: what is causal
table-effects-excellence = Effects: service excellence
table-effects-employees = Effects: employees and partners
table-effects-experience = Effects: experience
table-effects-connection = Effects: connection
table-effects-loyalty = Effects: loyalty
table-effects-loyalty-odds = Effects: odds of staying
table-effects-advocacy = Effects: advocacy
table-effects-advocacy-entry_mix = State in which new customers arrive
table-effects-advocacy-referred_mix = State in which referred customers arrive
table-effects-spend = Effects: spend and price
table-effects-channels = Effects: channels left out by default
table-flows = Cash flows
html-ledger-value = median (P5 to P95)
html-source = source
html-balanced = as many as leave
html-sources = Evidence cited
html-sources-note = The entries of the evidence library that the sources above name; delight evidence shows each with its critique.
grade-A = meta-analysis, or replicated
grade-B = one peer-reviewed study
grade-C = industry, vendor, trade or official statistic, quoted second-hand
grade-D = expert opinion, a claim, or our own assumption

# Caveats
html-caveats = Caveats
html-limits = What the model leaves out
caveat-band = The standard error says how far the luck of the draws may have moved a figure; the band from P5 to P95 says how little is known. More trials shrink the error, only better knowledge shrinks the band.
caveat-structure = The structure of the chain and its weights are themselves expert judgement, grade D. Their uncertainty is not in the bands.
caveat-rivals = Competitors copy an advantage at a pace that can be set; they do not act on their own.
caveat-segments = Customers differ by their connection, not by size or margin. For segments that differ, run one scenario each.
caveat-finance = Financing, working capital, and tax that cannot be set off are left out; losses are assumed to lower the tax of a profitable company.
caveat-own-data = Most effects are general evidence, not measured in this organisation. Own data beats every one of them.

# Provenance
html-provenance = Provenance
html-provenance-note = The same version, scenario, seed, sampling and number of trials give the same results, byte for byte. The fingerprint of the scenario covers all that decides them but the seed; the digest of the trials covers value, benefit and cost of each.
provenance-version = version
provenance-trials = trials
provenance-sampling = sampling
provenance-seed = seed
provenance-preset = preset
provenance-scenario = fingerprint of the scenario
provenance-digest = digest of the trials
provenance-command = command

# The answer where no revenue depends on delight
answer-public-costs = Over { $months } months this programme costs { $size } more than it saves on average; in the median trial the balance is { $median }.
answer-public-brings = Over { $months } months this programme saves { $size } more than it costs on average; in the median trial the balance is { $median }.
answer-public-even = Over { $months } months this programme saves as much as it costs on average; in the median trial the balance is { $median }.
answer-public-unit = For a cost of { $cost }, of which { $saved } comes back in savings, it raises the mean score by { $points } points and connects { $customers } customers more in the last twelve months, on average; each of them costs { $net } net.
answer-public-no-effect = On average it neither connects more customers nor raises the score.
report-rebuilt = Documents and figures rewritten: { $folder }
html-study-trials = This study has { $trials } trials, the run { $run }: its figures of the case as written differ from those of the run within their errors.
