# The live part: what the session says beside what the report says.

explore-layer = your changes
explore-progress = { $trials } of { $of } trials
explore-median = Net present value, median
explore-mean = Net present value, mean
explore-p5 = Net present value, P5
explore-p95 = Net present value, P95
explore-delivery = delivery of the programme
explore-delivery-drawn = as drawn
explore-gate = gate
explore-gate-on = as written
explore-gate-off = never stops
explore-rank = P{ $rank } of what the case believes
explore-all = all of it together
explore-unknown = { $id } is nothing that can be set here.
explore-value = { $id } takes a number or a text, found { $found }.
explore-rank-value = { $id } takes a rank above 0 and below 1, found { $found }.
explore-share-value = { $id } takes a share from 0 to 1, and all shares that are set must leave room for the others, found { $found }.
explore-no-gate = This case has no gate to turn off.
explore-gate-value = The gate is on or off, found { $found }.
explore-cost-line = A single cost line cannot be set here; cost against plan moves all of them.
explore-other-case = The link belongs to another case or another state of its files: nothing of it is used.
explore-not-drawn = Not all trials of the run are drawn yet.
explore-too-many = At most { $most } variants are kept; forget one first.
explore-file-head = What is otherwise than in { $base }, tried in its report. Beside it: delight run { $file }
explore-file-run = { $trials } trials, seed { $seed }, digest { $digest }
explore-improve-none = Nothing that was tried makes it worth more.

# Sectors to begin with
preset-hotel = Hotel group
preset-retail-bank = Retail bank
preset-fast-food = Fast-food chain
preset-online-retail = Online retailer
preset-credit-card = Credit card issuer
preset-casino = Casino
preset-discount-store = Discount store
preset-tablet-app = App for tablets
preset-household-cleaner = Household cleaner
preset-airline = Airline
preset-hospital = Hospital
preset-municipality = Municipality
preset-housing-corporation = Housing corporation
preset-lease-company = Lease company
preset-b2b-manufacturer = B2B manufacturer
explore-opened = { $file } is written and opened in the browser.
explore-written = { $file } is written; open it in a browser.
