# Eén simulatie, maand voor maand: `delight trace`.

trace-title = { $case }: één simulatie met puntwaarden
trace-title-delivery = { $case }: één simulatie met puntwaarden, uitvoering { $delivery }; zonder → met programma
trace-month = maand
trace-engaged = bevlogen
trace-connected = verbonden
trace-score = cijfer
trace-customers = klanten
trace-revenue = omzet
trace-cash = kasstroom
trace-cumulative = cumulatief
trace-result = NCW { $npv }   ROI { $roi }   IRR { $irr }   terugverdientijd { $payback }   kapitaalbeslag { $funding }
trace-rate-of-loan = { $rate } (de prijs van een lening)
trace-none = geen
