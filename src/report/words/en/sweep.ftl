# `delight sweep`: how much of it.

sweep-npv = Value
sweep-best = By mean net present value, { $x } ({ $name }) is best, worth { $npv } on average.
sweep-end = By mean net present value, { $x } ({ $name }) is best, worth { $npv } on average. That is the end of the range: the best may lie beyond it.
sweep-flat = Anywhere from { $from } to { $to } costs at most a tenth of that, { $cost }.
sweep-of = { $name }; { $path }. ROI and the columns beside it are those of the median trial.
sweep-two-best = The highest expected net present value, { $npv }, is at { $x } ({ $first }) and { $y } ({ $second }).
sweep-two-none = No value of the range gives a result.
curve-top = best { $x }; within a tenth of it from { $from } to { $to }
curve-top-sharp = best { $x }
curve-npv-title = { $case }: best at { $x }, worth { $npv } on average ({ $name })
curve-npv-subtitle = Net present value by value of the input; bands hold 50% and 90% of the trials
curve-npv-axis = Net present value ({ $currency })
curve-roi-title = { $case }: the median return is highest at { $x }, { $roi } ({ $name })
curve-roi-title-loss = { $case }: the median return is below zero everywhere, least so at { $x }: { $roi } ({ $name })
curve-roi-subtitle = Return on investment before tax over the whole horizon, where anything is paid; bands hold 50% and 90% of the trials
