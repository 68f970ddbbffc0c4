-- A load of customers. id: the load's name among the tenant's, the caller's idempotency key. Nothing personal is in it:
-- an error tells line, field and reason, never a value.
CREATE TABLE import_job (
    tenant      text        NOT NULL,
    id          text        NOT NULL,
    mode        text        NOT NULL,
    dry_run     boolean     NOT NULL,
    force       boolean     NOT NULL,
    rewrite     boolean     NOT NULL,
    state       text        NOT NULL,
    detail      text,
    lines       bigint      NOT NULL DEFAULT 0,
    created     bigint      NOT NULL DEFAULT 0,
    updated     bigint      NOT NULL DEFAULT 0,
    unchanged   bigint      NOT NULL DEFAULT 0,
    removed     bigint      NOT NULL DEFAULT 0,
    rejected    bigint      NOT NULL DEFAULT 0,
    started_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX import_job_started ON import_job (started_at);

CREATE TABLE import_error (
    tenant text   NOT NULL,
    job    text   NOT NULL,
    line   bigint NOT NULL,
    field  text   NOT NULL,
    reason text   NOT NULL,
    PRIMARY KEY (tenant, job, line),
    FOREIGN KEY (tenant, job) REFERENCES import_job ON DELETE CASCADE
);
