# Elk getal van een case: `delight check`.

ledger-title = { $case }: elk getal van de case
ledger-written = geschreven
ledger-unit = eenheid
ledger-note = opmerking: { $note }
ledger-defaults = standaardwaarden:{ $line }
ledger-converted = { $place }, omgerekend tegen { $rate } { $currency } voor een euro
