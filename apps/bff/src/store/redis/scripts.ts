/** Holds a key alone for so many milliseconds, or goes on holding it. KEYS: the key. ARGV: the holder, milliseconds. */
export const HOLD = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/** Lets go of the keys that the holder holds. KEYS: the keys. ARGV: the holder. */
export const LET_GO = `
for _, key in ipairs(KEYS) do
  if redis.call('GET', key) == ARGV[1] then redis.call('DEL', key) end
end
return 1`;

/** Writes a hash unless it is there; of a field named twice the first counts. KEYS: the hash. ARGV: seconds to keep it, then fields and values. */
export const CREATE = `
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
for at = 2, #ARGV, 2 do redis.call('HSETNX', KEYS[1], ARGV[at], ARGV[at + 1]) end
redis.call('EXPIRE', KEYS[1], ARGV[1])
return 1`;

/** Writes a hash for good unless it is there, and its name into a list. KEYS: the hash, the list. ARGV: the name, then fields and values. */
export const KEEP = `
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
for at = 2, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[at], ARGV[at + 1]) end
redis.call('SADD', KEYS[2], ARGV[1])
return 1`;

/** Changes parts of a machine. KEYS: the machines. ARGV: which, the change as JSON. */
export const CHANGE_MACHINE = `
local known = redis.call('HGET', KEYS[1], ARGV[1])
if not known then return 0 end
local machine = cjson.decode(known)
for name, value in pairs(cjson.decode(ARGV[2])) do machine[name] = value end
redis.call('HSET', KEYS[1], ARGV[1], cjson.encode(machine))
return 1`;

/** Changes an intent or a grant, only from a state unless that is `*`. KEYS: the hash. ARGV: the state, then fields and values. */
export const CHANGE_FROM = `
local state = redis.call('HGET', KEYS[1], 'state')
if not state or (ARGV[1] ~= '*' and state ~= ARGV[1]) then return 0 end
for at = 2, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[at], ARGV[at + 1]) end
return 1`;

/** Counts a hit within a window. KEYS: the counter. ARGV: milliseconds of the window. Answers hits and milliseconds left. */
export const COUNT = `
local hits = redis.call('INCR', KEYS[1])
if hits == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return { hits, redis.call('PTTL', KEYS[1]) }`;

/** Reads a key, or writes it when it is not there. KEYS: the key. ARGV: the value. Answers what it holds. */
export const READ_OR_WRITE = `
redis.call('SETNX', KEYS[1], ARGV[1])
return redis.call('GET', KEYS[1])`;

/** Puts a plan in place of what is there, and takes it from the one who held it. KEYS: the plan, its lease. ARGV: the plan, seconds to keep it. */
export const DECIDE_PLAN = `
redis.call('HSET', KEYS[1], 'record', ARGV[1])
redis.call('HINCRBY', KEYS[1], 'fence', 1)
redis.call('EXPIRE', KEYS[1], ARGV[2])
redis.call('DEL', KEYS[2])
return 1`;

/** Writes a plan while the fence is the latest. KEYS: the plan. ARGV: the fence, the plan. */
export const NOTE_PLAN = `
if redis.call('HGET', KEYS[1], 'fence') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'record', ARGV[2])
return 1`;

/** Holds a plan alone, or goes on holding it, and answers the fence; 0 while another does, or where there is none. KEYS: the plan, its lease. ARGV: the holder, milliseconds. */
export const HOLD_PLAN = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
local holder = redis.call('GET', KEYS[2])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
if holder then return tonumber(redis.call('HGET', KEYS[1], 'fence')) end
return redis.call('HINCRBY', KEYS[1], 'fence', 1)`;

/** Takes a plan from the one who holds it, and answers it. KEYS: the plan, its lease. */
export const TAKE_PLAN = `
local record = redis.call('HGET', KEYS[1], 'record')
if not record then return nil end
redis.call('HINCRBY', KEYS[1], 'fence', 1)
redis.call('DEL', KEYS[2])
return record`;

/**
 * Appends to a list, once where a key says so, within what an owner may ask for in a day, and forgets what is too old at its head.
 * KEYS: the list, the key, the owner's counter. ARGV: the text, which begins with its moment; the moment before which texts are
 * forgotten; seconds to keep them; `once` or nothing; how much may be asked for, or nothing; seconds of a day. Answers 1, 0 where it was
 * there, -1 where it is too much.
 */
export const APPEND = `
if ARGV[4] == 'once' and redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
if ARGV[5] ~= '' then
  local asked = redis.call('INCR', KEYS[3])
  if asked == 1 then redis.call('EXPIRE', KEYS[3], ARGV[6]) end
  if asked > tonumber(ARGV[5]) then return -1 end
end
if ARGV[4] == 'once' then redis.call('SET', KEYS[2], '1', 'EX', ARGV[3]) end
local head = redis.call('LINDEX', KEYS[1], 0)
while head and string.sub(head, 1, 24) < ARGV[2] do
  redis.call('LPOP', KEYS[1])
  head = redis.call('LINDEX', KEYS[1], 0)
end
redis.call('RPUSH', KEYS[1], ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[3])
return 1`;
