# A reviewer's rules: `delight audit`.

audit-none = { $rules ->
    [one] { $rules } rule was checked, and it is not broken.
   *[other] { $rules } rules were checked, and none is broken.
}
audit-counts = { $rules } rules checked: { $must } must be mended, { $should } should be, { $notes ->
    [one] { $notes } is
   *[other] { $notes } are
} worth knowing.
audit-found = found { $found }
audit-found-against = found { $found }, against { $against }
audit-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
audit-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
audit-rank = rank { $rank }
audit-measured = { $measure } { $found }
audit-measured-against = { $measure } { $found }, against { $against }
audit-more = { $count ->
    [one] and { $count } more place, in the JSON
   *[other] and { $count } more places, in the JSON
}
audit-why = Why: { $why }
audit-mend = Mend: { $mend }
audit-source = Source: { $source }
audit-note = What must be simulated comes from { $trials } trials of the case; delight audit --rules prints every rule.

# How grave
severity-must = must
severity-should = should
severity-note = note

# What a rule is about
theme-costs = What it costs
theme-programme = How it is delivered and steered
theme-money = Rates, tax, horizon
theme-ranges = How uncertainty is given
theme-evidence = Where the numbers come from
theme-overlap = What counts twice, what moves together
theme-outcome = What comes out
theme-results = The saved results

# What each rule finds
audit-rule-AUD01 = The case costs nothing.
audit-rule-AUD02 = Only one-off costs; nothing is paid for as long as the benefits run.
audit-rule-AUD03 = The running costs stop a year or more before the benefits do.
audit-rule-AUD04 = No cost overrun is possible.
audit-rule-AUD05 = The programme's costs are still those of the preset.
audit-rule-AUD06 = A payment begins after the horizon and is never made.
audit-rule-AUD10 = Delivery in full is taken as certain.
audit-rule-AUD11 = The change has hardly taken root when the horizon ends.
audit-rule-AUD12 = A programme of more than two years that nobody reviews along the way.
audit-rule-AUD13 = The gate stops nothing: it lets through what has brought nothing.
audit-rule-AUD14 = The basics are not in order.
audit-rule-AUD15 = The case is seen through a lens that believes more than the evidence supports.
audit-rule-AUD16 = Customers or contacts of the case's own move the gain of full delivery away from what its lens expects.
audit-rule-AUD20 = Nominal and real are mixed.
audit-rule-AUD21 = The discount rate looks like a hurdle rate that includes a risk premium.
audit-rule-AUD22 = The discount rate is not above inflation.
audit-rule-AUD23 = A flow grows faster than the economy for years.
audit-rule-AUD24 = More than half of the value lies beyond the horizon.
audit-rule-AUD25 = The horizon ends before the median trial has paid back, though it earns.
audit-rule-AUD26 = Losses are assumed to lower the tax on other profits.
audit-rule-AUD27 = Rates of the Netherlands and the euro stand in a case of another currency.
audit-rule-AUD30 = An effect is given as a point, as if it were known exactly.
audit-rule-AUD31 = A judgement is given as more certain than judgements are.
audit-rule-AUD32 = The ranges are all symmetric, or all equally wide.
audit-rule-AUD33 = A range reaches beyond what is possible and was cut off.
audit-rule-AUD34 = An effect is assumed larger than the literature reports.
audit-rule-AUD35 = Nothing in the case is uncertain.
audit-rule-AUD40 = A number that drives the case has no source.
audit-rule-AUD41 = More than half of the spread of the result rests on judgement.
audit-rule-AUD42 = A number that drives the case rests on the authors' claims alone.
audit-rule-AUD43 = The self-assessment leaves questions unanswered.
audit-rule-AUD50 = Reviews and referral both count in full.
audit-rule-AUD51 = Higher prices and higher spend are both large.
audit-rule-AUD52 = A failure costs more than the complaint about it.
audit-rule-AUD53 = Social value is counted for customers who pay.
audit-rule-AUD54 = What moves together is drawn as if it did not.
audit-rule-AUD60 = Revenue rises more than any documented success.
audit-rule-AUD61 = The mean score rises more than any series shows.
audit-rule-AUD70 = The last run had too few trials.
audit-rule-AUD71 = The saved results come from another version of the file.

