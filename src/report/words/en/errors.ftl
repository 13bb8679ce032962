# Errors, in the frame in which a terminal shows them. What is wrong is said in English by the model, and translated phrase by phrase.

error-level = error
error-note = note
error-help = help
error-found = found { $found }
error-in = in { $place }
error-more = and { $more } more
error-missing-many = must be given, for example:{ $list }
error-missing = must be given: { $meaning } ({ $unit })

# Headings of --help
help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-help = Print help
help-version = Print version
help-possible = {" "}[possible values: { $values }]
help-default = {" "}[default: { $value }]
