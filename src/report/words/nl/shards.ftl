# Delen van een run

shard-written = Simulaties { $range } van { $all }: { $file }
shard-there = Simulaties { $range } van { $all } zijn er al, en zijn niet opnieuw berekend: { $file }
