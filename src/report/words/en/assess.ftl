# The self-assessment: `delight assess`, its figure and its interview.

assess-of = self-assessment, { $answered } of { $asked } questions answered, evidence grade D
assess-list = { $before } and { $last }
assess-written = Figure: { $file }, .png

# The nine elements, their dimensions, and the capabilities that rest on them
element-vision = vision
element-leadership = leadership
element-culture = culture
element-listening = listening
element-design = design
element-people = people
element-processes = processes
element-feedback = feedback
element-innovation = innovation
dimension-strategy = strategy
dimension-culture = culture
dimension-innovation = innovation
dimension-operation = operation
capability-employees = engaging employees
capability-partners = engaging partners
capability-core = 1 core value
capability-complaints = 2 complaints put right
capability-individual = 3 individual service
capability-surprising = 4 surprising service

# Basics first
basics-title = Basics first
basics-levels = levels 1 and 2 of the pyramid: the core value, and failures put right
basics-good = The basics are in order.
basics-bad = The basics are not in order: put the core value and complaint handling right first.
basics-unknown = Whether the basics are in order is not known: answer [assessment.basics].
basics-rating = Mean rating { $value } out of 10 (in order at { $least } or above).
basics-rating-unsure = Mean rating { $value } out of 10 (in order at { $least } or above; below it with a probability of { $chance }).
basics-rating-computed = Mean rating { $value } out of 10, that of the case (in order at { $least } or above).
basics-complaints = Complaint handling { $value } out of 10 (in order at { $least } or above).
basics-complaints-unsure = Complaint handling { $value } out of 10 (in order at { $least } or above; below it with a probability of { $chance }).
basics-gate = In trials in which today's mean score is below { $least }, gains from individual and surprising service count for { $middle } (P5 { $low }, P95 { $high }; prior G, grade D), and all figures reckon with it. The median score is { $score }.
basics-in-full = Gains from individual and surprising service count in full where today's mean score is { $least } or above; the median score is { $score }.
basics-model-check = The mean score that the case reckons with contradicts the rating that was answered: check customers.score.

# Maturity by element
elements-title = Maturity today
elements-note = 0 to 1, from the answers
elements-note-worth = 0 to 1, from the answers; NPV: what one more step of { $step } brings, net of what it costs
elements-today = today
elements-answers = answers
elements-target = target
elements-mean = { $errors ->
    [no] mean NPV
   *[yes] mean NPV ± s.e.
}
elements-median = { $errors ->
    [no] median NPV
   *[yes] median NPV ± s.e.
}

# Where to begin
begin-title = Where to begin
begin-basics = With the basics: the core value rests mainly on processes, putting complaints right mainly on feedback.
begin-not-computed = Which step is worth most, net of what it costs, `delight assess` computes.
begin-no-chain = What a step is worth is computed only for cases with a chain.
begin-missing = What each step is worth needs a case. Missing: { $keys }. Add a preset (preset = "hotel" under [case]), or name this file as the base of your case.
begin-from-target = { $element } from target { $from } to { $to }: mean NPV { $rise }
begin-from-today = { $element } from { $from } today to { $to }, as the programme does not raise it: mean NPV { $rise }
begin-basis = One more step of { $step } of maturity each; what the case pays for each event is counted. { $trials } trials on the same draws (seed { $seed }).
begin-cost = A step costs its part of what the programme plans, since no cost line says for which element it is: { $step } of { $gain } of maturity, so { $cost } of { $planned } (planned money, before overrun).
begin-cost-none = What taking a step costs is not counted: the case plans no cost for raising maturity.
begin-none = No step of an element that was assessed brings more than it costs.
begin-unanswered = Not advised, since fewer than half of the questions about them are answered: { $elements }. Answer first: { $keys }.
begin-unclear = The third and the fourth cannot be told apart: the 95% interval of their difference holds zero.
begin-below-zero = A step below zero brings less than it and its events cost (extra service, complaints handled), or makes the programme less even and so less likely to be delivered.

# Weakest links, notes, the table
weakest-title = Weakest links
weakest-note = the least mature element that each capability rests on, today
gaps-values = Experience values: { $count }. Four to six can be remembered; twelve are too many.
gaps-unanswered = Unanswered: { $keys }.
table-title = Today's maturity for a scenario file
table-note = a case with these answers uses it automatically

# The figure
maturity-title = { $case }: one more step is worth most in { $elements }
maturity-title-none = { $case }: maturity of service excellence today
maturity-subtitle = Maturity today by element and dimension, 0 to 1; lines reach from P5 to P95
maturity-subtitle-basics = Basics first: they are not in order. Maturity today, 0 to 1; lines reach from P5 to P95
maturity-footer = Self-assessment, { $answered } of { $asked } questions answered; evidence grade D (no measurement).
maturity-told = Maturity of service excellence today, 0 to 1, with P5 and P95: { $values }.
maturity-told-element = { $element } { $value } ({ $low } to { $high })
maturity-aim = the programme's target
maturity-forward = one more step is worth most

# The interview
interview-opening = A self-assessment of service excellence. Score what customers and colleagues would see today, not what is planned.
interview-keys = Answer 0 to 10, or 6-8 where you are not of one mind. Enter skips, b goes back, q stops and keeps the answers so far.
interview-count = { $at } of { $all }
interview-values = Your experience values, four to six: name them one by one, Enter when there are no more
interview-name = name
interview-known = write a name that is not on the list yet
interview-share = customers who recognise { $name } in what they experience, 0 to 100 %
interview-rule-score = { $text }: write 0 to 10, or 6-8
interview-rule-vision = { $text }: write 0 to 10, 6-8, y or n
interview-rule-share = { $text }: write 0 to 100, or 50-70
interview-nothing = nothing was answered, so nothing was written
interview-written = wrote { $file }
interview-file-title = A self-assessment of service excellence: scores from 0 to 10.
interview-file-use = `delight assess` on this file shows what follows from it. A case uses it by naming this file: base = "<this file>".
