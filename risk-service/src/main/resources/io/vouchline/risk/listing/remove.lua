-- Removes an entry.
-- ARGV 1 clock offset ms, 2 id
-- Answers 1 if it was there and had not ended, else 0
local now = clock(ARGV[1])
local ended = has_ended(ARGV[2], now)
local was_there = drop(ARGV[2], now)
sweep(now)
return (was_there and not ended) and 1 or 0
