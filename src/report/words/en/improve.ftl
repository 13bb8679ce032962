# delight improve: what would make it pay

lever-size = another size
lever-spread = another spread
lever-basics = basics first
lever-gate = a gate
improve-written = As written the case is worth { $npv } on average; it loses money in { $loss } of the trials.
improve-pays = With the changes below it is worth { $npv } on average, { $gain } more; it loses money in { $loss } of the trials, and { $planned } is planned in place of { $before }.
improve-nearest = Nothing that was tried makes it pay. The nearest miss is worth { $npv } on average, { $gain } more than as written; it loses money in { $loss } of the trials, and { $planned } is planned in place of { $before }.
improve-nothing = Nothing that was tried makes it pay, or makes it worth more.
improve-best-as-written = It pays as it is written; nothing that was tried makes it worth more.
improve-running = It would break even if what is planned for each month, employee and customer were at most { $share } of the plan.
improve-longer = Over { $months } months, the programme going on, that is { $npv } on average, { $gain } more.
improve-title = What makes it pay
improve-alone = { $errors ->
    [no] by itself
   *[yes] by itself ± se
}
improve-on-top = { $errors ->
    [no] on top
   *[yes] on top ± se
}
improve-taken = taken
improve-yes = yes
improve-no = no
improve-changes = { $changes }
improve-note = Each change is searched on { $search } other trials and valued on the same { $trials } as the case; it is taken where it gains more than two standard errors on top of those above it. A size below a tenth of the programme is doing nothing and is not tried. Another spread takes every element at the same price, by the inverse of the programme's dose. Basics first: leadership, processes and feedback begin as written, all else later. A gate is read by a survey of 1,000 answers.
improve-as-written = as written
improve-improved = improved
improve-figure-title = { $case }: from { $from } as written to { $to }
improve-figure-subtitle = Mean net present value: what each change brings on top of those above it, on the same draws
improve-file-head = What would make "{ $case }" worth { $to } on average in place of { $from }: found by delight improve.
    Delete a line and the case has again what its base says.
improve-file-name = { $case }, improved
improve-file-was = was { $from }; { $lever }: { $gain }
improve-file-new = { $lever }: { $gain }
improve-file-written = Improved case: { $file } (try: delight run { $file })
