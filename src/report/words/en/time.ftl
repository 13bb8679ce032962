# Months of the programme and of the calendar.

month = month { $month }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# Progress of a long run
progress-bar = { $done } of { $all } trials, { $rate }, { $left } left
progress-short = { $share }, { $left } left
progress-studies = study { $done } of { $all }
progress-spinner = { $done } trials, { $rate }