# Why
audit-reason-AUD01 = A benefit without a cost is no business case; a programme takes money and the time of staff.
audit-reason-AUD02 = What is not kept up fades: without a running cost the benefits are assumed to sustain themselves.
audit-reason-AUD03 = In a year without upkeep 8, 22 or 42% of the effect is lost (P10, median, P90); the case assumes none is.
audit-reason-AUD04 = Plans are optimistic: on average programmes cost more than planned, and hardly ever less.
audit-reason-AUD05 = The costs decide as much as the benefits do, and the preset's are a guess for an organisation of another size.
audit-reason-AUD06 = It stands in the file but counts for nothing.
audit-reason-AUD10 = Most programmes are not delivered in full: surveys say that 25 to 40% really improved. The result holds only for the lucky ones.
audit-reason-AUD11 = Less than three quarters of the work that begins last is in place at the end: the costs count and the benefits do not.
audit-reason-AUD12 = The right to stop is worth money: without a gate the costs run on even where nothing comes of it.
audit-reason-AUD13 = A programme without any effect meets at_least = 0 half of the time, or always.
audit-reason-AUD14 = Where the core value and complaint handling fall short, individual and surprising service do little.
audit-reason-AUD15 = Results as published are not corrected for who gets published and for cause; the authors' claims add up to totals that nobody has seen.
audit-reason-AUD16 = The gains of experience were computed for the mix and the contacts of the sector; with others the same gains bring more or less than the evidence expects.
audit-reason-AUD20 = Flows in today's money discounted at a rate that includes inflation are valued too low; flows of which some grow and others never do cannot all be of one kind.
audit-reason-AUD21 = The simulation shows the risk as a distribution; a premium in the rate counts it again, and penalises most what pays late.
audit-reason-AUD22 = Money would then be worth as much in five years as it is today.
audit-reason-AUD23 = Growth on growth makes most of the value in the last years, which are the least known.
audit-reason-AUD24 = It depends on years that nobody has planned, in which rivals copy and programmes fade.
audit-reason-AUD25 = A longer horizon would reverse the answer: then the horizon decides, not the case.
audit-reason-AUD26 = More than half of the trials lose, and each loss is shown net of the tax it saves. That holds only for an organisation that earns elsewhere and pays tax.
audit-reason-AUD27 = Tax, inflation and the discount rate of the defaults are Dutch or of the euro area; amounts are converted, rates are not.
audit-reason-AUD30 = No behavioural link is known to the last digit; a point hides what may go wrong.
audit-reason-AUD31 = P5 and P95 differ by less than a tenth, for a number of grade D. People's ranges are nearly always too narrow.
audit-reason-AUD32 = That is habit (±10%), not knowledge: numbers are not all known equally well, and most err to one side.
audit-reason-AUD33 = What was written is not what is drawn.
audit-reason-AUD34 = Its median lies above the P90 of what is published, with nothing corrected for cause or selection, or above what the authors claim.
audit-reason-AUD35 = A point is not a forecast: without ranges there is no probability of a loss.
audit-reason-AUD40 = Whoever reads the case cannot check what decides it.
audit-reason-AUD41 = Grade D is expert opinion, a claim or an assumption; the answer is no better than these.
audit-reason-AUD42 = Claims are made about successes; those who did the same and failed are not counted.
audit-reason-AUD43 = Maturities without an answer are those of the preset, or less certain.
audit-reason-AUD50 = In sectors with reviews these are the word of mouth: where reputation is on, what connected customers bring should be roughly halved.
audit-reason-AUD51 = Spend of connected customers was measured in money: the higher price they pay for the same is in it already.
audit-reason-AUD52 = Then handling complaints is probably in the cost of a failure too, and is saved twice.
audit-reason-AUD53 = What a connected customer is worth to a company is in revenue; social value is for organisations without a market.
audit-reason-AUD54 = Independent draws cancel out: the band becomes too narrow, and the bad cases, in which everything falls short at once, are missing.
audit-reason-AUD60 = Delivered in full, P90 of the gain in year 5 lies above 7%: something is probably counted twice.
audit-reason-AUD61 = Delivered in full, the median gain lies above 0.4 points; no Dutch series shows that in four years.
audit-reason-AUD70 = P5 may be off by more than 2% of the width from P5 to P95, by the luck of the draws alone.
audit-reason-AUD71 = Report, workbook and figures show numbers that the case no longer gives.

