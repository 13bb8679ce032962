# Maanden van het programma en van de kalender.

month = maand { $month }
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

# Voortgang van een lange doorrekening
progress-bar = { $done } van { $all } simulaties, { $rate }, nog { $left }
progress-short = { $share }, nog { $left }
progress-studies = onderzoek { $done } van { $all }
progress-spinner = { $done } simulaties, { $rate }
