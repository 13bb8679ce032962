# The story of a case: the deck (deck.pptx) and the short report (short.html).

story-proposal = The proposal
story-proposal-finding = { $case }: { $months } months at a cost of { $cost } in present value
story-proposal-horizon = Horizon
story-true-finding = Likeliest to make it pay: { $name }, { $needs } – a chance of { $chance }
story-true-none = No single assumption is likely to make it pay by itself
story-true-holds = It pays as long as this holds: { $name }, { $needs } – a chance of { $chance }
story-true-always = No single assumption turns it into a loss by itself
story-lenses-finding = By other beliefs the median runs from { $low } to { $high }
story-caveats-finding = Before deciding, keep in mind
story-left-out = { $rows } more in the report
story-written = Slides: { $file }
story-chance = chance
story-years-finding = After { $years } years { $total } of cash is left, worth { $value } today
