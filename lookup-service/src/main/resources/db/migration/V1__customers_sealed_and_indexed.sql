-- Personal values are only in sealed columns (AES-256-GCM, bound to tenant and row). What must be found is found by a
-- blind index: the first 128 bits of an HMAC under a key that the database never sees, held as uuid (16 bytes, fixed).
-- A row's id is itself the blind index of what names it at the institution, so that a load needs no look-up before it
-- writes, and a customer who comes back is the same row.

-- id: of tenant and the institution's durable id. content: of the line as it was delivered; an equal line changes nothing.
CREATE TABLE customer (
    id         uuid        PRIMARY KEY,
    tenant     text        NOT NULL,
    profile    bytea       NOT NULL,
    content    uuid        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX customer_tenant ON customer (tenant);

-- Several customers may share a phone or a mailbox. position: its place in the profile's list. changed_at: when it came
-- into an existing profile; null if it was there from the first.
CREATE TABLE customer_key (
    tenant      text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('phone', 'mailbox')),
    value       uuid        NOT NULL,
    customer_id uuid        NOT NULL REFERENCES customer ON DELETE CASCADE,
    position    smallint    NOT NULL,
    changed_at  timestamptz,
    PRIMARY KEY (tenant, kind, value, customer_id)
);
CREATE INDEX customer_key_customer ON customer_key (customer_id);

-- id: of tenant and account number. owned: whether an owner has brought the details; a person with power of attorney
-- brings the number alone.
CREATE TABLE account (
    id         uuid        PRIMARY KEY,
    tenant     text        NOT NULL,
    details    bytea       NOT NULL,
    owned      boolean     NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
);

-- capacity: 'SELF' (an owner) or 'ATTORNEY' (a person with power of attorney).
CREATE TABLE holding (
    customer_id uuid NOT NULL REFERENCES customer ON DELETE CASCADE,
    account_id  uuid NOT NULL REFERENCES account,
    capacity    text NOT NULL CHECK (capacity IN ('SELF', 'ATTORNEY')),
    PRIMARY KEY (customer_id, account_id)
);
CREATE INDEX holding_account ON holding (account_id);

-- A customer whose phones or mailboxes a load has changed, with the sealed profile of before: the old contacts are told.
CREATE TABLE contact_change (
    id          uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant      text        NOT NULL,
    customer_id uuid        NOT NULL REFERENCES customer ON DELETE CASCADE,
    before      bytea       NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    claimed_until timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX contact_change_open ON contact_change (tenant, at);
CREATE INDEX contact_change_customer ON contact_change (customer_id);

-- One sealed row with a known text: at every start it proves that keyset and index key are the ones the data was
-- written with.
CREATE TABLE canary (
    name   text  PRIMARY KEY,
    sealed bytea NOT NULL,
    value  uuid  NOT NULL
);
