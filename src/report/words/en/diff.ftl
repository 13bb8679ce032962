# Which changed assumption makes one case worth more than another: `delight diff`.

diff-answer = From { $first } to { $second } the mean net present value goes from { $from } to { $to }: { $change } (median { $median }).
diff-none = Nothing that moves the result differs between the two cases.
diff-title = What each change brings
diff-mean = { $errors ->
    [no] mean NPV
   *[yes] mean NPV ± se
}
diff-median = { $errors ->
    [no] median
   *[yes] median ± se
}
diff-together = what they do together
diff-total = difference
diff-how = Each change is made first and last, and what it brings is the mean of the two; what is left is what the changes do together. All runs use the same draws.
diff-changed = { $path }: { $from } → { $to }
diff-added = { $path }: new, { $to }
diff-removed = { $path }: removed, was { $from }
diff-link = { $count ->
    [one] { $link }: { $count } small change
   *[other] { $link }: { $count } small changes
}
diff-more = { $count ->
    [one] { $count } smaller change
   *[other] { $count } smaller changes
}
diff-figure-title = The largest change is { $name }: { $change }
diff-figure-subtitle = Mean net present value of the first case, what each changed assumption brings, and that of the second

# Changes that are no single input
diff-change-customers-mix = customers by state of connection
diff-change-effects-advocacy-entry_mix = states in which direct new customers enter
diff-change-effects-advocacy-referred_mix = states in which referred customers enter
diff-change-customers-count = customers today and their market
diff-change-programme-delivery = how delivery is fixed
diff-change-programme-gate = stage gate
diff-change-correlations = rank correlations
