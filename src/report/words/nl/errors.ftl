# Fouten, in het kader waarin een terminal ze toont. Wat er mis is, zegt het model in het Engels; dat wordt zin voor zin vertaald.

error-level = fout
error-note = plaats
error-help = tip
error-found = gevonden: { $found }
error-in = in { $place }
error-more = en nog { $more }
error-missing-many = moet worden opgegeven, bijvoorbeeld:{ $list }
error-missing = moet worden opgegeven: { $meaning } ({ $unit })

# Koppen van --help
help-usage = Gebruik:
help-commands = Opdrachten
help-arguments = Argumenten
help-options = Opties
help-help = Toon deze hulp
help-version = Toon de versie
help-possible = {" "}[mogelijk: { $values }]
help-default = {" "}[standaard: { $value }]
