# The model held against what happened elsewhere.

back-title = Backtest: what happened elsewhere
back-trials = { $trials } trials of each sector and lens, seed { $seed }
back-lead = What the model says of published results, in the sector that they are from: P5, median and P95 over trials; and whether what was seen lies between.
back-covers-corrected = { $lens }: { $covered } of { $slopes } published slopes of revenue lie inside, what was seen corrected for who gets published and for cause; observed over predicted { $ratio } (geometric mean, without the slope of 0).
back-covers-face = { $lens }: { $covered } of { $slopes } at face value; observed over predicted { $ratio }.
back-seen = seen
back-verdict = verdict
back-inside = inside
back-below = below P5
back-above = above P95
back-partly = partly
back-none = none
back-upper = the better half of full delivery
back-units = BS: revenue of year 5 per point of the mean score (0 to 10). BR: gain of the score at full delivery. BE: staff. BW: whole programmes. Shares and relative changes in percent.
back-fit = The share that is caused was set with BS1 to BS13 in sight, through both lenses: their coverage is a fit, not a proof.
back-selected = BR2, BR4, BR7, BW2 and BW3 were published because they went well: they are held against the better half of full delivery, never against all outcomes. So was BR6, of which the model says nothing.
back-made = Made by delight backtest --format md. Your own cases: delight backtest --cases own.toml, a file of [[case]] tables with id, predict (slope, score, score-by-engagement, connected-by-engagement, turnover, revenue, odds, delivered), preset, seen (one number, or two ends), factor, what and source; with no_verdict = "why" a case is shown without one.
back-figure = Published results over what the { $lens } lens predicts: { $covered } of { $slopes } slopes inside
back-figure-subtitle = Bars: P5 to P95, each drawn equally wide; line: median; dot: seen; arrow: farther out
back-written = Figures and backtest.json: { $folder }
verified-seen = seen
verified-abstract = abstract
verified-second-hand = second-hand
verified-memory = from memory
verified-own = own
back-cases = The cases
