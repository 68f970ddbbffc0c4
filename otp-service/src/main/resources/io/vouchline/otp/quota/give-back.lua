-- Puts one send back into each quota: what it was taken for was not sent.
-- KEYS the quotas
-- ARGV 1 clock offset ms, then sends at once and their period in ms for each quota
local now = clock(ARGV[1])
for i = 1, #KEYS do
  local kept = redis.call('GET', KEYS[i])
  if kept then
    local time = tonumber(kept) - tonumber(ARGV[2 * i + 1]) / tonumber(ARGV[2 * i])
    if time > now then
      redis.call('SET', KEYS[i], text(time), 'PX', text(time - now))
    else
      redis.call('DEL', KEYS[i])
    end
  end
end
return 1
