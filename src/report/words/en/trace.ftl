# One trial month by month: `delight trace`.

trace-title = { $case }: one trial at point values
trace-title-delivery = { $case }: one trial at point values, delivery { $delivery }; baseline → programme
trace-month = month
trace-engaged = engaged
trace-connected = connected
trace-score = score
trace-customers = customers
trace-revenue = revenue
trace-cash = cash
trace-cumulative = cumulative
trace-result = NPV { $npv }   ROI { $roi }   IRR { $irr }   payback { $payback }   peak funding { $funding }
trace-rate-of-loan = { $rate } (the price of a loan)
trace-none = none