# How to mend it
audit-remedy-AUD01 = Give the costs, including the hours of those who take part.
audit-remedy-AUD02 = Add what it costs to keep going: a team per month, training per employee per year.
audit-remedy-AUD03 = Let a cost of upkeep run as long as the benefits, or end the horizon with the costs.
audit-remedy-AUD04 = Use the default (median 1.2), or the overruns of your own last ten projects.
audit-remedy-AUD05 = Put your own budget in [[programme.costs]]; giving one line replaces all of the preset's.
audit-remedy-AUD06 = Raise case.months, or remove the payment.
audit-remedy-AUD10 = Remove programme.delivery, and give programme.success_probability a range.
audit-remedy-AUD11 = Begin earlier (programme.start_month), or look further ahead (case.months).
audit-remedy-AUD12 = Add a [programme.gate] in a month when something can be measured.
audit-remedy-AUD13 = Ask for a rise that can be told from noise.
audit-remedy-AUD14 = Begin with processes and feedback; surprise later.
audit-remedy-AUD15 = Decide on the calibrated lens; show this one beside it.
audit-remedy-AUD16 = State gains of experience of your own under [effects.experience], or say why the programme brings another gain here.
audit-remedy-AUD20 = Give inflation with a nominal rate, or a real rate without inflation; let every running flow grow alike or say why not.
audit-remedy-AUD21 = Use the organisation's cost of capital, and judge risk by the probability of a loss.
audit-remedy-AUD22 = Use the organisation's cost of capital, in nominal terms.
audit-remedy-AUD23 = Let it grow with prices and volume, or end it where the growth ends.
audit-remedy-AUD24 = Set finance.terminal_years to 0 for the decision, or make the horizon longer and pay for it.
audit-remedy-AUD25 = Say why this horizon is right, or show the answer for a longer one beside it.
audit-remedy-AUD26 = Set finance.tax_rate to 0 if there is no other profit, or if the organisation pays no tax.
audit-remedy-AUD27 = Give the rates of the country of the case under [finance].
audit-remedy-AUD30 = Give a range: "a to b", P5 to P95.
audit-remedy-AUD31 = Ask what would have to happen for it to be half or double, and widen; or name the measurement it comes from.
audit-remedy-AUD32 = Ask of each number separately how low and how high it may be.
audit-remedy-AUD33 = Give ends that are possible, or another shape: shares as "a to b".
audit-remedy-AUD34 = Bring your own measurement with its source, or use the default.
audit-remedy-AUD35 = Give the numbers that you would argue about as ranges.
audit-remedy-AUD40 = Write {"{"} value = …, source = "…" {"}"}.
audit-remedy-AUD41 = Measure what decides first: delight voi says what that is worth.
audit-remedy-AUD42 = Look for a study that includes failures, or measure it on your own customers.
audit-remedy-AUD43 = Have several people answer them, independently of each other.
audit-remedy-AUD50 = Halve effects.advocacy.new_per_connected, or set effects.advocacy.reputation to 0.
audit-remedy-AUD51 = Lower one of the two, or show from your own data that prices were raised as well.
audit-remedy-AUD52 = Count under failure only what is lost without a complaint: time and material.
audit-remedy-AUD53 = Set customers.social_value_per_year to 0, or leave revenue out.
audit-remedy-AUD54 = Remove the zero ranks from [[correlations]], or add a rank for flows that share a cause.
audit-remedy-AUD60 = Look for what counts twice: delight sensitivity shows which link it comes from.
audit-remedy-AUD61 = Lower the gains of effects.experience, or bring the series that shows it.
audit-remedy-AUD70 = Run it with more --trials, or with --precision 1%.
audit-remedy-AUD71 = Run it again.

# What is measured
audit-measure-last_month = paid for
audit-measure-first_month = first paid after
audit-measure-rooted = share in place at the end
audit-measure-terminal = share of the value
audit-measure-payback = paid back after
audit-measure-loss = probability of a loss
audit-measure-ratio = P95 over P5
audit-measure-cut = share beyond what is possible
audit-measure-variance = share of the variance
audit-measure-caused = causal rise in spend
audit-measure-error = error of P5, as a share of the width to P95
audit-measure-rating_gain = gain of the mean score at full delivery
