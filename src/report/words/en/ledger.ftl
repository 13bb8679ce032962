# Every number of a case: `delight check`.

ledger-title = { $case }: every number of the case
ledger-written = written
ledger-unit = unit
ledger-note = note: { $note }
ledger-defaults = defaults:{ $line }
ledger-converted = { $place }, converted at { $rate } { $currency } for a euro
