-- Who asked what about whom, and when. subject: the customer's row id (a blind index), null if nobody was found. Rows
-- are only ever added, until their time has passed.
CREATE TABLE audit (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    tenant  text        NOT NULL,
    client  text        NOT NULL,
    agent   text,
    purpose text        NOT NULL,
    subject uuid
);
CREATE INDEX audit_subject ON audit (tenant, subject, at);
CREATE INDEX audit_at ON audit (at);
