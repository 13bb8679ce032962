# Parts of a run

shard-written = Trials { $range } of { $all }: { $file }
shard-there = Trials { $range } of { $all } are there already, and were not computed again: { $file }
