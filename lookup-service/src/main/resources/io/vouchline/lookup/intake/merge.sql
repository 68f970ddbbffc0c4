-- Makes a batch the truth about the customers that it names. The setting vouchline.tenant names the tenant; staged
-- customers are new, known and changed, or known and gone.

-- The planner knows nothing of tables that were only ever copied into, and would read the large ones whole.
ANALYZE stage_customer, stage_key, stage_account, stage_holding;

-- The profile of before is kept where contacts change, so that the old ones can be told.
INSERT INTO contact_change (tenant, customer_id, before)
SELECT c.tenant, c.id, c.profile
FROM customer c
WHERE c.id IN (
    SELECT k.customer_id
    FROM stage_customer s
      JOIN customer_key k ON k.customer_id = s.id
      LEFT JOIN stage_key n ON n.customer_id = k.customer_id AND n.kind = k.kind AND n.value = k.value
    WHERE s.known AND NOT s.gone AND n.customer_id IS NULL
    UNION
    SELECT n.customer_id
    FROM stage_customer s
      JOIN stage_key n ON n.customer_id = s.id
      LEFT JOIN customer_key k ON k.customer_id = n.customer_id AND k.kind = n.kind AND k.value = n.value
    WHERE s.known AND k.customer_id IS NULL);

INSERT INTO customer (id, tenant, profile, content)
SELECT id, current_setting('vouchline.tenant'), profile, content
FROM stage_customer
WHERE NOT gone
ORDER BY id
ON CONFLICT (id) DO UPDATE
SET profile = excluded.profile, content = excluded.content, updated_at = now();

DELETE FROM customer_key k
USING stage_customer s
WHERE s.known AND k.customer_id = s.id
  AND NOT EXISTS (
    SELECT FROM stage_key n WHERE n.customer_id = k.customer_id AND n.kind = k.kind AND n.value = k.value);

UPDATE customer_key k
SET position = n.position, changed_at = coalesce(n.changed_at, k.changed_at)
FROM stage_customer s
  JOIN stage_key n ON n.customer_id = s.id
WHERE s.known AND k.customer_id = n.customer_id AND k.kind = n.kind AND k.value = n.value
  AND (k.position <> n.position OR n.changed_at <> k.changed_at OR (n.changed_at IS NOT NULL AND k.changed_at IS NULL));

-- A contact that comes with a new customer was not changed; one that comes to a known customer was, just now, unless
-- the institution knows better.
INSERT INTO customer_key (tenant, kind, value, customer_id, position, changed_at)
SELECT c.tenant, n.kind, n.value, n.customer_id, n.position,
  coalesce(n.changed_at, CASE WHEN c.created_at < now() THEN now() END)
FROM stage_key n
  JOIN customer c ON c.id = n.customer_id
ON CONFLICT DO NOTHING;

-- An owner's details stand against those of a person with power of attorney, who knows the number alone.
INSERT INTO account (id, tenant, details, owned)
SELECT DISTINCT ON (id) id, current_setting('vouchline.tenant'), details, owned
FROM stage_account
ORDER BY id, owned DESC, line DESC
ON CONFLICT (id) DO UPDATE
SET details = excluded.details, owned = excluded.owned, updated_at = now()
WHERE excluded.owned OR NOT account.owned;

WITH ended AS (
  DELETE FROM holding h
  USING stage_customer s
  WHERE s.known AND h.customer_id = s.id
    AND NOT EXISTS (
      SELECT FROM stage_holding n WHERE n.customer_id = h.customer_id AND n.account_id = h.account_id)
  RETURNING h.account_id)
INSERT INTO stage_released SELECT DISTINCT account_id FROM ended;

INSERT INTO holding (customer_id, account_id, capacity)
SELECT customer_id, account_id, capacity
FROM stage_holding
ON CONFLICT (customer_id, account_id) DO UPDATE
SET capacity = excluded.capacity
WHERE holding.capacity <> excluded.capacity;

DELETE FROM customer c USING stage_customer s WHERE c.id = s.id AND s.gone;

-- An account that no owner holds any more is described by nobody; the next line that names it may do so.
UPDATE account a
SET owned = false
WHERE a.owned
  AND a.id IN (SELECT account_id FROM stage_released UNION SELECT account_id FROM stage_holding WHERE capacity = 'ATTORNEY')
  AND NOT EXISTS (SELECT FROM holding h WHERE h.account_id = a.id AND h.capacity = 'SELF');

-- What nobody holds any more is not kept.
DELETE FROM account a
USING stage_released r
WHERE a.id = r.account_id AND NOT EXISTS (SELECT FROM holding h WHERE h.account_id = a.id);
